package dev.orm.expression;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.Temporal;

import dev.orm.expression.node.Node;

/**
 * A date, a time or both. Parts of an instant are taken in the current time zone.
 *
 * @param <R> the root model
 * @param <T> the Java class of its values
 */
public interface TemporalExpression<R, T> extends Arithmetic<R, T>, ComparedTo<R, Temporal> {

	/**
	 * Wrap a node.
	 * @param <R> the root model
	 * @param <T> the Java class of its values
	 * @param node the node
	 * @return an expression
	 */
	static <R, T> TemporalExpression<R, T> of(Node node) {
		return () -> node;
	}

	/**
	 * Take the date. Transform {@code date}.
	 * @return an expression
	 */
	default TemporalExpression<R, LocalDate> date() {
		return of(Transforms.of(this, "date").node());
	}

	/**
	 * Take the time of day. Transform {@code time}.
	 * @return an expression
	 */
	default TemporalExpression<R, LocalTime> time() {
		return of(Transforms.of(this, "time").node());
	}

	/**
	 * Take the year. Transform {@code year}.
	 * @return an expression
	 */
	default NumberExpression<R, Integer> year() {
		return Transforms.of(this, "year");
	}

	/**
	 * Take the year of the ISO week. Transform {@code iso_year}.
	 * @return an expression
	 */
	default NumberExpression<R, Integer> isoYear() {
		return Transforms.of(this, "iso_year");
	}

	/**
	 * Take the quarter, from 1. Transform {@code quarter}.
	 * @return an expression
	 */
	default NumberExpression<R, Integer> quarter() {
		return Transforms.of(this, "quarter");
	}

	/**
	 * Take the month, from 1. Transform {@code month}.
	 * @return an expression
	 */
	default NumberExpression<R, Integer> month() {
		return Transforms.of(this, "month");
	}

	/**
	 * Take the ISO week. Transform {@code week}.
	 * @return an expression
	 */
	default NumberExpression<R, Integer> week() {
		return Transforms.of(this, "week");
	}

	/**
	 * Take the day of the week, Sunday is 1. Transform {@code week_day}.
	 * @return an expression
	 */
	default NumberExpression<R, Integer> weekDay() {
		return Transforms.of(this, "week_day");
	}

	/**
	 * Take the day of the week, Monday is 1. Transform {@code iso_week_day}.
	 * @return an expression
	 */
	default NumberExpression<R, Integer> isoWeekDay() {
		return Transforms.of(this, "iso_week_day");
	}

	/**
	 * Take the day of the month. Transform {@code day}.
	 * @return an expression
	 */
	default NumberExpression<R, Integer> day() {
		return Transforms.of(this, "day");
	}

	/**
	 * Take the hour. Transform {@code hour}.
	 * @return an expression
	 */
	default NumberExpression<R, Integer> hour() {
		return Transforms.of(this, "hour");
	}

	/**
	 * Take the minute. Transform {@code minute}.
	 * @return an expression
	 */
	default NumberExpression<R, Integer> minute() {
		return Transforms.of(this, "minute");
	}

	/**
	 * Take the second. Transform {@code second}.
	 * @return an expression
	 */
	default NumberExpression<R, Integer> second() {
		return Transforms.of(this, "second");
	}

}
