package dev.orm.codec;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGInterval;

/** The codecs of {@code interval}. */
public final class IntervalCodecs {

	private IntervalCodecs() {
	}

	/**
	 * {@code interval} as {@link Duration}, exact to the microsecond. Read as Django
	 * reads it: a day is 24 hours. Months and years, which have no length, are refused.
	 * {@code infinity} and {@code -infinity} are the longest and the shortest duration
	 * there is.
	 */
	public static final class DurationCodec implements Codec {

		private static final int NANOS_OF_MICRO = 1000;

		private static final Duration MAX = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

		private static final Duration MIN = Duration.ofSeconds(Long.MIN_VALUE);

		@Override
		public @Nullable Object read(ResultSet row, int column) throws SQLException {
			String text = row.getString(column);
			return (text != null) ? parse(text) : null;
		}

		@Override
		public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
			NamedTypeCodec.bind(statement, index, "interval", write(value));
		}

		@Override
		public Object convert(Object value) {
			if (value instanceof Duration) {
				return value;
			}
			if (!(value instanceof CharSequence)) {
				throw Refusals.notA(value, "duration");
			}
			try {
				String text = value.toString().strip();
				return isInfinite(text) ? infinite(text) : Duration.parse(text);
			}
			catch (DateTimeParseException ex) {
				throw Refusals.notA(value, "duration", ex);
			}
		}

		/**
		 * Days apart from seconds, as Django sends a timedelta, so that the server shows
		 * it the same way.
		 */
		@Override
		public String write(Object value) {
			if (value.equals(MAX) || value.equals(MIN)) {
				return value.equals(MAX) ? "infinity" : "-infinity";
			}
			Duration duration = ((Duration) value).truncatedTo(ChronoUnit.MICROS);
			long seconds = duration.getSeconds();
			long days = seconds / TimeUnit.DAYS.toSeconds(1);
			if (days != (int) days) {
				throw Refusals.outOfRange(value, "interval");
			}
			BigDecimal rest = BigDecimal.valueOf(seconds - days * TimeUnit.DAYS.toSeconds(1))
				.add(BigDecimal.valueOf(duration.getNano() / NANOS_OF_MICRO, 6));
			return days + " days " + rest.toPlainString() + " seconds";
		}

		@Override
		public String text(Object value) {
			return (value.equals(MAX) || value.equals(MIN)) ? write(value) : value.toString();
		}

		@Override
		public Object parse(String text) {
			try {
				return duration(text);
			}
			catch (SQLException | ArithmeticException | NumberFormatException ex) {
				throw Refusals.notA(text, "duration", ex);
			}
		}

		/** Whether a text is the name of an infinity, as the database writes it. */
		private static boolean isInfinite(String text) {
			return text.equals("infinity") || text.equals("-infinity");
		}

		private static Duration infinite(String text) {
			return text.startsWith("-") ? MIN : MAX;
		}

		private static Duration duration(String text) throws SQLException {
			if (isInfinite(text)) {
				return infinite(text);
			}
			PGInterval interval = new PGInterval(text);
			if (interval.getYears() != 0 || interval.getMonths() != 0) {
				throw Refusals.notA(text, "duration: it has months, as a Period has");
			}
			return Duration.ofDays(interval.getDays())
				.plusHours(interval.getHours())
				.plusMinutes(interval.getMinutes())
				.plusSeconds(interval.getWholeSeconds())
				.plusNanos((long) interval.getMicroSeconds() * NANOS_OF_MICRO);
		}

	}

	/**
	 * {@code interval} as {@link Period}: years, months and days, which the database
	 * keeps apart too. An interval with hours or less is refused, as a period cannot hold
	 * it.
	 */
	public static final class PeriodCodec implements Codec {

		private static final int MONTHS = 12;

		@Override
		public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
			NamedTypeCodec.bind(statement, index, "interval", write(value));
		}

		@Override
		public Object convert(Object value) {
			if (value instanceof Period) {
				return value;
			}
			try {
				if (value instanceof CharSequence text) {
					return Period.parse(text.toString().strip());
				}
			}
			catch (DateTimeException ex) {
				throw Refusals.notA(value, "period", ex);
			}
			throw Refusals.notA(value, "period");
		}

		@Override
		public String write(Object value) {
			Period period = (Period) value;
			return "%d years %d mons %d days".formatted(period.getYears(), period.getMonths(), period.getDays());
		}

		@Override
		public String text(Object value) {
			return value.toString();
		}

		@Override
		public Object parse(String text) {
			try {
				PGInterval parts = new PGInterval(text);
				boolean whole = parts.getHours() == 0 && parts.getMinutes() == 0 && parts.getSeconds() == 0;
				if (whole && !text.endsWith("infinity")) {
					return Period.of(parts.getYears(), parts.getMonths(), parts.getDays());
				}
			}
			catch (SQLException | NumberFormatException ex) {
				throw Refusals.notA(text, "period", ex);
			}
			throw Refusals.notA(text, "period of whole days");
		}

		/** A year is twelve months, also to the database. */
		@Override
		public Object key(Object value) {
			Period period = (Period) value;
			return Period.ofMonths(Math.addExact(Math.multiplyExact(period.getYears(), MONTHS), period.getMonths()))
				.plusDays(period.getDays());
		}

	}

}
