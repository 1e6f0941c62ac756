package dev.orm.migration.lint;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.TablePath;

/**
 * Which statements make a change: those that name its object, and its table where the
 * name means something there only. What no statement names has the name the server gives,
 * and is made by those that name its table and columns. Immutable.
 *
 * @param statements the statements of a migration
 * @param before the schema before it
 * @param changes what it changes
 */
record StatementChanges(List<String> statements, Schema before, List<Change> changes) {

	/**
	 * Return which statements make a change.
	 * @param change the change
	 * @return true for such a statement
	 */
	Predicate<String> by(Change change) {
		ObjectId id = change.id();
		boolean apart = !id.kind().isPartOfTable() || id.kind() == ObjectKind.INDEX;
		Predicate<String> named = names(name(id));
		if (this.statements.stream().noneMatch(named)) {
			return names(TablePath.of(id.table()).name()).and(namesColumns(change));
		}
		return apart ? named : named.and(names(TablePath.of(id.table()).name()));
	}

	private static String name(ObjectId id) {
		return (id.kind() == ObjectKind.TABLE) ? TablePath.of(id.name()).name() : id.name();
	}

	/** Whether a statement names the columns of an object, of which there are some. */
	private Predicate<String> namesColumns(Change change) {
		if (!(change instanceof Change.Add added)) {
			return (statement) -> false;
		}
		List<String> columns = columns(added.object());
		return (statement) -> !columns.isEmpty()
				&& columns.stream().allMatch((column) -> names(column).test(statement));
	}

	private List<String> columns(SchemaObject object) {
		Stream<Column> fresh = this.changes.stream()
			.filter((change) -> change instanceof Change.Add added && added.object() instanceof Column)
			.map((change) -> (Column) ((Change.Add) change).object());
		return Stream.concat(this.before.all(Column.class).stream(), fresh)
			.filter((column) -> column.table().equals(object.id().table()) && object.names(column.id()))
			.map(Column::name)
			.toList();
	}

	private static Predicate<String> names(String name) {
		return Pattern.compile(RunningScript.name(name)).asPredicate();
	}

}
