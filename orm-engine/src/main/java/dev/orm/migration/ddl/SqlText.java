package dev.orm.migration.ddl;

import java.util.List;
import java.util.stream.Collectors;

/** Writes names, lists and literals of SQL. */
final class SqlText {

	private SqlText() {
	}

	static String name(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

	static String names(List<String> names) {
		return names.stream().map(SqlText::name).collect(Collectors.joining(", ", "(", ")"));
	}

	/** A dollar before a brace would be taken for a placeholder by Flyway. */
	static String literal(String text) {
		String quoted = text.replace("'", "''");
		return text.contains("${") ? "U&'" + quoted.replace("\\", "\\\\").replace("${", "\\0024{") + "'"
				: "'" + quoted + "'";
	}

	/** An expression in which Flyway finds no placeholder. */
	static String expression(String sql) {
		return sql.replace("${", "$' || '{");
	}

}
