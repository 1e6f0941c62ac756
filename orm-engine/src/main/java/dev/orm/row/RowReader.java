package dev.orm.row;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.orm.codec.Numerals;
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
public final class RowReader {

	private static final String NOT_NULL = "value of a primitive, as it is NULL";

	private final ResultSet row;

	private final ColumnTypes types;

	private @Nullable WireTimes times;

	private long rows;

	/**
	 * Create a reader.
	 * @param row the result set
	 */
	public RowReader(ResultSet row) {
		this.row = row;
		this.types = new ColumnTypes(row);
	}

	/**
	 * Move to the next row.
	 * @return false after the last
	 */
	public boolean next() {
		try {
			boolean found = this.row.next();
			this.rows += found ? 1 : 0;
			return found;
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	/**
	 * Return how many rows were read.
	 * @return the number
	 */
	public long rows() {
		return this.rows;
	}

	/**
	 * Return the names of the columns.
	 * @return the names, in column order
	 */
	public List<String> names() {
		try {
			ResultSetMetaData columns = this.row.getMetaData();
			List<String> names = new ArrayList<>();
			for (int i = 1; i <= columns.getColumnCount(); i++) {
				names.add(columns.getColumnLabel(i));
			}
			return names;
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	public long getLong(int column) {
		try {
			long value = this.types.isInteger(column) ? this.row.getLong(column) : whole(column, "bigint", Long.SIZE);
			return (value == 0) ? zero(column, value) : value;
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	public @Nullable Long getLongOrNull(int column) {
		try {
			long value = this.types.isInteger(column) ? this.row.getLong(column) : whole(column, "bigint", Long.SIZE);
			return (value == 0 && this.row.wasNull()) ? null : (Long) value;
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	public int getInt(int column) {
		try {
			int value = this.types.isInteger(column) ? this.row.getInt(column)
					: (int) whole(column, "integer", Integer.SIZE);
			return (value == 0) ? zero(column, value) : value;
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	public @Nullable Integer getIntOrNull(int column) {
		try {
			int value = this.types.isInteger(column) ? this.row.getInt(column)
					: (int) whole(column, "integer", Integer.SIZE);
			return (value == 0 && this.row.wasNull()) ? null : (Integer) value;
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	public short getShort(int column) {
		try {
			short value = this.types.isInteger(column) ? this.row.getShort(column)
					: (short) whole(column, "smallint", Short.SIZE);
			return (value == 0) ? zero(column, value) : value;
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	public @Nullable Short getShortOrNull(int column) {
		try {
			short value = this.types.isInteger(column) ? this.row.getShort(column)
					: (short) whole(column, "smallint", Short.SIZE);
			return (value == 0 && this.row.wasNull()) ? null : (Short) value;
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	public float getFloat(int column) {
		Float value = (Float) get(column, ValueTypes.REAL);
		if (value == null) {
			throw refused(column, NOT_NULL, List.of());
		}
		return value;
	}

	public double getDouble(int column) {
		try {
			double value = held(column);
			return (value == 0) ? zero(column, value) : value;
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

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

	public boolean getBoolean(int column) {
		try {
			boolean value = this.row.getBoolean(column);
			return value || zero(column, false);
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	public @Nullable Boolean getBooleanOrNull(int column) {
		try {
			boolean value = this.row.getBoolean(column);
			return (!value && this.row.wasNull()) ? null : (Boolean) value;
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	public @Nullable String getString(int column) {
		try {
			return this.row.getString(column);
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	public @Nullable BigDecimal getBigDecimal(int column) {
		try {
			return (BigDecimal) ValueTypes.DECIMAL.codec().read(this.row, column);
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	public byte @Nullable [] getBytes(int column) {
		try {
			return this.row.getBytes(column);
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	public @Nullable UUID getUuid(int column) {
		return getObject(column, UUID.class);
	}

	public @Nullable LocalDate getLocalDate(int column) {
		try {
			return times().date(column);
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	public @Nullable LocalTime getLocalTime(int column) {
		return (LocalTime) get(column, ValueTypes.TIME);
	}

	public @Nullable LocalDateTime getLocalDateTime(int column) {
		return getObject(column, LocalDateTime.class);
	}

	public @Nullable OffsetDateTime getOffsetDateTime(int column) {
		try {
			return times().offset(column);
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

	public @Nullable Instant getInstant(int column) {
		try {
			return times().instant(column);
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

	private WireTimes times() {
		WireTimes known = this.times;
		if (known == null) {
			known = new WireTimes(this.row, this.types);
			this.times = known;
		}
		return known;
	}

	/** A value for a primitive, which cannot be null. */
	private <T> T zero(int column, T value) throws SQLException {
		if (this.row.wasNull()) {
			throw refused(column, NOT_NULL, List.of());
		}
		return value;
	}

	/** A binary number that would be stored as it was read; zero for NULL. */
	private double held(int column) throws SQLException {
		double value = this.row.getDouble(column);
		if (!this.types.isBinary(column) && !this.row.wasNull() && !isHeld(column, value)) {
			throw refused(column, "double precision", List.of());
		}
		return value;
	}

	private boolean isHeld(int column, double value) throws SQLException {
		return this.types.isInteger(column) ? this.row.getLong(column) == (long) value
				: Numerals.isHeld(value, this.row.getString(column));
	}

	/** A whole number of a column of another type; zero for NULL. */
	private long whole(int column, String type, int bits) throws SQLException {
		BigDecimal value = (BigDecimal) ValueTypes.DECIMAL.codec().read(this.row, column);
		if (value == null) {
			return 0;
		}
		if (Numerals.isFraction(value) || value.toBigInteger().bitLength() >= bits) {
			throw refused(column, type, List.of());
		}
		return value.longValue();
	}

	/** Never shows the value: it is a row's. */
	private StoredValueException refused(int column, String expected, List<String> choices) {
		try {
			return new StoredValueException(this.row.getMetaData().getColumnLabel(column), expected, choices);
		}
		catch (SQLException ex) {
			return new StoredValueException(String.valueOf(column), expected, choices);
		}
	}

	private <T> @Nullable T getObject(int column, Class<T> type) {
		try {
			return this.row.getObject(column, type);
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

}
