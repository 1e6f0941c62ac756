package dev.orm.golden;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays a statement out for people: a clause a line, subqueries indented. Not thread-safe.
 */
final class SqlLayout {

	private static final Pattern CLAUSE = Pattern
		.compile("(?<!DISTINCT )(?<!DELETE )FROM |(INNER|LEFT OUTER) JOIN |WHERE |GROUP BY |HAVING |ORDER BY |LIMIT "
				+ "|OFFSET |UNION |INTERSECT |EXCEPT |FOR (NO KEY )?UPDATE|SET |RETURNING ");

	private static final Pattern QUERY = Pattern.compile("\\((\\(|SELECT |WITH )");

	private final String sql;

	private final StringBuilder text = new StringBuilder();

	private final Deque<Boolean> parentheses = new ArrayDeque<>();

	private int depth;

	private SqlLayout(String sql) {
		this.sql = sql;
	}

	static String of(String sql) {
		return new SqlLayout(sql).text();
	}

	private String text() {
		Matcher clause = CLAUSE.matcher(this.sql);
		char quote = 0;
		for (int i = 0; i < this.sql.length(); i++) {
			char at = this.sql.charAt(i);
			if (quote != 0) {
				quote = (at == quote) ? 0 : quote;
			}
			else if (at == '"' || at == '\'') {
				quote = at;
			}
			else if (isBreak(i, clause)) {
				this.text.append('\n').append("\t".repeat(this.depth));
				continue;
			}
			else {
				follow(i, at);
			}
			this.text.append(at);
		}
		return this.text.toString();
	}

	private boolean isBreak(int at, Matcher clause) {
		boolean inQuery = this.parentheses.isEmpty() || this.parentheses.peek();
		return inQuery && this.sql.charAt(at) == ' '
				&& clause.region(at + 1, this.sql.length()).useTransparentBounds(true).lookingAt();
	}

	private void follow(int at, char character) {
		if (character == '(') {
			boolean query = QUERY.matcher(this.sql).region(at, this.sql.length()).lookingAt();
			this.parentheses.push(query);
			this.depth += query ? 1 : 0;
		}
		else if (character == ')' && !this.parentheses.isEmpty()) {
			this.depth -= this.parentheses.pop() ? 1 : 0;
		}
	}

}
