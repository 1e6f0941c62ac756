package dev.orm.expression.functions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.orm.expression.Expression;
import dev.orm.expression.NumberExpression;
import dev.orm.expression.TemporalExpression;
import dev.orm.expression.node.Computation;

/**
 * Functions on dates and times, to be imported statically. Instants are taken apart and
 * cut in the current time zone unless another is given. Django's
 * {@code db.models.functions.datetime}.
 */
public class DateFunctions extends TextFunctions {

	/** There are no instances: a class further down hands on these functions. */
	protected DateFunctions() {
	}

	/**
	 * Take the year.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Integer> extractYear(Expression<R, ?> expression) {
		return Calls.number("ExtractYear", expression);
	}

	/**
	 * Take the year of the ISO week.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Integer> extractIsoYear(Expression<R, ?> expression) {
		return Calls.number("ExtractIsoYear", expression);
	}

	/**
	 * Take the quarter, from 1.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Integer> extractQuarter(Expression<R, ?> expression) {
		return Calls.number("ExtractQuarter", expression);
	}

	/**
	 * Take the month, from 1.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Integer> extractMonth(Expression<R, ?> expression) {
		return Calls.number("ExtractMonth", expression);
	}

	/**
	 * Take the ISO week.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Integer> extractWeek(Expression<R, ?> expression) {
		return Calls.number("ExtractWeek", expression);
	}

	/**
	 * Take the day of the month.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Integer> extractDay(Expression<R, ?> expression) {
		return Calls.number("ExtractDay", expression);
	}

	/**
	 * Take the day of the week, Sunday is 1.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Integer> extractWeekDay(Expression<R, ?> expression) {
		return Calls.number("ExtractWeekDay", expression);
	}

	/**
	 * Take the day of the week, Monday is 1.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Integer> extractIsoWeekDay(Expression<R, ?> expression) {
		return Calls.number("ExtractIsoWeekDay", expression);
	}

	/**
	 * Take the hour.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Integer> extractHour(Expression<R, ?> expression) {
		return Calls.number("ExtractHour", expression);
	}

	/**
	 * Take the minute.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Integer> extractMinute(Expression<R, ?> expression) {
		return Calls.number("ExtractMinute", expression);
	}

	/**
	 * Take the second, without its fraction.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Integer> extractSecond(Expression<R, ?> expression) {
		return Calls.number("ExtractSecond", expression);
	}

	/**
	 * Take a part, by its name.
	 * @param <R> the root model
	 * @param part
	 * {@code year iso_year quarter month week day week_day iso_week_day hour minute second}
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Integer> extract(String part, Expression<R, ?> expression) {
		return NumberExpression.of(Calls.node("Extract", Map.of("lookup", part), expression));
	}

	/**
	 * Take a part of the local time of a zone.
	 * @param <R> the root model
	 * @param part
	 * {@code year iso_year quarter month week day week_day iso_week_day hour minute second}
	 * @param expression the expression
	 * @param zone the time zone of the local time
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Integer> extract(String part, Expression<R, ?> expression, ZoneId zone) {
		return NumberExpression.of(zoned("Extract", Map.of("lookup", part), zone, expression).node());
	}

	/**
	 * Cut down to the start of the year.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R, T> TemporalExpression<R, T> truncYear(Expression<R, T> expression) {
		return Calls.temporal("TruncYear", expression);
	}

	/**
	 * Cut down to the start of the quarter.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R, T> TemporalExpression<R, T> truncQuarter(Expression<R, T> expression) {
		return Calls.temporal("TruncQuarter", expression);
	}

	/**
	 * Cut down to the start of the month.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R, T> TemporalExpression<R, T> truncMonth(Expression<R, T> expression) {
		return Calls.temporal("TruncMonth", expression);
	}

	/**
	 * Cut down to the start of the week, a Monday.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R, T> TemporalExpression<R, T> truncWeek(Expression<R, T> expression) {
		return Calls.temporal("TruncWeek", expression);
	}

	/**
	 * Cut down to the start of the day.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R, T> TemporalExpression<R, T> truncDay(Expression<R, T> expression) {
		return Calls.temporal("TruncDay", expression);
	}

	/**
	 * Cut down to the start of the hour.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R, T> TemporalExpression<R, T> truncHour(Expression<R, T> expression) {
		return Calls.temporal("TruncHour", expression);
	}

	/**
	 * Cut down to the start of the minute.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R, T> TemporalExpression<R, T> truncMinute(Expression<R, T> expression) {
		return Calls.temporal("TruncMinute", expression);
	}

	/**
	 * Cut down to the start of the second.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R, T> TemporalExpression<R, T> truncSecond(Expression<R, T> expression) {
		return Calls.temporal("TruncSecond", expression);
	}

	/**
	 * Cut down to the start of something.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param kind {@code year quarter month week day hour minute second}
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R, T> TemporalExpression<R, T> trunc(String kind, Expression<R, T> expression) {
		return TemporalExpression.of(Calls.node("Trunc", Map.of("kind", kind), expression));
	}

	/**
	 * Cut down to the start of something, in the local time of a zone.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param kind {@code year quarter month week day hour minute second}
	 * @param expression the expression
	 * @param zone the time zone of the local time
	 * @return an expression
	 */
	public static <R, T> TemporalExpression<R, T> trunc(String kind, Expression<R, T> expression, ZoneId zone) {
		return zoned("Trunc", Map.of("kind", kind), zone, expression);
	}

	/**
	 * Take the date.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> TemporalExpression<R, LocalDate> truncDate(Expression<R, ?> expression) {
		return Calls.temporal("TruncDate", expression);
	}

	/**
	 * Take the date in a zone.
	 * @param <R> the root model
	 * @param expression the expression
	 * @param zone the time zone of the local time
	 * @return an expression
	 */
	public static <R> TemporalExpression<R, LocalDate> truncDate(Expression<R, ?> expression, ZoneId zone) {
		return zoned("TruncDate", Map.of(), zone, expression);
	}

	/**
	 * Take the time of day.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> TemporalExpression<R, LocalTime> truncTime(Expression<R, ?> expression) {
		return Calls.temporal("TruncTime", expression);
	}

	/**
	 * Take the time of day in a zone.
	 * @param <R> the root model
	 * @param expression the expression
	 * @param zone the time zone of the local time
	 * @return an expression
	 */
	public static <R> TemporalExpression<R, LocalTime> truncTime(Expression<R, ?> expression, ZoneId zone) {
		return zoned("TruncTime", Map.of(), zone, expression);
	}

	/**
	 * Take the time at which the statement started.
	 * @param <R> the root model
	 * @return an expression
	 */
	public static <R> TemporalExpression<R, Instant> now() {
		return TemporalExpression.of(new Computation.Function("Now", List.of(), Map.of(), null));
	}

	/**
	 * Take the time at which the transaction started.
	 * @param <R> the root model
	 * @return an expression
	 */
	public static <R> TemporalExpression<R, Instant> transactionNow() {
		return TemporalExpression.of(new Computation.Function("TransactionNow", List.of(), Map.of(), null));
	}

	private static <R, T> TemporalExpression<R, T> zoned(String name, Map<String, Object> options, ZoneId zone,
			Expression<R, ?> expression) {
		Map<String, Object> all = new HashMap<>(options);
		all.put("tz", zone.getId());
		return TemporalExpression.of(Calls.node(name, all, expression));
	}

}
