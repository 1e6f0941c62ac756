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
import java.util.function.Function;

import dev.orm.codec.Codec;
import dev.orm.codec.Refusals;
import dev.orm.codec.Wire;
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

	/** Return the name of an infinity, or null for any other value. */
	private static @Nullable String infinite(Object value, Object max, Object min) {
		if (value.equals(max)) {
			return INFINITY;
		}
		return value.equals(min) ? MINUS_INFINITY : null;
	}

	private static void bindOffset(PreparedStatement statement, int index, OffsetDateTime value) throws SQLException {
		boolean finite = infinite(value, OffsetDateTime.MAX, OffsetDateTime.MIN) == null;
		statement.setObject(index, finite ? TimeText.checked(value) : value, Types.TIMESTAMP_WITH_TIMEZONE);
	}

	private static String write(Object value, Object max, Object min, Function<Object, String> finite) {
		String infinite = infinite(value, max, min);
		return (infinite != null) ? infinite : finite.apply(value);
	}

	/** Its texts are digits and signs, or the name of an infinity. */
	private interface Plain extends Codec {

		@Override
		default boolean isQuoted() {
			return false;
		}

	}

	/** {@code date}. */
	static final class DateCodec implements Plain {

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
			LocalDate day = (LocalDate) value;
			boolean finite = infinite(day, LocalDate.MAX, LocalDate.MIN) == null;
			statement.setObject(index, finite ? TimeText.checked(day) : day, Types.DATE);
		}

		@Override
		public Object convert(Object value) {
			return (value instanceof LocalDate) ? value : convertWith("date", value,
					(given) -> orInfinite(given, LocalDate.MAX, LocalDate.MIN, Moments::toDate));
		}

		@Override
		public String write(Object value) {
			return TemporalCodecs.write(value, LocalDate.MAX, LocalDate.MIN,
					(finite) -> TimeText.of((LocalDate) finite));
		}

	}

	/** {@code timestamp with time zone} as {@link Instant}. */
	static final class InstantCodec implements Plain {

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
			bindOffset(statement, index, toOffset((Instant) value));
		}

		@Override
		public Object convert(Object value) {
			return (value instanceof Instant) ? value : convertWith("datetime", value,
					(given) -> orInfinite(given, Instant.MAX, Instant.MIN, Moments::toInstant));
		}

		@Override
		public String write(Object value) {
			return TemporalCodecs.write(value, Instant.MAX, Instant.MIN, (finite) -> TimeText.of((Instant) finite));
		}

	}

	/**
	 * {@code timestamp with time zone} as {@link OffsetDateTime}; it comes back in UTC,
	 * since the column keeps no offset.
	 */
	static final class OffsetCodec implements Plain {

		private final InstantCodec instants = new InstantCodec();

		@Override
		public Object key(Object value) {
			return ((OffsetDateTime) value).toInstant();
		}

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
			bindOffset(statement, index, (OffsetDateTime) value);
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
			return TemporalCodecs.write(value, OffsetDateTime.MAX, OffsetDateTime.MIN,
					(finite) -> TimeText.of((OffsetDateTime) finite));
		}

		@Override
		public Object parse(String text) {
			return toOffset((Instant) this.instants.parse(text));
		}

	}

	/** {@code timestamp}. */
	static final class LocalDateTimeCodec implements Plain {

		@Override
		public @Nullable Object read(ResultSet row, int column) throws SQLException {
			return row.getObject(column, LocalDateTime.class);
		}

		@Override
		public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
			LocalDateTime moment = (LocalDateTime) value;
			boolean finite = infinite(moment, LocalDateTime.MAX, LocalDateTime.MIN) == null;
			statement.setObject(index, finite ? TimeText.checked(moment) : moment, Types.TIMESTAMP);
		}

		@Override
		public Object convert(Object value) {
			return (value instanceof LocalDateTime) ? value : convertWith("datetime without zone", value,
					(given) -> orInfinite(given, LocalDateTime.MAX, LocalDateTime.MIN, Moments::toLocalDateTime));
		}

		@Override
		public String write(Object value) {
			return TemporalCodecs.write(value, LocalDateTime.MAX, LocalDateTime.MIN,
					(finite) -> TimeText.of((LocalDateTime) finite));
		}

	}

	/** {@code time}. */
	static final class TimeCodec implements Plain {

		@Override
		public @Nullable Object read(ResultSet row, int column) throws SQLException {
			LocalTime value = row.getObject(column, LocalTime.class);
			if (LocalTime.MAX.equals(value)) {
				// the driver's word for 24:00, as no column holds nanoseconds
				throw Refusals.notA("24:00", "time of day before 24:00");
			}
			return value;
		}

		@Override
		public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
			statement.setObject(index, TimeText.cut((LocalTime) value), Types.TIME);
		}

		@Override
		public Object convert(Object value) {
			return (value instanceof LocalTime) ? value : convertWith("time", value, Moments::toTime);
		}

		@Override
		public String write(Object value) {
			return TimeText.cut((LocalTime) value).toString();
		}

	}

	/** A text may be the name of an infinity, as the database writes it. */
	private static @Nullable Object orInfinite(Object value, Object max, Object min, Conversion finite) {
		if (value.equals(INFINITY)) {
			return max;
		}
		return value.equals(MINUS_INFINITY) ? min : finite.apply(value);
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
