package dev.orm.migration.ddl;

import java.util.List;

import dev.orm.schema.Column;
import dev.orm.schema.Exclusion;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.Index;
import dev.orm.schema.Key;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Unique;

/**
 * What is said of the values a column may have in rows, beyond its type. Immutable.
 *
 * @param schema the schema that says it
 */
record RowRules(Schema schema) {

	/** Whether rows may be told apart by the column, so that one value is not enough. */
	boolean tellsApart(Column column) {
		return this.schema.objects()
			.stream()
			.anyMatch((object) -> object.id().table().equals(column.table()) && tellsApart(object, column.name()));
	}

	private static boolean tellsApart(SchemaObject object, String column) {
		if (object instanceof Unique unique) {
			return unique.columns().contains(column);
		}
		if (object instanceof Index index) {
			return index.unique() && mentions(index, column);
		}
		if (object instanceof Exclusion exclusion) {
			return exclusion.elements().contains(SqlText.name(column));
		}
		return object instanceof Key key && key.columns().contains(column);
	}

	private static boolean mentions(Index index, String column) {
		List<Index.Element> elements = index.elements();
		return elements.stream()
			.anyMatch((element) -> element.column().equals(column)
					|| element.expression().contains(SqlText.name(column)));
	}

	/** Whether the column must name a row of another table. */
	boolean refers(Column column) {
		return this.schema.all(ForeignKey.class)
			.stream()
			.anyMatch((key) -> key.table().equals(column.table()) && key.columns().contains(column.name()));
	}

}
