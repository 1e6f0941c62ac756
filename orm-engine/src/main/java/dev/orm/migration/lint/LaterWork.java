package dev.orm.migration.lint;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds statements that change or read all rows while the transaction holds the strong
 * lock of a statement before. Where a file runs in no transaction none is held. Tables
 * the migration makes are locked for nobody. Immutable.
 */
final class LaterWork implements LintRule {

	private static final String TABLE = "(?:ONLY\\s+|IF\\s+EXISTS\\s+)*([\\w.\"$]+)";

	private static final Pattern LOCK = Pattern
		.compile("(?is)^\\s*ALTER\\s+TABLE\\s+" + TABLE + "(?!.*\\bVALIDATE\\s+CONSTRAINT\\b)");

	private static final Pattern WORK = Pattern.compile(
			"(?is)^\\s*(?:UPDATE|DELETE\\s+FROM|ALTER\\s+TABLE(?=.*\\bVALIDATE\\s+CONSTRAINT\\b)|CREATE\\s+(?:UNIQUE\\s+)?INDEX\\b.*?\\bON)\\s+"
					+ TABLE);

	@Override
	public String id() {
		return "lock-then-work";
	}

	@Override
	public List<Finding> check(LintedMigration migration) {
		RunningScript script = migration.script();
		if (script.apart()) {
			return List.of();
		}
		Set<String> created = migration.created();
		String locked = "";
		for (String statement : script.statements()) {
			if (!locked.isEmpty() && isOld(WORK.matcher(statement), created)) {
				return List.of(found(locked));
			}
			Matcher lock = LOCK.matcher(statement);
			if (isOld(lock, created)) {
				locked = table(lock);
			}
		}
		return List.of();
	}

	private Finding found(String locked) {
		return new Finding(id(), Severity.ERROR, locked, "rows are changed or read while its strong lock is held",
				"split the file");
	}

	private static boolean isOld(Matcher statement, Set<String> created) {
		return statement.find() && !created.contains(table(statement));
	}

	private static String table(Matcher statement) {
		return statement.group(1).replace("\"", "");
	}

}
