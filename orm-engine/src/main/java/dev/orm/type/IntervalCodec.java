package dev.orm.type;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGInterval;

/**
 * {@code interval} as {@link Duration}, exact to the microsecond. Read as Django reads
 * it: a day is 24 hours, a month 30 days and a year 365 days.
 */
final class IntervalCodec implements Codec {

	private static final int DAYS_OF_MONTH = 30;

	private static final int DAYS_OF_YEAR = 365;

	private static final int NANOS_OF_MICRO = 1000;

	@Override
	public @Nullable Object read(ResultSet row, int column) throws SQLException {
		String text = row.getString(column);
		return (text != null) ? duration(text) : null;
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
			return Duration.parse(value.toString().strip());
		}
		catch (DateTimeParseException ex) {
			throw Refusals.notA(value, "duration", ex);
		}
	}

	/**
	 * Days apart from seconds, as Django sends a timedelta, so that the server shows it
	 * the same way.
	 */
	@Override
	public String write(Object value) {
		Duration duration = ((Duration) value).plusNanos(NANOS_OF_MICRO / 2);
		long seconds = duration.getSeconds();
		long days = seconds / TimeUnit.DAYS.toSeconds(1);
		BigDecimal rest = BigDecimal.valueOf(seconds - days * TimeUnit.DAYS.toSeconds(1))
			.add(BigDecimal.valueOf(duration.getNano() / NANOS_OF_MICRO, 6));
		return days + " days " + rest.toPlainString() + " seconds";
	}

	@Override
	public Object parse(String text) {
		try {
			return duration(text);
		}
		catch (SQLException ex) {
			throw Refusals.notA(text, "duration", ex);
		}
	}

	private static Duration duration(String text) throws SQLException {
		PGInterval interval = new PGInterval(text);
		long days = (long) interval.getYears() * DAYS_OF_YEAR + (long) interval.getMonths() * DAYS_OF_MONTH
				+ interval.getDays();
		return Duration.ofDays(days)
			.plusHours(interval.getHours())
			.plusMinutes(interval.getMinutes())
			.plusSeconds(interval.getWholeSeconds())
			.plusNanos((long) interval.getMicroSeconds() * NANOS_OF_MICRO);
	}

}
