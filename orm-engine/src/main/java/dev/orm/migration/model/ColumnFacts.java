package dev.orm.migration.model;

import java.util.Map;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.schema.Column;
import dev.orm.schema.Column.Identity;

/** A field becomes a column; some types need an extension. */
final class ColumnFacts implements FactSource {

	private static final Map<String, String> EXTENSIONS = Map.of("hstore", "hstore", "citext", "citext", "ltree",
			"ltree", "vector", "vector", "geometry", "postgis", "geography", "postgis", "cube", "cube", "isbn", "isn");

	@Override
	public void add(EntityModel model, Facts facts) {
		for (FieldModel field : model.localFields()) {
			Column column = column(model, field);
			facts.add(column, field);
			String extension = EXTENSIONS.get(column.type().replaceFirst("[(\\[].*", "").strip());
			if (extension != null) {
				facts.extension(extension);
			}
		}
	}

	private static Column column(EntityModel model, FieldModel field) {
		boolean notNull = !field.nullable() || field.primaryKey();
		boolean numbered = field.is(Flag.IDENTITY) && field.relation() == null;
		return Column.of(Facts.table(model), field.column(), field.type().sqlName(), notNull)
			.withIdentity(numbered ? Identity.BY_DEFAULT : Identity.NONE);
	}

}
