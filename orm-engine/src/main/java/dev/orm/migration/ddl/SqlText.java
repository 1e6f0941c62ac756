package dev.orm.migration.ddl;

import java.util.List;
import java.util.stream.Collectors;

import dev.orm.dialect.IdentifierQuoting;
import dev.orm.schema.TablePath;

/** Writes names, lists and literals of SQL. */
final class SqlText {

	private SqlText() {
	}

	static String name(String name) {
		return IdentifierQuoting.DOUBLE_QUOTES.quote(name);
	}

	/** The path of a table, in its schema if it has one. */
	static String table(String path) {
		return table(TablePath.of(path));
	}

	static String table(TablePath path) {
		return path.parts().stream().map(SqlText::name).collect(Collectors.joining("."));
	}

	/** An index, which lies in the schema of its table. */
	static String beside(String table, String index) {
		return table(TablePath.of(table).beside(index));
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
