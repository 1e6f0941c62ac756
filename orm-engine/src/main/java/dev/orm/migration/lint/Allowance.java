package dev.orm.migration.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.migration.files.ScriptStatements;

/**
 * A line that silences a rule: {@code -- orm:allow RULE because REASON}. It means the
 * statement it stands above. At the head of a script, with a blank line below, it means
 * all of the script, as it does in Java and above a title of the journal. Immutable.
 *
 * @param rule the rule; empty if the line cannot be read
 * @param place the statement, from 0, or one of the constants
 * @param line the line
 */
record Allowance(String rule, int place, String line) {

	/** All of a migration. */
	static final int EVERYWHERE = -1;

	/** Below the last statement. */
	static final int NOWHERE = -2;

	/** All of a migration, as its journal says. */
	static final int JOURNAL = -3;

	private static final Pattern LINE = Pattern
		.compile("(?m)^[ \\t]*(?:--|//|#).*\\borm:allow\\b.*$" + "|(?:--|//|/\\*)[^\\n]*\\borm:allow\\b.*$");

	private static final Pattern WORDS = Pattern.compile("\\s*(?:--|//|#)\\s*orm:allow\\s+(\\S+)\\s+because\\s+\\S.*");

	private static final Pattern BLANK_LINE = Pattern.compile("\\R[ \\t]*\\R");

	/**
	 * Read the lines of a migration.
	 * @param migration the migration
	 * @return those that say what is silenced, also those that cannot be read
	 */
	static List<Allowance> of(LintedMigration migration) {
		List<Allowance> all = new ArrayList<>(inScript(migration.sql()));
		all.addAll(in(migration.java(), EVERYWHERE));
		all.addAll(in(String.join("\n", migration.notes()), JOURNAL));
		return all;
	}

	private static List<Allowance> in(String text, int place) {
		return LINE.matcher(text)
			.results()
			.map((line) -> read(line.group(), isAlone(text, line.start()), place))
			.toList();
	}

	private static List<Allowance> inScript(String sql) {
		if (!sql.contains("orm:allow")) {
			return List.of();
		}
		List<String> statements = ScriptStatements.split(sql);
		List<Allowance> all = new ArrayList<>();
		Matcher line = LINE.matcher(sql);
		while (line.find()) {
			all.add(read(line.group(), isAlone(sql, line.start()), place(sql, statements, line.start())));
		}
		return all;
	}

	private static Allowance read(String line, boolean alone, int place) {
		Matcher words = WORDS.matcher(line);
		return new Allowance((alone && words.matches()) ? words.group(1) : "", place, line.strip());
	}

	private static boolean isAlone(String text, int start) {
		return start == 0 || text.charAt(start - 1) == '\n';
	}

	private static int place(String sql, List<String> statements, int line) {
		int end = 0;
		for (int i = 0; i < statements.size(); i++) {
			String statement = statements.get(i);
			int start = sql.indexOf(statement, end);
			end = start + statement.length();
			if (line < end) {
				int words = start + ScriptStatements.beginning(statement);
				boolean head = i == 0 && line < words && BLANK_LINE.matcher(sql.substring(line, words)).find();
				return head ? EVERYWHERE : i;
			}
		}
		return statements.isEmpty() ? EVERYWHERE : NOWHERE;
	}

	boolean isWhole() {
		return this.place == EVERYWHERE || this.place == JOURNAL;
	}

}
