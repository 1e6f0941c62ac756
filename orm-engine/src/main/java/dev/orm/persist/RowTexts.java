package dev.orm.persist;

import java.util.ArrayList;
import java.util.List;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.observe.Operation;
import dev.orm.type.ValueType;
import dev.orm.persist.Texts.WriteText;
import org.jspecify.annotations.Nullable;

/**
 * Reads, changes and deletes rows named by a {@link RowFilter}, by one statement each.
 * Thread-safe.
 */
final class RowTexts {

	private final Texts texts;

	private final Writes writes;

	RowTexts(Texts texts, Writes writes) {
		this.texts = texts;
		this.writes = writes;
	}

	int delete(EntityModel model, RowFilter filter, String database) {
		String table = model.concrete().table();
		WriteText text = this.texts.of(List.of("delete", model, filter.shape()),
				() -> new WriteText("DELETE FROM " + Texts.quote(table) + " AS t WHERE " + filter.sql("t"),
						filter.types(), Operation.DELETE, table));
		return this.writes.update(text, filter.values(), database);
	}

	/** Lock the rows until the end of the transaction. Return whether there are any. */
	boolean lock(EntityModel table, RowFilter filter, String database) {
		WriteText text = this.texts.of(List.of("lock", table, filter.shape()), () -> new WriteText(
				"SELECT 1 FROM " + Texts.quote(table.table()) + " AS t WHERE " + filter.sql("t") + " FOR UPDATE",
				filter.types(), Operation.SELECT, table.table()));
		return this.writes.query(text, filter.values(), database, (rows) -> rows.next());
	}

	/**
	 * Set one column of the table that owns it; the filter names rows of the same table.
	 * Instances loaded before are stale: their version, in whichever table, is counted
	 * up.
	 */
	int set(FieldModel field, @Nullable Object value, RowFilter filter, String database) {
		String table = field.owner().table();
		WriteText text = this.texts.of(List.of("set", field, filter.shape()), () -> {
			List<ValueType> types = new ArrayList<>(List.of(field.type()));
			types.addAll(filter.types());
			return new WriteText(set(field, filter), types, Operation.UPDATE, table);
		});
		List<@Nullable Object> values = new ArrayList<>();
		values.add(value);
		values.addAll(filter.values());
		return this.writes.update(text, values, database);
	}

	private static String set(FieldModel field, RowFilter filter) {
		EntityModel table = field.owner();
		FieldModel version = version(table);
		boolean own = version != null && version.owner() == table;
		String update = "UPDATE " + Texts.quote(table.table()) + " AS t SET " + Texts.quote(field.column()) + " = ?"
				+ ((version != null && own) ? ", " + counted(version, "t") : "") + " WHERE " + filter.sql("t");
		return (version == null || own) ? update : countedAbove(version, update, table.pk());
	}

	private static @Nullable FieldModel version(EntityModel table) {
		return table.fields().stream().filter((field) -> field.is(Flag.VERSION)).findFirst().orElse(null);
	}

	private static String counted(FieldModel version, String alias) {
		String column = Texts.quote(version.column());
		return column + " = COALESCE(" + alias + "." + column + " + 1, 0)";
	}

	/** The row of a parent has the key of its child. */
	private static String countedAbove(FieldModel version, String update, FieldModel key) {
		EntityModel parent = version.owner();
		return "WITH changed AS (" + update + " RETURNING t." + Texts.quote(key.column()) + " AS k) UPDATE "
				+ Texts.quote(parent.table()) + " AS p SET " + counted(version, "p") + " FROM changed WHERE p."
				+ Texts.quote(parent.pk().column()) + " = changed.k";
	}

	/**
	 * Read columns of a model, some of which may be in parents' tables; the filter names
	 * rows of its own table.
	 */
	Rows select(Rows.Columns columns, RowFilter filter, String database) {
		WriteText text = this.texts.of(List.of("rows", columns, filter.shape()),
				() -> new WriteText(select(columns) + " WHERE " + filter.sql("t0"), filter.types(), Operation.SELECT,
						columns.model().table()));
		return this.writes.query(text, filter.values(), database, (rows) -> {
			Rows found = Rows.none(columns);
			while (rows.next()) {
				List<@Nullable Object> row = new ArrayList<>(columns.fields().size());
				for (int i = 0; i < columns.fields().size(); i++) {
					row.add(rows.get(i + 1, columns.fields().get(i).type()));
				}
				found.add(row);
			}
			return found;
		});
	}

	private static String select(Rows.Columns columns) {
		List<EntityModel> tables = new ArrayList<>(List.of(columns.model().concrete()));
		StringBuilder from = new StringBuilder(" FROM " + Texts.quote(tables.get(0).table()) + " AS t0");
		for (FieldModel field : columns.fields()) {
			while (!tables.contains(field.owner())) {
				join(tables, from);
			}
		}
		List<String> selected = columns.fields()
			.stream()
			.map((field) -> "t" + tables.indexOf(field.owner()) + "." + Texts.quote(field.column()))
			.toList();
		return "SELECT " + String.join(", ", selected) + from;
	}

	private static void join(List<EntityModel> tables, StringBuilder from) {
		EntityModel child = tables.get(tables.size() - 1);
		EntityModel parent = child.parent();
		if (parent == null) {
			throw new IllegalStateException(child + " has no parent");
		}
		String near = "t" + (tables.size() - 1) + "." + Texts.quote(child.pk().column());
		String far = "t" + tables.size();
		from.append(" INNER JOIN ").append(Texts.quote(parent.table())).append(" AS ").append(far);
		from.append(" ON ").append(near).append(" = ").append(far).append('.');
		from.append(Texts.quote(parent.pk().column()));
		tables.add(parent.concrete());
	}

	/** Read one column of the rows of a table. */
	List<Object> values(FieldModel field, RowFilter filter, String database) {
		WriteText text = this.texts.of(List.of("values", field, filter.shape()),
				() -> new WriteText(
						"SELECT t." + Texts.quote(field.column()) + " FROM " + Texts.quote(field.owner().table())
								+ " AS t WHERE " + filter.sql("t"),
						filter.types(), Operation.SELECT, field.owner().table()));
		return this.writes.query(text, filter.values(), database, (rows) -> {
			List<Object> values = new ArrayList<>();
			while (rows.next()) {
				Object value = rows.get(1, field.type());
				if (value != null) {
					values.add(value);
				}
			}
			return values;
		});
	}

}
