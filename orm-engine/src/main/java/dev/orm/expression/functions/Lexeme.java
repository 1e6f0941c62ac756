package dev.orm.expression.functions;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A word of a search query in PostgreSQL's own syntax, with what users enter taken
 * literally; {@code searchQuery(lexeme)} makes a query of it. Immutable. Django's
 * {@code Lexeme}.
 */
public final class Lexeme {

	private static final String WEIGHTS = "ABCD";

	private final String text;

	/** The word in quotes; null if this is made of several lexemes. */
	private final @Nullable String word;

	private final boolean prefix;

	private final String weights;

	private Lexeme(String combined) {
		this.text = combined;
		this.word = null;
		this.prefix = false;
		this.weights = "";
	}

	private Lexeme(String word, boolean prefix, String weights) {
		this.word = word;
		this.prefix = prefix;
		this.weights = weights;
		String label = (prefix ? "*" : "") + weights;
		this.text = label.isEmpty() ? word : word + ":" + label;
	}

	/**
	 * Look for a word.
	 * @param word the word, as users enter it
	 * @return a lexeme
	 * @throws QueryValueException if it is blank
	 */
	public static Lexeme of(String word) {
		if (word.isBlank()) {
			throw new QueryValueException("A lexeme needs a word: its value cannot be empty.",
					Subject.ofArgument("word"))
				.of(word);
		}
		return new Lexeme(quoted(word), false, "");
	}

	/**
	 * Look for words that start so.
	 * @param start the start, as users enter it
	 * @return a lexeme
	 */
	public static Lexeme startingWith(String start) {
		return of(start).prefix();
	}

	/**
	 * Look for a word of a weight.
	 * @param word the word, as users enter it
	 * @param weight A, B, C or D
	 * @return a lexeme
	 */
	public static Lexeme ofWeight(String word, char weight) {
		return of(word).weight(weight);
	}

	/**
	 * Look for all words that start with this one. Django's {@code prefix=True}.
	 * @return a lexeme
	 * @throws QueryValueException if this is made of several lexemes
	 */
	public Lexeme prefix() {
		return new Lexeme(word("prefix()"), true, this.weights);
	}

	/**
	 * Look only where documents gave the word a weight. Called again, any of the weights
	 * will do. Django's {@code weight}.
	 * @param weight A, B, C or D
	 * @return a lexeme
	 * @throws QueryValueException if it is no weight, or this is made of several lexemes
	 */
	public Lexeme weight(char weight) {
		char upper = Character.toUpperCase(weight);
		if (WEIGHTS.indexOf(upper) < 0) {
			throw new QueryValueException("A search weight is A, B, C or D, not '" + weight + "'",
					Subject.ofArgument("weight"))
				.of(weight);
		}
		return new Lexeme(word("weight()"), this.prefix, this.weights + upper);
	}

	private String word(String method) {
		if (this.word == null) {
			throw new QueryValueException(
					"%s is about one word, not about %s. hint: call it before and(), or() and not()".formatted(method,
							this.text),
					Subject.ofArgument(method));
		}
		return this.word;
	}

	/**
	 * Return the query in PostgreSQL's syntax.
	 * @return the text
	 */
	public String text() {
		return this.text;
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

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Lexeme lexeme && this.text.equals(lexeme.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	@Override
	public String toString() {
		return this.text;
	}

	private static String quoted(String word) {
		return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
	}

}
