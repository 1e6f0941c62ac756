package dev.orm.migration.ddl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Raw;
import dev.orm.schema.Schema;
import dev.orm.schema.TablePath;

import static dev.orm.migration.ddl.SqlText.name;
import static dev.orm.migration.ddl.SqlText.table;

/**
 * The view under the old name of a table that is renamed while others use it. Immutable
 * and thread-safe.
 *
 * @param rename the rename
 * @param columns the columns the table has before, and what they are called after
 */
public record TableView(Change.Rename rename, Map<String, String> columns) {

	/**
	 * Return a view that reads the table as it reads it by its new name.
	 * @param reader the view
	 * @return the same with the other name; itself if it does not name the table
	 */
	public Raw follow(Raw reader) {
		String schema = from().schema().isEmpty() ? "" : "(?:\"?" + Pattern.quote(from().schema()) + "\"?\\s*\\.\\s*)?";
		String name = schema + "(?<![\\w$\"])\"?" + Pattern.quote(from().name()) + "\"?(?![\\w$\"])";
		String create = Pattern.compile("'(?:[^']++|'')*+'|(" + name + ")", Pattern.CASE_INSENSITIVE)
			.matcher(reader.create())
			.replaceAll((found) -> Matcher.quoteReplacement((found.group(1) != null) ? table(to()) : found.group()));
		return new Raw(reader.name(), create, reader.drop());
	}

	/**
	 * Rename the table, and leave the view.
	 * @param before the schema before
	 * @param readers the views that follow the table
	 * @return both scripts
	 */
	public Script leave(Schema before, List<Raw> readers) {
		Script plain = leave(before);
		List<Raw> last = new ArrayList<>(readers);
		Collections.reverse(last);
		List<String> drops = last.stream().map(Raw::drop).map(SqlText::expression).toList();
		List<String> forward = new ArrayList<>(drops);
		forward.addAll(plain.forward());
		readers.forEach((reader) -> forward.add(SqlText.expression(follow(reader).create())));
		List<String> undo = new ArrayList<>(drops);
		undo.addAll(plain.undo());
		readers.forEach((reader) -> undo.add(SqlText.expression(reader.create())));
		return new Script(forward, undo, plain.lost());
	}

	private Script leave(Schema before) {
		List<String> forward = new ArrayList<>();
		HistoryScript histories = new HistoryScript(before, forward::add);
		histories.rename(this.rename);
		forward.addAll(SchemaStatements.move(from(), to()));
		forward.add(create(before.plus(List.of(this.rename))));
		histories.end();
		List<String> undo = new ArrayList<>(List.of(drop()));
		undo.addAll(back(before.plus(List.of(this.rename))));
		return new Script(forward, undo, List.of());
	}

	private List<String> back(Schema after) {
		List<String> statements = new ArrayList<>();
		HistoryScript histories = new HistoryScript(after, statements::add);
		histories.rename(this.rename.inverse());
		statements.addAll(SchemaStatements.move(to(), from()));
		histories.end();
		return statements;
	}

	/**
	 * Take the view away while a script runs that it would be in the way of.
	 * @param script the script
	 * @param before the schema before it
	 * @param after the schema after it
	 * @return both scripts
	 */
	public Script around(Script script, Schema before, Schema after) {
		return new Script(around(script.forward(), after), around(script.undo(), before), script.lost());
	}

	private List<String> around(List<String> statements, Schema schema) {
		List<String> all = new ArrayList<>(List.of(drop()));
		all.addAll(statements);
		all.add(create(schema));
		return all;
	}

	/**
	 * Return the statement that makes the view.
	 * @param schema the schema it lies in: columns that are not there are left out
	 * @return the statement
	 */
	public String create(Schema schema) {
		return "CREATE VIEW " + table(from()) + " WITH (security_invoker = true) AS SELECT "
				+ this.columns.keySet()
					.stream()
					.flatMap((column) -> shown(schema, column).stream())
					.collect(Collectors.joining(", "))
				+ " FROM " + table(to());
	}

	private Optional<String> shown(Schema schema, String column) {
		String renamed = this.columns.getOrDefault(column, column);
		if (schema.column(this.rename.to(), renamed).isEmpty()) {
			return schema.column(this.rename.to(), column).map(Column::name).map(SqlText::name);
		}
		return Optional.of(renamed.equals(column) ? name(column) : name(renamed) + " AS " + name(column));
	}

	/**
	 * Return the statement that drops the view.
	 * @return the statement
	 */
	public String drop() {
		return "DROP VIEW IF EXISTS " + table(from());
	}

	/**
	 * Return whether changes are refused while the view is there.
	 * @param change a change
	 * @return true if it changes what the view shows
	 */
	public boolean isInTheWayOf(Change change) {
		ObjectId id = change.id();
		return id.table().equals(this.rename.to())
				&& ((change instanceof Change.Remove removed && removed.object() instanceof Column)
						|| (change instanceof Change.Replace replaced && replaced.before() instanceof Column old
								&& replaced.after() instanceof Column column && isMadeAnew(old, column)));
	}

	private static boolean isMadeAnew(Column old, Column column) {
		return !column.withNotNull(old.notNull())
			.withDefault(old.defaultValue())
			.withComment(old.comment())
			.withIdentity(old.identity())
			.equals(old);
	}

	private TablePath from() {
		return TablePath.of(this.rename.id().name());
	}

	private TablePath to() {
		return TablePath.of(this.rename.to());
	}

}
