package dev.orm.migration.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.orm.schema.Column;
import dev.orm.schema.Distribution;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.Key;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Unique;

/**
 * Tables that are spread over servers by whose their rows are, as their classes say them:
 * keys and references hold that column in the database, and in a class it goes along by
 * itself.
 *
 * @param columns the columns by their tables; of tables that are spread by their whole
 * key there is none
 */
record SpreadKeys(Map<String, String> columns) {

	static SpreadKeys of(Schema schema) {
		Map<String, List<String>> keys = new HashMap<>();
		schema.all(Key.class).forEach((key) -> keys.put(key.table(), key.columns()));
		Map<String, String> columns = new HashMap<>();
		schema.all(Distribution.class)
			.stream()
			.filter((spread) -> !spread.isReference()
					&& !keys.getOrDefault(spread.table(), List.of()).equals(List.of(spread.column())))
			.forEach((spread) -> columns.put(spread.table(), spread.column()));
		return new SpreadKeys(columns);
	}

	/** The column that says whose the rows of a table are; empty if none does. */
	String tenant(String table) {
		return this.columns.getOrDefault(table, "");
	}

	/** The object as a class says it. */
	SchemaObject said(SchemaObject object) {
		if (object instanceof Key key) {
			return new Key(key.table(), key.name(), without(key.columns(), tenant(key.table())));
		}
		return (object instanceof ForeignKey key && isShared(key)) ? said(key) : object;
	}

	/** Whether a foreign key leads from rows of tenants to rows of tenants. */
	private boolean isShared(ForeignKey key) {
		int place = key.columns().indexOf(tenant(key.table()));
		return place >= 0 && key.columns().size() > 1 && key.targetColumns().get(place).equals(tenant(key.target()));
	}

	private ForeignKey said(ForeignKey key) {
		return new ForeignKey(key.table(), key.name(), without(key.columns(), tenant(key.table())), key.target(),
				without(key.targetColumns(), tenant(key.target())), key.onDelete(), key.deferral(), key.outside());
	}

	/** What a join table holds besides whose its rows are. */
	List<SchemaObject> joining(List<SchemaObject> parts) {
		List<SchemaObject> joining = new ArrayList<>();
		for (SchemaObject part : parts) {
			String tenant = tenant(part.id().table());
			boolean own = (part instanceof Column column && column.name().equals(tenant))
					|| (part instanceof ForeignKey key && key.columns().equals(List.of(tenant)));
			if (!own) {
				joining.add((part instanceof Unique unique)
						? Unique.of(unique.table(), unique.name(), without(unique.columns(), tenant)) : part);
			}
		}
		return joining;
	}

	private static List<String> without(List<String> columns, String column) {
		return (columns.size() > 1) ? columns.stream().filter((name) -> !name.equals(column)).toList() : columns;
	}

}
