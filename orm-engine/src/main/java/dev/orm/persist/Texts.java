package dev.orm.persist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.orm.meta.FieldModel;
import dev.orm.observe.Operation;
import dev.orm.persist.WriteModel.Level;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * The texts of writes, each made once for what it depends on, and those of single rows.
 * Thread-safe.
 */
final class Texts {

	private final Map<Object, WriteText> texts = new ConcurrentHashMap<>();

	/** Return a text, making it if nothing equal to the key was asked before. */
	WriteText of(Object key, Supplier<WriteText> text) {
		WriteText known = this.texts.get(key);
		return (known != null) ? known : this.texts.computeIfAbsent(key, (missing) -> text.get());
	}

	WriteText insert(Level level, List<FieldModel> columns, @Nullable FieldModel returned) {
		return of(new Key("insert", level, columns, returned), () -> {
			String into = "INSERT INTO " + quote(level.table().table());
			String values = columns.isEmpty() ? " DEFAULT VALUES"
					: " (" + names(columns) + ") VALUES (" + "?, ".repeat(columns.size() - 1) + "?)";
			return new WriteText(into + values + returning(returned), types(columns), Operation.INSERT,
					level.table().table());
		});
	}

	WriteText update(Level level, List<FieldModel> columns, @Nullable FieldModel version) {
		return of(new Key("update", level, columns, version), () -> {
			StringJoiner set = new StringJoiner(", ");
			columns.forEach((column) -> set.add(quote(column.column()) + " = ?"));
			List<FieldModel> all = new ArrayList<>(columns);
			all.addAll(level.key());
			String same = "";
			if (version != null) {
				all.add(version);
				same = " AND " + quote(version.column()) + " IS NOT DISTINCT FROM ?";
			}
			return new WriteText("UPDATE " + quote(level.table().table()) + " SET " + set + where(level.key()) + same,
					types(all), Operation.UPDATE, level.table().table());
		});
	}

	WriteText exists(Level level) {
		return of(new Key("exists", level, List.of(), null),
				() -> new WriteText("SELECT 1 FROM " + quote(level.table().table()) + where(level.key()),
						types(level.key()), Operation.SELECT, level.table().table()));
	}

	private static String where(List<FieldModel> fields) {
		StringJoiner conditions = new StringJoiner(" AND ", " WHERE ", "");
		fields.forEach((field) -> conditions.add(quote(field.column()) + " = ?"));
		return conditions.toString();
	}

	static String returning(@Nullable FieldModel field) {
		return (field != null) ? " RETURNING " + quote(field.column()) : "";
	}

	static String names(List<FieldModel> fields) {
		StringJoiner names = new StringJoiner(", ");
		fields.forEach((field) -> names.add(quote(field.column())));
		return names.toString();
	}

	static List<ValueType> types(List<FieldModel> fields) {
		return fields.stream().map(FieldModel::type).toList();
	}

	static String quote(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

	/**
	 * The text of a write and the types of its parameters. Immutable and shared by all
	 * writes of one shape.
	 *
	 * @param sql the text
	 * @param types the types, in text order
	 * @param operation what it does
	 * @param table the table, for metrics
	 */
	record WriteText(String sql, List<ValueType> types, Operation operation, String table) {

		WriteText {
			types = List.copyOf(types);
		}

	}

	/** What a text depends on. Fields compare by identity. */
	private record Key(String kind, Level level, List<FieldModel> columns, @Nullable FieldModel extra) {

	}

}
