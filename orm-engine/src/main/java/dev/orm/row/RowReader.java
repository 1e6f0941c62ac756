package dev.orm.row;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;

import dev.orm.codec.Wire;
import dev.orm.error.ValueConversionException;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a result set as generated readers see it: typed getters by column
 * index, from 1, with SQL NULL as null. The {@code long}, {@code int} … getters refuse
 * NULL, those of whole numbers a fraction, and those of doubles more digits than would
 * come back, by {@link StoredValueException}. Errors of the driver come as
 * {@link RowReadException} and are translated by the execute room. Not thread-safe.
 */
public final class RowReader extends CheckedRow {

	/**
	 * Create a reader.
	 * @param row the result set
	 */
	public RowReader(ResultSet row) {
		super(row);
	}

	/**
	 * Read a whole number that is never NULL.
	 * @param column the column, from 1
	 * @return the number
	 * @throws StoredValueException if it is NULL, a fraction or too large
	 */
	public long getLong(int column) {
		try {
			long value = isInteger(column) ? this.row.getLong(column) : whole(column, "bigint", Long.SIZE);
			return (value == 0) ? zero(column, value) : value;
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	/**
	 * Read a whole number.
	 * @param column the column, from 1
	 * @return the number; null for SQL NULL
	 * @throws StoredValueException if it is a fraction or too large
	 */
	public @Nullable Long getLongOrNull(int column) {
		try {
			long value = isInteger(column) ? this.row.getLong(column) : whole(column, "bigint", Long.SIZE);
			return (value == 0 && this.row.wasNull()) ? null : (Long) value;
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	/**
	 * Read a whole number that is never NULL.
	 * @param column the column, from 1
	 * @return the number
	 * @throws StoredValueException if it is NULL, a fraction or too large
	 */
	public int getInt(int column) {
		try {
			int value = isInteger(column) ? this.row.getInt(column) : (int) whole(column, "integer", Integer.SIZE);
			return (value == 0) ? zero(column, value) : value;
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	/**
	 * Read a whole number.
	 * @param column the column, from 1
	 * @return the number; null for SQL NULL
	 * @throws StoredValueException if it is a fraction or too large
	 */
	public @Nullable Integer getIntOrNull(int column) {
		try {
			int value = isInteger(column) ? this.row.getInt(column) : (int) whole(column, "integer", Integer.SIZE);
			return (value == 0 && this.row.wasNull()) ? null : (Integer) value;
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	/**
	 * Read a whole number that is never NULL.
	 * @param column the column, from 1
	 * @return the number
	 * @throws StoredValueException if it is NULL, a fraction or too large
	 */
	public short getShort(int column) {
		try {
			short value = isInteger(column) ? this.row.getShort(column) : (short) whole(column, "smallint", Short.SIZE);
			return (value == 0) ? zero(column, value) : value;
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	/**
	 * Read a whole number.
	 * @param column the column, from 1
	 * @return the number; null for SQL NULL
	 * @throws StoredValueException if it is a fraction or too large
	 */
	public @Nullable Short getShortOrNull(int column) {
		try {
			short value = isInteger(column) ? this.row.getShort(column) : (short) whole(column, "smallint", Short.SIZE);
			return (value == 0 && this.row.wasNull()) ? null : (Short) value;
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	/**
	 * Read a binary number that is never NULL.
	 * @param column the column, from 1
	 * @return the number
	 * @throws StoredValueException if it is NULL, or would not be stored as it is read
	 */
	public float getFloat(int column) {
		Float value = (Float) get(column, ValueTypes.REAL);
		if (value == null) {
			throw missing(column);
		}
		return value;
	}

	/**
	 * Read a binary number that is never NULL.
	 * @param column the column, from 1
	 * @return the number
	 * @throws StoredValueException if it is NULL, or would not be stored as it is read
	 */
	public double getDouble(int column) {
		try {
			double value = held(column);
			return (value == 0) ? zero(column, value) : value;
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	/**
	 * Read a binary number.
	 * @param column the column, from 1
	 * @return the number; null for SQL NULL
	 * @throws StoredValueException if it would not be stored as it is read
	 */
	public @Nullable Double getDoubleOrNull(int column) {
		try {
			double value = held(column);
			return (value == 0 && this.row.wasNull()) ? null : (Double) value;
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	/** A computed number comes as near as a double gets; nobody writes it back. */
	@Nullable Double getNearestDouble(int column) {
		try {
			double value = this.row.getDouble(column);
			return (value == 0 && this.row.wasNull()) ? null : (Double) value;
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	/**
	 * Read a truth value that is never NULL.
	 * @param column the column, from 1
	 * @return the value
	 * @throws StoredValueException if it is NULL
	 */
	public boolean getBoolean(int column) {
		try {
			boolean value = this.row.getBoolean(column);
			return value || zero(column, false);
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	/**
	 * Read a truth value.
	 * @param column the column, from 1
	 * @return the value; null for SQL NULL
	 */
	public @Nullable Boolean getBooleanOrNull(int column) {
		try {
			boolean value = this.row.getBoolean(column);
			return (!value && this.row.wasNull()) ? null : (Boolean) value;
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	/**
	 * Read a text.
	 * @param column the column, from 1
	 * @return the text as the database writes it; null for SQL NULL
	 */
	public @Nullable String getString(int column) {
		try {
			return this.row.getString(column);
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	/**
	 * Read a decimal number.
	 * @param column the column, from 1
	 * @return the number, with the digits it is stored with; null for SQL NULL
	 */
	public @Nullable BigDecimal getBigDecimal(int column) {
		try {
			return (BigDecimal) ValueTypes.DECIMAL.codec().read(this.row, column);
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	/**
	 * Read bytes.
	 * @param column the column, from 1
	 * @return a copy of the bytes; null for SQL NULL
	 */
	public byte @Nullable [] getBytes(int column) {
		try {
			return this.row.getBytes(column);
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	/**
	 * Read a UUID.
	 * @param column the column, from 1
	 * @return the UUID; null for SQL NULL
	 */
	public @Nullable UUID getUuid(int column) {
		return getObject(column, UUID.class);
	}

	/**
	 * Read a day.
	 * @param column the column, from 1
	 * @return the day, {@link LocalDate#MAX} and {@link LocalDate#MIN} for the
	 * infinities; null for SQL NULL
	 */
	public @Nullable LocalDate getLocalDate(int column) {
		try {
			return WireTimes.date(this, column);
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	/**
	 * Read a time of day.
	 * @param column the column, from 1
	 * @return the time, in microseconds; null for SQL NULL
	 * @throws StoredValueException if it is 24:00, which Java has not
	 */
	public @Nullable LocalTime getLocalTime(int column) {
		return (LocalTime) get(column, ValueTypes.TIME);
	}

	/**
	 * Read a day and a time without zone.
	 * @param column the column, from 1
	 * @return the moment, in microseconds; null for SQL NULL
	 */
	public @Nullable LocalDateTime getLocalDateTime(int column) {
		return getObject(column, LocalDateTime.class);
	}

	/**
	 * Read a moment of {@code timestamptz}.
	 * @param column the column, from 1
	 * @return the moment in UTC, in microseconds; null for SQL NULL
	 */
	public @Nullable OffsetDateTime getOffsetDateTime(int column) {
		try {
			return WireTimes.offset(this, column);
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	/**
	 * Read a moment of {@code timestamptz}.
	 * @param column the column, from 1
	 * @return the moment, in microseconds; null for SQL NULL
	 */
	public @Nullable Instant getInstant(int column) {
		try {
			return WireTimes.instant(this, column);
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	/**
	 * Read a value of any type.
	 * @param column the column, from 1
	 * @param type the type
	 * @return the value
	 */
	public @Nullable Object get(int column, ValueType type) {
		return get(column, type.codec().wire(), type);
	}

	@Nullable Object get(int column, Wire wire, ValueType type) {
		return switch (wire) {
			case SHORT -> getShortOrNull(column);
			case INTEGER -> getIntOrNull(column);
			case LONG -> getLongOrNull(column);
			case DOUBLE -> getDoubleOrNull(column);
			case DECIMAL -> getBigDecimal(column);
			case BOOLEAN -> getBooleanOrNull(column);
			case TEXT -> getString(column);
			case DATE -> getLocalDate(column);
			case INSTANT -> getInstant(column);
			case OFFSET -> getOffsetDateTime(column);
			case CODEC -> decoded(column, type);
		};
	}

	private @Nullable Object decoded(int column, ValueType type) {
		try {
			return type.codec().read(this.row, column);
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
		catch (ValueConversionException ex) {
			throw refused(column, ex.expected().isEmpty() ? type.sqlName() : ex.expected(), ex.choices());
		}
	}

}
