package dev.orm.migration.ddl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.orm.schema.Change;
import dev.orm.schema.Check;
import dev.orm.schema.Column;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;

/**
 * Keeps the columns in step that name the tables generic keys point to: where a table is
 * renamed, so are its rows there. Rows change when all tables have their new names, or
 * where the CHECK of the column changes, between the old one and the new. Used once.
 */
final class GenericTypes {

	private final List<Change.Rename> renames = new ArrayList<>();

	private final List<Column> columns = new ArrayList<>();

	/** Tables whose CHECK changes, too. */
	private final Set<String> checked = new HashSet<>();

	private int renamed;

	GenericTypes(Schema after, List<Change> changes, Set<String> created) {
		for (Change change : changes) {
			if (change instanceof Change.Rename rename && rename.id().kind() == ObjectKind.TABLE) {
				this.renames.add(rename);
			}
			if (change instanceof Change.Replace replace && replace.after() instanceof Check check) {
				this.checked.add(check.table());
			}
		}
		if (!this.renames.isEmpty()) {
			after.all(Column.class)
				.stream()
				.filter((column) -> column.isGenericType() && !created.contains(column.table()))
				.forEach(this.columns::add);
		}
	}

	/** What follows the rename of a table. */
	List<String> afterRename() {
		this.renamed++;
		return (this.renamed < this.renames.size()) ? List.of()
				: this.columns.stream()
					.filter((column) -> !this.checked.contains(column.table()))
					.flatMap((column) -> updates(column).stream())
					.toList();
	}

	/** What stands between the old CHECK of a table and the new one. */
	List<String> betweenChecks(String table) {
		return this.checked.remove(table) ? this.columns.stream()
			.filter((column) -> column.table().equals(table))
			.flatMap((column) -> updates(column).stream())
			.toList() : List.of();
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

}
