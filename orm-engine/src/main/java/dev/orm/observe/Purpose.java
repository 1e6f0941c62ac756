package dev.orm.observe;

import org.jspecify.annotations.Nullable;

/**
 * What a statement is for, as far as its text does not tell. Immutable and shared.
 *
 * @param kind what it does for its caller
 * @param subject the relation, such as {@code Order.customer}, or an empty text
 * @param origin the table of the instances the relation is fetched for, or an empty text
 * @param advice what to write where many such statements are too many
 * @param name what the application calls it by {@code named(…)}; null for nothing
 */
public record Purpose(Kind kind, String subject, String origin, String advice, @Nullable String name) {

	/** Nothing special. */
	public static final Purpose PLAIN = new Purpose(Kind.PLAIN, "", "", "");

	/** The only row for some conditions. */
	public static final Purpose GET = new Purpose(Kind.GET, "", "", "inBulk(keys)");

	/** The row of one instance. */
	public static final Purpose WRITE = new Purpose(Kind.WRITE, "", "", "");

	/**
	 * Create a purpose without a name.
	 * @param kind what the statement does for its caller
	 * @param subject the relation
	 * @param origin the table of the instances it is fetched for
	 * @param advice what to write where many such statements are too many
	 */
	public Purpose(Kind kind, String subject, String origin, String advice) {
		this(kind, subject, origin, advice, null);
	}

	/**
	 * Name a statement.
	 * @param wanted the name; null for none
	 * @return a copy
	 */
	public Purpose named(@Nullable String wanted) {
		return new Purpose(this.kind, this.subject, this.origin, this.advice, wanted);
	}

	/**
	 * Be of a kind, with the name kept.
	 * @param other whose kind to be of
	 * @return a copy, or the other itself
	 */
	public Purpose of(Purpose other) {
		return (this.name == null) ? other : other.named(this.name);
	}

	/** What a statement does for its caller. */
	public enum Kind {

		/** Nothing special. */
		PLAIN,
		/** Reads the only row for some conditions. */
		GET,
		/** Fetches a relation for all instances of a result that lack it. */
		PEERS,
		/** Fetches a relation for one instance of a result of several. */
		ONE_OF_MANY,
		/** Fetches a relation for the only instance of a result. */
		SINGLE,
		/** Fetches a relation with a query, as asked for. */
		PREFETCHED,
		/** Asks a related manager of one instance. */
		RELATED,
		/** Writes the row of one instance. */
		WRITE

	}

}
