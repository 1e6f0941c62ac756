package dev.orm.architecture;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells SQL among the texts of a Java source from words for people and from names. */
final class SqlInSource {

	/** Comments and characters hold no texts; a text may look like either. */
	private static final Pattern TOKENS = Pattern.compile(
			"/\\*[\\s\\S]*?\\*/|//[^\\n]*|'(?:[^'\\\\\\n]|\\\\.)*'|\"\"\"([\\s\\S]*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

	private static final String CLAUSES = "SELECT|INSERT INTO|DELETE FROM|FROM|WHERE|RETURNING|ON CONFLICT|GROUP BY|HAVING";

	/** What no sentence has. */
	private static final Pattern CLAUSE = Pattern.compile("^\\s*(" + CLAUSES
			+ "|UPDATE|SET|EXPLAIN|LOCK|TRUNCATE|CREATE|ALTER|DROP|COMMENT ON)\\s|[ (](" + CLAUSES + ")\\s");

	private static final Pattern SENTENCE = Pattern.compile("(?<![\\w.])[a-z']{2,} [a-z']{2,} [a-z']{2,}");

	private static final Pattern NAME = Pattern.compile("\\w*");

	private static final List<Pattern> EXPRESSIONS = List.of(
			Pattern.compile("\\b(OVER|PARTITION BY|ORDER BY|JOIN|LATERAL|UNION|INTERSECT|EXCEPT|LIMIT|OFFSET|DISTINCT"
					+ "|BETWEEN|IS NULL|IS NOT \\w+|NOT NULL|CASE|WHEN|THEN|ELSE|AT TIME ZONE|COLLATE|FILTER|EXCLUDED"
					+ "|NULLS FIRST|NULLS LAST|DESC|ASC|FOR UPDATE|LIKE|EXISTS|AND|OR|NOT|WITH|USING|INTERVAL)\\b"),
			// a cast
			Pattern.compile("::[a-z_]|::$"),
			// a call
			Pattern.compile("\\b[A-Z][A-Z0-9_]*\\(|\\b(current_setting|set_config|count|nextval|unnest|lag|lead|now"
					+ "|coalesce|nullif|to_tsvector|row_number|pg_\\w+)\\("),
			// an operator, or where its sides stand
			Pattern.compile("(?<!\\|)\\|\\|(?!\\|)|'%'|\\binterval '|\\{} ?(\\|\\||[-+*/<>=~@#&^%]+|IS|IN|LIKE) "
					+ "|^\\(?\\{}\\)?[\\[,]|\\{}\\)?::|\\bARRAY\\["),
			// a column of a table
			Pattern.compile("\\\\\"\\w+\\\\\"\\."));

	private SqlInSource() {
	}

	/** Whether a source holds SQL. */
	static boolean isIn(String source) {
		Matcher tokens = TOKENS.matcher(source);
		while (tokens.find()) {
			String text = (tokens.group(1) != null) ? tokens.group(1) : tokens.group(2);
			if (text != null && isSql(text)) {
				return true;
			}
		}
		return false;
	}

	/** Whether a text is SQL, or a piece of it. */
	private static boolean isSql(String text) {
		if (CLAUSE.matcher(text).find()) {
			return true;
		}
		boolean said = SENTENCE.matcher(text).find() || NAME.matcher(text).matches();
		return !said && EXPRESSIONS.stream().anyMatch((expression) -> expression.matcher(text).find());
	}

}
