package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;

import dev.orm.error.QueryValueException;
import dev.orm.sql.Sql;
import dev.orm.sql.Template;
import dev.orm.type.ValueType;

/**
 * Splits a raw fragment at its placeholders: {@code %s}, with {@code %%} for a percent
 * sign. A question mark is an operator of PostgreSQL, which JDBC wants doubled.
 */
final class RawText {

	private static final char NONE = ' ';

	private RawText() {
	}

	static List<String> pieces(String sql) {
		List<String> pieces = new ArrayList<>();
		StringBuilder piece = new StringBuilder();
		char quote = NONE;
		for (int i = 0; i < sql.length(); i++) {
			char current = sql.charAt(i);
			char next = (i + 1 < sql.length()) ? sql.charAt(i + 1) : NONE;
			if (current == '%' && next == 's') {
				pieces.add(piece.toString());
				piece.setLength(0);
				i++;
				continue;
			}
			quote = quote(quote, current);
			boolean operator = current == '?' && quote == NONE;
			piece.append(operator ? "??" : String.valueOf(current));
			i += ((operator || current == '%') && next == current) ? 1 : 0;
		}
		pieces.add(piece.toString());
		return pieces;
	}

	/** The quote a character stands in, or the one it opens. */
	private static char quote(char quote, char current) {
		if (quote == NONE) {
			return (current == '\'' || current == '"') ? current : NONE;
		}
		return (current == quote) ? NONE : quote;
	}

	static Sql fill(String sql, List<String> pieces, List<Sql> parameters, ValueType type) {
		if (pieces.size() != parameters.size() + 1) {
			throw new QueryValueException("Raw SQL has %d placeholders but %d parameters: %s"
				.formatted(pieces.size() - 1, parameters.size(), sql));
		}
		List<String> enclosed = new ArrayList<>(pieces);
		enclosed.set(0, "(" + enclosed.get(0));
		enclosed.set(enclosed.size() - 1, enclosed.get(enclosed.size() - 1) + ")");
		return new Template(enclosed, parameters, type);
	}

}
