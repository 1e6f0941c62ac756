package dev.orm.migration.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.orm.migration.problem.RefusedChangeException;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Raw;
import dev.orm.schema.Schema;
import dev.orm.schema.TablePath;

/**
 * Finds views, rules and triggers that models declare as they are and that read a column:
 * PostgreSQL neither drops it nor changes its type as long as they are there.
 */
public final class Readers {

	private static final Pattern READS = Pattern
		.compile("(?is)\\s*CREATE\\s+(OR\\s+REPLACE\\s+)?(\\w+\\s+){0,2}(VIEW|TRIGGER|RULE)\\b.*");

	private Readers() {
	}

	/**
	 * Find what reads a column, or may do so: its text names the table, and the column or
	 * all of them.
	 * @param schema the schema
	 * @param column the column
	 * @return the objects
	 */
	public static List<Raw> of(Schema schema, Column column) {
		return schema.all(Raw.class).stream().filter((raw) -> reads(raw, column)).toList();
	}

	/**
	 * Return whether an object reads a column, or may do so.
	 * @param raw the object
	 * @param column the column
	 * @return true if its text names both the table, and the column or all of them
	 */
	public static boolean reads(Raw raw, Column column) {
		String create = raw.create();
		return READS.matcher(create).matches() && names(create, TablePath.of(column.table()).name())
				&& mayName(raw, column.id());
	}

	/**
	 * Return whether the text of an object has the name of a column.
	 * @param raw the object
	 * @param column the id of the column
	 * @return true if it has
	 */
	public static boolean names(Raw raw, ObjectId column) {
		return names(raw.create(), column.name());
	}

	/**
	 * Return whether what makes or drops an object has the old name of what is renamed.
	 * @param raw the object
	 * @param rename the rename
	 * @return true if it has
	 */
	public static boolean names(Raw raw, Change.Rename rename) {
		String old = (rename.id().kind() == ObjectKind.TABLE) ? TablePath.of(rename.id().name()).name()
				: rename.id().name();
		return names(raw.create(), old) || names(raw.drop(), old);
	}

	/**
	 * Return whether the text of an object has the name of a column, or may mean it by
	 * all columns.
	 * @param raw the object
	 * @param column the id of the column
	 * @return true if it names the column or all of them
	 */
	public static boolean mayName(Raw raw, ObjectId column) {
		return raw.create().contains("*") || names(raw, column);
	}

	/**
	 * Find what is built on an object that is declared as it is, or on what is built on
	 * that: a trigger on its function, a view on a view.
	 * @param schema the schema
	 * @param raw the object
	 * @return the objects whose statements have its name and come after it
	 */
	static List<Raw> on(Schema schema, Raw raw) {
		List<Raw> all = schema.all(Raw.class);
		List<Raw> built = new ArrayList<>(List.of(raw));
		for (Raw later : all.subList(all.indexOf(raw) + 1, all.size())) {
			if (built.stream().anyMatch((one) -> names(later.create(), one.name()))) {
				built.add(later);
			}
		}
		return built.subList(1, built.size());
	}

	private static boolean names(String text, String word) {
		return Pattern.compile("(?i)(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])").matcher(text).find();
	}

	/** Refuse what cannot be dropped, and so cannot be made again. */
	static Raw requireDrop(Raw raw, Column column) {
		if (raw.drop().isEmpty()) {
			throw new RefusedChangeException(
					"%s changes, and PostgreSQL refuses that while '%s' reads it, of which nothing says how it is dropped. hint: meta.raw(name, create, drop)"
						.formatted(column.id(), raw.name()),
					column.id());
		}
		return raw;
	}

}
