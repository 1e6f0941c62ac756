package dev.orm.migration.model;

/** Writes texts as SQL literals that Flyway leaves alone. */
final class SqlLiterals {

	private SqlLiterals() {
	}

	/** A dollar before a brace would be taken for a placeholder, so it is escaped. */
	static String text(String text) {
		String quoted = text.replace("'", "''");
		return text.contains("${") ? "U&'" + quoted.replace("\\", "\\\\").replace("${", "\\0024{") + "'"
				: "'" + quoted + "'";
	}

}
