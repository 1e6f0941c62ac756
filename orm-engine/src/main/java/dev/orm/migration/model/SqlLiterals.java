package dev.orm.migration.model;

/**
 * Writes texts as SQL literals that Flyway leaves alone, and that stay on one line.
 */
final class SqlLiterals {

	private SqlLiterals() {
	}

	/** A dollar before a brace would be taken for a placeholder, so it is escaped. */
	static String text(String text) {
		String quoted = text.replace("'", "''");
		boolean plain = !text.contains("${") && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
		return plain ? "'" + quoted + "'" : "U&'" + escaped(quoted) + "'";
	}

	private static String escaped(String text) {
		return text.replace("\\", "\\\\").replace("${", "\\0024{").replace("\n", "\\000a").replace("\r", "\\000d");
	}

}
