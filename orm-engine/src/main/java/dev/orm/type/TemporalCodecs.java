package dev.orm.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/**
 * The codecs of points in time. {@code infinity} and {@code -infinity} are the greatest
 * and the least value of the Java class.
 */
final class TemporalCodecs {

	private static final String INFINITY = "infinity";

	private static final String MINUS_INFINITY = "-infinity";

	private TemporalCodecs() {
	}

	private static Instant toInstant(OffsetDateTime value) {
		if (value.equals(OffsetDateTime.MAX)) {
			return Instant.MAX;
		}
		return value.equals(OffsetDateTime.MIN) ? Instant.MIN : value.toInstant();
	}

	static OffsetDateTime toOffset(Instant value) {
		if (value.equals(Instant.MAX)) {
			return OffsetDateTime.MAX;
		}
		return value.equals(Instant.MIN) ? OffsetDateTime.MIN : value.atOffset(ZoneOffset.UTC);
	}

	private static String write(Object value, Object max, Object min) {
		if (value.equals(max)) {
			return INFINITY;
		}
		return value.equals(min) ? MINUS_INFINITY : value.toString();
	}

	/** {@code date}. */
	static final class DateCodec implements Codec {

		@Override
		public Wire wire() {
			return Wire.DATE;
		}

		@Override
		public @Nullable Object read(ResultSet row, int column) throws SQLException {
			return row.getObject(column, LocalDate.class);
		}

		@Override
		public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
			statement.setObject(index, value, Types.DATE);
		}

		@Override
		public Object convert(Object value) {
			return (value instanceof LocalDate) ? value : convertWith("date", value, Moments::toDate);
		}

		@Override
		public String write(Object value) {
			return TemporalCodecs.write(value, LocalDate.MAX, LocalDate.MIN);
		}

		@Override
		public Object parse(String text) {
			return switch (text) {
				case INFINITY -> LocalDate.MAX;
				case MINUS_INFINITY -> LocalDate.MIN;
				default -> convert(text);
			};
		}

	}

	/** {@code timestamp with time zone} as {@link Instant}. */
	static final class InstantCodec implements Codec {

		@Override
		public Wire wire() {
			return Wire.INSTANT;
		}

		@Override
		public @Nullable Object read(ResultSet row, int column) throws SQLException {
			OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
			return (value != null) ? toInstant(value) : null;
		}

		@Override
		public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
			statement.setObject(index, toOffset((Instant) value), Types.TIMESTAMP_WITH_TIMEZONE);
		}

		@Override
		public Object convert(Object value) {
			return (value instanceof Instant) ? value : convertWith("datetime", value, Moments::toInstant);
		}

		@Override
		public String write(Object value) {
			if (value.equals(Instant.MAX)) {
				return INFINITY;
			}
			return value.equals(Instant.MIN) ? MINUS_INFINITY : InstantText.of((Instant) value);
		}

		@Override
		public Object parse(String text) {
			return switch (text) {
				case INFINITY -> Instant.MAX;
				case MINUS_INFINITY -> Instant.MIN;
				default -> convert(text);
			};
		}

	}

	/**
	 * {@code timestamp with time zone} as {@link OffsetDateTime}; it comes back in UTC,
	 * since the column keeps no offset.
	 */
	static final class OffsetCodec implements Codec {

		private final InstantCodec instants = new InstantCodec();

		@Override
		public Wire wire() {
			return Wire.OFFSET;
		}

		@Override
		public @Nullable Object read(ResultSet row, int column) throws SQLException {
			OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
			return (value != null) ? toOffset(toInstant(value)) : null;
		}

		@Override
		public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
			statement.setObject(index, value, Types.TIMESTAMP_WITH_TIMEZONE);
		}

		@Override
		public Object convert(Object value) {
			if (value instanceof OffsetDateTime) {
				return value;
			}
			Instant instant = (Instant) this.instants.convert(value);
			return toOffset(instant);
		}

		@Override
		public String write(Object value) {
			return TemporalCodecs.write(value, OffsetDateTime.MAX, OffsetDateTime.MIN);
		}

		@Override
		public Object parse(String text) {
			return toOffset((Instant) this.instants.parse(text));
		}

	}

	/** {@code timestamp}. */
	static final class LocalDateTimeCodec implements Codec {

		@Override
		public @Nullable Object read(ResultSet row, int column) throws SQLException {
			return row.getObject(column, LocalDateTime.class);
		}

		@Override
		public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
			statement.setObject(index, value, Types.TIMESTAMP);
		}

		@Override
		public Object convert(Object value) {
			return (value instanceof LocalDateTime) ? value
					: convertWith("datetime without zone", value, Moments::toLocalDateTime);
		}

		@Override
		public String write(Object value) {
			return TemporalCodecs.write(value, LocalDateTime.MAX, LocalDateTime.MIN);
		}

		@Override
		public Object parse(String text) {
			return switch (text) {
				case INFINITY -> LocalDateTime.MAX;
				case MINUS_INFINITY -> LocalDateTime.MIN;
				default -> convert(text);
			};
		}

	}

	/** {@code time}. */
	static final class TimeCodec implements Codec {

		@Override
		public @Nullable Object read(ResultSet row, int column) throws SQLException {
			return row.getObject(column, LocalTime.class);
		}

		@Override
		public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
			statement.setObject(index, value, Types.TIME);
		}

		@Override
		public Object convert(Object value) {
			return (value instanceof LocalTime) ? value : convertWith("time", value, Moments::toTime);
		}

	}

	private static Object convertWith(String type, Object value, Conversion conversion) {
		try {
			Object result = conversion.apply(value);
			if (result != null) {
				return result;
			}
		}
		catch (DateTimeException ex) {
			throw Refusals.notA(value, type, ex);
		}
		throw Refusals.notA(value, type);
	}

	/** A conversion that answers null for a class it does not know. */
	private interface Conversion {

		@Nullable Object apply(Object value);

	}

}
