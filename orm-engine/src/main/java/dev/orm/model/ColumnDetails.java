package dev.orm.model;

import java.util.List;

import dev.orm.choice.ChoiceSource;
import org.jspecify.annotations.Nullable;

/**
 * What else a field says of its column. Immutable.
 *
 * @param base the type below a domain; empty for none
 * @param dbDefault the expression of new rows that say nothing; empty for none
 * @param comment what people should know of the column; empty for nothing
 * @param collation the collation of texts; empty for that of the database
 * @param computed how the database computes the column; null for a plain one
 * @param limits what values must fulfil
 * @param choices the values there are, for a text or a number; null for any
 */
public record ColumnDetails(String base, String dbDefault, String comment, String collation,
		@Nullable Computed computed, List<Limit> limits, @Nullable ChoiceSource choices) {

	/** Nothing but the type. */
	public static final ColumnDetails NONE = new ColumnDetails("", "", "", "", null, List.of(), null);

	public ColumnDetails {
		limits = List.copyOf(limits);
	}

	/**
	 * How the database computes a column.
	 *
	 * @param expression an SQL expression over columns of the row; empty if it is said
	 * elsewhere
	 * @param stored whether the value is kept in the row
	 */
	public record Computed(String expression, boolean stored) {

	}

	/**
	 * A limit of values.
	 *
	 * @param subject what is limited
	 * @param operator {@code >=}, {@code >}, {@code <=} or {@code <}
	 * @param number the number, as SQL writes it
	 */
	public record Limit(Subject subject, String operator, String number) {

		/** Return whether the number is the least there may be; else it is the most. */
		public boolean isLeast() {
			return this.operator.equals(">=") || this.operator.equals(">");
		}

		/** Return whether the number itself is allowed. */
		public boolean isInclusive() {
			return this.operator.equals(">=") || this.operator.equals("<=");
		}

	}

	/** What a limit is about. */
	public enum Subject {

		/** A number. */
		VALUE,
		/** The characters of a text, the elements of a collection. */
		LENGTH

	}

}
