package dev.orm.migration.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.orm.schema.Change;
import dev.orm.schema.Check;
import dev.orm.schema.Column;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;

/**
 * Keeps the columns in step that name the tables generic keys point to: where a table is
 * renamed, so are its rows there. Rows change when all tables have their new names, or
 * where the CHECK of the column changes, while there is none. Used once.
 */
final class GenericTypes {

	private final List<Change.Rename> renames;

	/** Columns whose rows are to be changed, by the names they have at the time. */
	private List<TypeColumn> columns = List.of();

	private int renamed;

	GenericTypes(Schema before, Schema after, List<Change> changes) {
		this.renames = Change.tableRenames(changes);
		if (!this.renames.isEmpty()) {
			List<Check> taken = changes.stream().flatMap(GenericTypes::taken).toList();
			this.columns = before.all(Column.class)
				.stream()
				.filter((column) -> column.isGenericType() && after.has(column.renamed(changes).id()))
				.map((column) -> new TypeColumn(column, isChecked(column, changes, taken)))
				.toList();
		}
	}

	private static Stream<Check> taken(Change change) {
		SchemaObject object = (change instanceof Change.Replace replaced) ? replaced.before()
				: (change instanceof Change.Remove removed) ? removed.object() : null;
		return (object instanceof Check check) ? Stream.of(check) : Stream.empty();
	}

	/** Whether a CHECK that goes names the column, as it is before or after renames. */
	private static boolean isChecked(Column column, List<Change> changes, List<Check> taken) {
		ObjectId id = column.renamed(changes).id();
		return taken.stream().anyMatch((check) -> check.names(column.id()) || check.names(id));
	}

	/** What follows a rename. */
	List<String> after(Change.Rename rename) {
		this.columns = this.columns.stream().map((column) -> column.after(rename)).toList();
		this.renamed += (rename.id().kind() == ObjectKind.TABLE) ? 1 : 0;
		return (this.renamed < this.renames.size()) ? List.of() : updates((column) -> !column.checked());
	}

	/** What follows the removal of a CHECK, or comes before one is added. */
	List<String> beside(SchemaObject object) {
		return (object instanceof Check check) ? updates((column) -> check.names(column.column().id())) : List.of();
	}

	private List<String> updates(Predicate<TypeColumn> due) {
		List<String> updates = new ArrayList<>();
		this.columns.stream().filter(due).forEach((column) -> updates.addAll(updates(column.column())));
		this.columns = this.columns.stream().filter(due.negate()).toList();
		return updates;
	}

	private List<String> updates(Column column) {
		List<String> updates = new ArrayList<>();
		for (Change.Rename rename : this.renames) {
			String name = SqlText.name(column.name());
			updates.add("UPDATE " + SqlText.table(column.table()) + " SET " + name + " = "
					+ SqlText.literal(rename.to()) + " WHERE " + name + " = " + SqlText.literal(rename.id().name()));
		}
		return updates;
	}

	/**
	 * A column that names tables.
	 *
	 * @param column the column
	 * @param checked whether its CHECK goes
	 */
	private record TypeColumn(Column column, boolean checked) {

		TypeColumn after(Change.Rename rename) {
			return new TypeColumn(this.column.after(rename), this.checked);
		}

	}

}
