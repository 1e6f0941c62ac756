package dev.orm.row;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.orm.codec.Numerals;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a result set, and what is refused of its values: those that would
 * not be stored as they were read. Not thread-safe.
 */
abstract sealed class CheckedRow extends ColumnTypes permits RowReader {

	private static final String NOT_NULL = "value of a primitive, as it is NULL";

	private long rows;

	CheckedRow(ResultSet row) {
		super(row);
	}

	/**
	 * Move to the next row.
	 * @return false after the last
	 */
	public final boolean next() {
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
	public final long rows() {
		return this.rows;
	}

	/**
	 * Return the names of the columns.
	 * @return the names, in column order
	 */
	public final List<String> names() {
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

	/** A value for a primitive, which cannot be null. */
	final <T> T zero(int column, T value) throws SQLException {
		if (this.row.wasNull()) {
			throw missing(column);
		}
		return value;
	}

	final StoredValueException missing(int column) {
		return refused(column, NOT_NULL, List.of());
	}

	/** A binary number that would be stored as it was read; zero for NULL. */
	final double held(int column) throws SQLException {
		double value = this.row.getDouble(column);
		if (!isBinary(column) && !this.row.wasNull() && !isHeld(column, value)) {
			throw refused(column, "double precision", List.of());
		}
		return value;
	}

	private boolean isHeld(int column, double value) throws SQLException {
		return isInteger(column) ? this.row.getLong(column) == (long) value
				: Numerals.isHeld(value, this.row.getString(column));
	}

	/** A whole number of a column of another type; zero for NULL. */
	final long whole(int column, String type, int bits) throws SQLException {
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
	final StoredValueException refused(int column, String expected, List<String> choices) {
		try {
			return new StoredValueException(this.row.getMetaData().getColumnLabel(column), expected, choices);
		}
		catch (SQLException ex) {
			return new StoredValueException(String.valueOf(column), expected, choices);
		}
	}

	final <T> @Nullable T getObject(int column, Class<T> type) {
		try {
			return this.row.getObject(column, type);
		}
		catch (SQLException ex) {
			throw new RowReadException(ex);
		}
	}

}
