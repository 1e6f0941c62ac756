package dev.orm.type;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Reads dates and instants of one result off PostgreSQL's binary format: whole days, or
 * microseconds, since the year 2000. The driver would set up a calendar for each result
 * and make three objects for each value. Whatever comes as text, or from a column of
 * another type, is left to the driver. Not thread-safe.
 */
final class WireTimes {

	private static final int COLUMNS = Long.SIZE;

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

	private final ResultSet row;

	/** The columns whose type was asked for, a bit each. */
	private long known;

	private long timestamps;

	private long dates;

	WireTimes(ResultSet row) {
		this.row = row;
	}

	@Nullable Instant instant(int column) throws SQLException {
		byte[] raw = isOfType(column, Types.TIMESTAMP) ? this.row.getBytes(column) : null;
		return (raw != null && raw.length == Long.BYTES) ? instant((long) LONG.get(raw, 0))
				: TemporalCodecs.readInstant(this.row, column);
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

	@Nullable LocalDate date(int column) throws SQLException {
		byte[] raw = isOfType(column, Types.DATE) ? this.row.getBytes(column) : null;
		return (raw != null && raw.length == Integer.BYTES) ? day((int) INT.get(raw, 0))
				: this.row.getObject(column, LocalDate.class);
	}

	private static LocalDate day(int days) {
		if (days == Integer.MAX_VALUE) {
			return LocalDate.MAX;
		}
		return (days == Integer.MIN_VALUE) ? LocalDate.MIN : LocalDate.ofEpochDay(EPOCH_DAY + days);
	}

	private boolean isOfType(int column, int type) throws SQLException {
		if (column > COLUMNS) {
			return false;
		}
		long bit = 1L << (column - 1);
		if ((this.known & bit) == 0) {
			remember(column, bit);
		}
		return (((type == Types.DATE) ? this.dates : this.timestamps) & bit) != 0;
	}

	private void remember(int column, long bit) throws SQLException {
		int type = this.row.getMetaData().getColumnType(column);
		this.known |= bit;
		if (type == Types.DATE) {
			this.dates |= bit;
		}
		else if (type == Types.TIMESTAMP || type == Types.TIMESTAMP_WITH_TIMEZONE) {
			this.timestamps |= bit;
		}
	}

	/** A codec that reads with the help of this class. */
	interface Reading {

		@Nullable Object read(WireTimes times, int column) throws SQLException;

	}

}
