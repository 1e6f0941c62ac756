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
	 * @param bound how it is compared with the number
	 * @param number the number, as SQL writes it
	 */
	public record Limit(Subject subject, Bound bound, String number) {

		/** Return whether the number is the least there may be; else it is the most. */
		public boolean isLeast() {
			return this.bound == Bound.AT_LEAST || this.bound == Bound.ABOVE;
		}

		/** Return whether the number itself is allowed. */
		public boolean isInclusive() {
			return this.bound == Bound.AT_LEAST || this.bound == Bound.AT_MOST;
		}

	}

	/** How what is limited is compared with the number. */
	public enum Bound {

		/** The number or more. */
		AT_LEAST(">="),
		/** More than the number. */
		ABOVE(">"),
		/** The number or less. */
		AT_MOST("<="),
		/** Less than the number. */
		BELOW("<");

		private final String symbol;

		Bound(String symbol) {
			this.symbol = symbol;
		}

		/**
		 * Return how SQL and the index of the models write it.
		 * @return the operator
		 */
		public String symbol() {
			return this.symbol;
		}

		/**
		 * Return the bound of an operator.
		 * @param symbol the operator, as {@link #symbol} has it
		 * @return the bound
		 * @throws IllegalArgumentException if there is none of that operator
		 */
		public static Bound of(String symbol) {
			for (Bound bound : values()) {
				if (bound.symbol.equals(symbol)) {
					return bound;
				}
			}
			throw new IllegalArgumentException("No limit is written '%s'".formatted(symbol));
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
