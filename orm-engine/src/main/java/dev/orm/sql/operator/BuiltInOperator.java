package dev.orm.sql.operator;

/**
 * Operators that the engine uses. Those of one symbol that mean different things to
 * different types are different operators.
 */
public enum BuiltInOperator implements SqlOperator {

	/** Equal; NULL if a side is. */
	EQUAL("="),
	/** Not equal; NULL if a side is. */
	NOT_EQUAL("<>"),
	/** Less. */
	LESS("<"),
	/** Less or equal. */
	LESS_OR_EQUAL("<="),
	/** Greater. */
	GREATER(">"),
	/** Greater or equal. */
	GREATER_OR_EQUAL(">="),
	/** Not equal, where NULL is a value. */
	DISTINCT("IS DISTINCT FROM"),
	/** Equal, where NULL is a value. */
	NOT_DISTINCT("IS NOT DISTINCT FROM"),
	/** Equal to one of several. */
	IN("IN"),

	/** Sum. */
	PLUS("+"),
	/** Difference. */
	MINUS("-"),
	/** Product. */
	TIMES("*"),
	/** Quotient. */
	DIVIDE("/"),
	/** Remainder. */
	MODULO("%"),
	/** Power. */
	POWER("^"),
	/** Bits of both. */
	BIT_AND("&"),
	/** Bits of either. */
	BIT_OR("|"),
	/** Bits of one alone. */
	BIT_XOR("#"),
	/** Bits moved left. */
	SHIFT_LEFT("<<"),
	/** Bits moved right. */
	SHIFT_RIGHT(">>"),

	/** Texts, one behind the other. */
	JOINED("||"),
	/** A text and a pattern with wildcards. */
	LIKE("LIKE"),
	/** A text and a regular expression. */
	MATCHES("~"),
	/** A text and a regular expression, whatever the case of letters. */
	MATCHES_ANY_CASE("~*"),

	/** What a document has under a key. */
	KEY("->"),
	/** What a document has under a key, as text. */
	KEY_TEXT("->>"),
	/** What a document has at the end of a path. */
	PATH("#>"),
	/** What a document has at the end of a path, as text. */
	PATH_TEXT("#>>"),
	/** A document and a key it may have. */
	HAS_KEY("?"),
	/** A document and keys of which it may have all. */
	HAS_KEYS("?&"),
	/** A document and keys of which it may have one. */
	HAS_ANY_KEY("?|"),

	/** All of the right is in the left. */
	CONTAINS("@>"),
	/** All of the left is in the right. */
	CONTAINED("<@"),
	/** Both have something in common. */
	OVERLAPS("&&"),
	/** A range ends before another begins. */
	BEFORE("<<"),
	/** A range begins behind the end of another. */
	BEHIND(">>"),
	/** A range does not begin before another. */
	NOT_BEFORE("&>"),
	/** A range does not end behind another. */
	NOT_BEHIND("&<"),
	/** Two ranges touch. */
	ADJACENT("-|-"),

	/** A document and a query of words. */
	FOUND_BY("@@"),
	/** Two documents or queries of words, of which either may do. */
	EITHER("||"),
	/** Two queries of words that must both be found. */
	BOTH("&&"),
	/** Two texts that share enough trigrams. */
	SIMILAR("%"),
	/** A text with a word that shares enough trigrams with another. */
	WORD_SIMILAR("%>"),
	/** As {@link #WORD_SIMILAR}, for whole words. */
	WHOLE_WORD_SIMILAR("%>>"),
	/** How far two texts are from being similar. */
	DISTANCE("<->"),
	/** How far a text is from a word of another. */
	WORD_DISTANCE("<<->"),
	/** As {@link #WORD_DISTANCE}, for whole words. */
	WHOLE_WORD_DISTANCE("<<<->");

	private final String symbol;

	BuiltInOperator(String symbol) {
		this.symbol = symbol;
	}

	@Override
	public String symbol() {
		return this.symbol;
	}

}
