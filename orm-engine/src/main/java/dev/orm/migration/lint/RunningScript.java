package dev.orm.migration.lint;

import java.util.List;
import java.util.regex.Pattern;

import dev.orm.migration.files.ScriptStatements;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.ObjectKind;

/**
 * How a migration is run: its statements tell which changes are made beside those who
 * work. Immutable.
 *
 * @param statements the statements, without comments and literals
 * @param apart whether they run in no transaction, so that each lock ends with its
 * statement
 */
public record RunningScript(List<String> statements, boolean apart) {

	public RunningScript {
		statements = List.copyOf(statements);
	}

	/**
	 * Return the script of some SQL.
	 * @param sql the text
	 * @param apart whether the file beside it says that it runs in no transaction
	 * @return the script
	 */
	public static RunningScript of(String sql, boolean apart) {
		return new RunningScript(ScriptStatements.split(sql).stream().map(ScriptStatements::words).toList(),
				apart || ScriptStatements.isConcurrent(sql));
	}

	/** Whether an index is made or dropped while others write. */
	boolean isConcurrent(Change change) {
		return change.id().kind() == ObjectKind.INDEX && says("\\bCONCURRENTLY\\b.*" + name(change.id().name()));
	}

	/** Whether a unique constraint or a key takes an index that is there. */
	boolean usesIndex(Change change) {
		return says("\\bADD\\s+CONSTRAINT\\s+" + name(change.id().name()) + ".*\\bUSING\\s+INDEX\\b");
	}

	/** Whether an index is made first, while others write, that a constraint takes. */
	boolean buildsIndex() {
		return says("\\bINDEX\\s+CONCURRENTLY\\b.*\\bON\\b");
	}

	/** Whether rows that are there are not looked at as a rule is made. */
	boolean isNotValid(Change change) {
		return isNotNull(change)
				? says("\\bCHECK\\s*\\(+\\s*" + name(change.id().name()) + "\\s+IS\\s+NOT\\s+NULL.*\\bNOT\\s+VALID\\b")
						&& says("\\bVALIDATE\\s+CONSTRAINT\\b")
				: says("\\bADD\\s+CONSTRAINT\\s+" + name(change.id().name()) + ".*\\bNOT\\s+VALID\\b");
	}

	/** Whether they are looked at later in the same file. */
	boolean validates(Change change) {
		return isNotNull(change) || says("\\bVALIDATE\\s+CONSTRAINT\\s+" + name(change.id().name()));
	}

	/** Whether rows of a table are changed at once. */
	boolean changesRows(String table) {
		return says("^\\s*(?:UPDATE|DELETE\\s+FROM)\\s+(?:ONLY\\s+)?"
				+ String.join("\\.", List.of(table.split("\\.")).stream().map(RunningScript::name).toList()));
	}

	/** Whether a column takes NULL no longer. */
	static boolean isNotNull(Change change) {
		return change instanceof Change.Replace replaced && replaced.before() instanceof Column before
				&& replaced.after() instanceof Column after && !before.notNull() && after.notNull();
	}

	private boolean says(String pattern) {
		Pattern wanted = Pattern.compile("(?is)" + pattern);
		return this.statements.stream().anyMatch((statement) -> wanted.matcher(statement).find());
	}

	/** A name with quotes or without, and not the beginning of another. */
	static String name(String name) {
		return "(?<![\\w$])\"?" + Pattern.quote(name) + "\"?(?![\\w$])";
	}

}
