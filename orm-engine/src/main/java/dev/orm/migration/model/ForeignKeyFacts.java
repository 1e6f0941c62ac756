package dev.orm.migration.model;

import java.util.List;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.meta.Tenancy;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.schema.Deferral;
import dev.orm.schema.ForeignKey;

/**
 * A relation to one row becomes a foreign key, checked at the commit as in Django unless
 * the source says otherwise. So does one to a table that is not managed, which others
 * have made before.
 */
final class ForeignKeyFacts implements FactSource {

	@Override
	public void add(EntityModel model, Facts facts) {
		for (FieldModel field : model.localFields()) {
			RelationModel relation = field.relation();
			if (relation != null && !field.is(Flag.UNCONSTRAINED)) {
				add(model, field, relation, facts);
			}
		}
	}

	private static void add(EntityModel model, FieldModel field, RelationModel relation, Facts facts) {
		EntityModel target = relation.path().get(0).toField().owner();
		if (target.managed() && !target.database().equals(model.database())) {
			throw RelationModel.acrossDatabases(field, model.database(), target.database());
		}
		if (facts.isReached(target)) {
			ForeignKey key = foreignKey(model, field, relation);
			facts.add(facts.isOutside(target) ? key.toOutside() : key, Claimant.of(field));
		}
	}

	private static ForeignKey foreignKey(EntityModel model, FieldModel field, RelationModel relation) {
		FieldModel target = relation.path().get(0).toField();
		boolean managed = target.owner().managed();
		List<String> columns = managed ? columns(model, field, field) : List.of(field.column());
		return new ForeignKey(Facts.table(model), ObjectNames.of(Facts.table(model), columns, "fkey"), columns,
				Facts.table(target.owner()),
				managed ? columns(target.owner(), target, field) : List.of(target.column()), action(relation),
				field.is(Flag.UNDEFERRED) ? Deferral.NONE : Deferral.DEFERRED, false);
	}

	/**
	 * A key between rows of tenants holds the tenant: it cannot lead to another's row.
	 */
	private static List<String> columns(EntityModel model, FieldModel column, FieldModel key) {
		Tenancy tenancy = Tenancy.isShared(key) ? Tenancy.own(model.concrete()) : null;
		return (tenancy != null) ? List.of(tenancy.field().column(), column.column()) : List.of(column.column());
	}

	/** What the engine does itself the server must not. */
	private static ForeignKey.Action action(RelationModel relation) {
		return switch (relation.onDelete()) {
			case DB_CASCADE -> ForeignKey.Action.CASCADE;
			case DB_SET_NULL -> ForeignKey.Action.SET_NULL;
			case DB_SET_DEFAULT -> ForeignKey.Action.SET_DEFAULT;
			default -> ForeignKey.Action.NONE;
		};
	}

}
