package dev.orm.type;

import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A range of values, as PostgreSQL's range types. Immutable. PostgreSQL returns ranges
 * over whole numbers and dates in the canonical form {@code [lower, upper)}.
 *
 * @param <T> the class of the bounds
 * @param lower the lower bound; null for none
 * @param upper the upper bound; null for none
 * @param lowerInclusive whether the lower bound belongs to the range; false where there
 * is none
 * @param upperInclusive whether the upper bound belongs to the range; false where there
 * is none
 * @param empty whether the range holds nothing; it has no bounds then
 */
public record Range<T>(@Nullable T lower, @Nullable T upper, boolean lowerInclusive, boolean upperInclusive,
		boolean empty) {

	public Range {
		lower = empty ? null : lower;
		upper = empty ? null : upper;
		lowerInclusive = lowerInclusive && lower != null;
		upperInclusive = upperInclusive && upper != null;
	}

	/**
	 * Return a range that holds its lower bound and not its upper bound, PostgreSQL's own
	 * form and Django's default.
	 * @param <T> the class of the bounds
	 * @param lower the lower bound; null for none
	 * @param upper the upper bound; null for none
	 * @return a range
	 */
	public static <T> Range<T> closedOpen(@Nullable T lower, @Nullable T upper) {
		return new Range<>(lower, upper, true, false, false);
	}

	/**
	 * Return a range that holds both bounds.
	 * @param <T> the class of the bounds
	 * @param lower the lower bound; null for none
	 * @param upper the upper bound; null for none
	 * @return a range
	 */
	public static <T> Range<T> closed(@Nullable T lower, @Nullable T upper) {
		return new Range<>(lower, upper, true, true, false);
	}

	/**
	 * Return a range that holds neither bound.
	 * @param <T> the class of the bounds
	 * @param lower the lower bound; null for none
	 * @param upper the upper bound; null for none
	 * @return a range
	 */
	public static <T> Range<T> open(@Nullable T lower, @Nullable T upper) {
		return new Range<>(lower, upper, false, false, false);
	}

	/**
	 * Return the range that holds nothing. The record's own accessor takes the short
	 * name, hence not {@code empty()}.
	 * @param <T> the class of the bounds
	 * @return the empty range
	 */
	public static <T> Range<T> ofNothing() {
		return new Range<>(null, null, false, false, true);
	}

	/**
	 * Read a range in PostgreSQL's syntax, such as {@code [1,5)} or {@code empty}.
	 * @param <T> the class of the bounds
	 * @param text the range
	 * @param bound reads a bound
	 * @return the range
	 * @throws IllegalArgumentException if the text is not a range
	 */
	public static <T> Range<T> parse(String text, Function<String, T> bound) {
		return new RangeText(text).parse(bound);
	}

	/**
	 * Convert the bounds.
	 * @param <U> the class of the new bounds
	 * @param conversion converts a bound
	 * @return a range over the new bounds
	 */
	public <U> Range<U> map(Function<? super T, ? extends U> conversion) {
		U newLower = (this.lower != null) ? conversion.apply(this.lower) : null;
		U newUpper = (this.upper != null) ? conversion.apply(this.upper) : null;
		return new Range<>(newLower, newUpper, this.lowerInclusive, this.upperInclusive, this.empty);
	}

	/** Return the range in PostgreSQL's syntax. */
	@Override
	public String toString() {
		return format(Objects::toString);
	}

	String format(Function<? super T, String> bound) {
		if (this.empty) {
			return "empty";
		}
		StringBuilder text = new StringBuilder().append(this.lowerInclusive ? '[' : '(');
		if (this.lower != null) {
			RangeText.quote(bound.apply(this.lower), text);
		}
		text.append(',');
		if (this.upper != null) {
			RangeText.quote(bound.apply(this.upper), text);
		}
		return text.append(this.upperInclusive ? ']' : ')').toString();
	}

}
