package dev.orm.expression.functions;

/**
 * A word of a search query in PostgreSQL's own syntax, with what users enter taken
 * literally; for {@code searchQuery(lexeme.text()).type("raw")}. Immutable. Django's
 * {@code Lexeme}.
 *
 * @param text the query text
 */
public record Lexeme(String text) {

	/**
	 * Look for a word.
	 * @param word the word, as users enter it
	 * @return a lexeme
	 */
	public static Lexeme of(String word) {
		if (word.isBlank()) {
			throw new IllegalArgumentException("A lexeme needs a word");
		}
		return new Lexeme(quoted(word));
	}

	/**
	 * Look for words that start so.
	 * @param start the start, as users enter it
	 * @return a lexeme
	 */
	public static Lexeme startingWith(String start) {
		return new Lexeme(of(start).text + ":*");
	}

	/**
	 * Look for a word of a weight.
	 * @param word the word, as users enter it
	 * @param weight A, B, C or D
	 * @return a lexeme
	 */
	public static Lexeme ofWeight(String word, char weight) {
		if (weight < 'A' || weight > 'D') {
			throw new IllegalArgumentException("A search weight is A, B, C or D, not '" + weight + "'");
		}
		return new Lexeme(of(word).text + ":" + weight);
	}

	/**
	 * Require another lexeme too.
	 * @param other the other lexeme
	 * @return a lexeme
	 */
	public Lexeme and(Lexeme other) {
		return new Lexeme("(" + this.text + " & " + other.text + ")");
	}

	/**
	 * Accept another lexeme instead.
	 * @param other the other lexeme
	 * @return a lexeme
	 */
	public Lexeme or(Lexeme other) {
		return new Lexeme("(" + this.text + " | " + other.text + ")");
	}

	/**
	 * Require that it is not found.
	 * @return a lexeme
	 */
	public Lexeme not() {
		return new Lexeme("!" + this.text);
	}

	private static String quoted(String word) {
		return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
	}

}
