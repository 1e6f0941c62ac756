package dev.orm.row;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and instants of one result off PostgreSQL's binary format: whole days, or
 * microseconds, since the year 2000. The driver would set up a calendar for each result
 * and make three objects for each value. Whatever comes as text, or from a column of
 * another type, is left to the driver.
 */
final class WireTimes {

	private static final long MICROS = 1_000_000;

	private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

	private static final long EPOCH_SECOND = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

	private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

	/**
	 * The text {@code infinity} has as many bytes as a binary value. As microseconds they
	 * would be in the year 242,723.
	 */
	private static final long INFINITY_AS_TEXT = 0x696e66696e697479L;

	private WireTimes() {
	}

	static @Nullable Instant instant(ColumnTypes row, int column) throws SQLException {
		byte[] raw = row.isTimestamp(column) ? row.row.getBytes(column) : null;
		return (raw != null && raw.length == Long.BYTES) ? instant((long) LONG.get(raw, 0))
				: (Instant) ValueTypes.DATETIME.codec().read(row.row, column);
	}

	static @Nullable OffsetDateTime offset(ColumnTypes row, int column) throws SQLException {
		Instant instant = instant(row, column);
		return (instant != null) ? (OffsetDateTime) ValueTypes.OFFSET_DATETIME.codec().convert(instant) : null;
	}

	private static Instant instant(long micros) {
		if (micros == Long.MAX_VALUE || micros == INFINITY_AS_TEXT) {
			return Instant.MAX;
		}
		if (micros == Long.MIN_VALUE) {
			return Instant.MIN;
		}
		return Instant.ofEpochSecond(EPOCH_SECOND + Math.floorDiv(micros, MICROS),
				Math.floorMod(micros, MICROS) * 1000);
	}

	static @Nullable LocalDate date(ColumnTypes row, int column) throws SQLException {
		byte[] raw = row.isDate(column) ? row.row.getBytes(column) : null;
		return (raw != null && raw.length == Integer.BYTES) ? day((int) INT.get(raw, 0))
				: row.row.getObject(column, LocalDate.class);
	}

	private static LocalDate day(int days) {
		if (days == Integer.MAX_VALUE) {
			return LocalDate.MAX;
		}
		return (days == Integer.MIN_VALUE) ? LocalDate.MIN : LocalDate.ofEpochDay(EPOCH_DAY + days);
	}

}
