package dev.orm.sql;

import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * Fixed text: {@code NULL}, {@code *}, {@code 1}, a column alias of the select list.
 *
 * @param text the text
 * @param type the type
 * @param meaning what it is to passes over the tree, which never look at the text
 */
public record Fragment(String text, ValueType type, Meaning meaning) implements Leaf {

	/** What fixed text stands for. */
	public enum Meaning {

		/** {@code NULL}. */
		NULL,
		/** {@code *}: whole rows. */
		ROWS,
		/** Anything else. */
		OTHER

	}

	/**
	 * Create fixed text that no pass asks about.
	 * @param text the text
	 * @param type the type
	 */
	public Fragment(String text, ValueType type) {
		this(text, type, Meaning.OTHER);
	}

	/**
	 * Return the value NULL.
	 * @param type its type
	 * @return the text
	 */
	public static Fragment nothing(ValueType type) {
		return new Fragment("NULL", type, Meaning.NULL);
	}

	/**
	 * Return the rows themselves, as a count counts them.
	 * @return the text
	 */
	public static Fragment rows() {
		return new Fragment("*", ValueTypes.UNKNOWN, Meaning.ROWS);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.fragment(this);
	}

}
