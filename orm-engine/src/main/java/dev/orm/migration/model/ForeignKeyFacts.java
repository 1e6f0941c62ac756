package dev.orm.migration.model;

import java.util.List;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.schema.Deferral;
import dev.orm.schema.ForeignKey;

/** A relation to one row becomes a foreign key, checked at the commit as in Django. */
final class ForeignKeyFacts implements FactSource {

	@Override
	public void add(EntityModel model, Facts facts) {
		for (FieldModel field : model.localFields()) {
			RelationModel relation = field.relation();
			if (relation != null && relation.path().get(0).toField().owner().managed()) {
				facts.add(foreignKey(model, field, relation.path().get(0).toField()), field);
			}
		}
	}

	private static ForeignKey foreignKey(EntityModel model, FieldModel field, FieldModel target) {
		List<String> columns = List.of(field.column());
		return new ForeignKey(Facts.table(model), ObjectNames.of(Facts.table(model), columns, "fkey"), columns,
				Facts.table(target.owner()), List.of(target.column()), ForeignKey.Action.NONE, Deferral.DEFERRED);
	}

}
