package dev.orm.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/**
 * The types of the columns of one result, each asked for once and kept as a bit. Columns
 * beyond the 64th are asked each time whether they are binary, and else of no known type.
 * Not thread-safe.
 */
final class ColumnTypes {

	private static final int COLUMNS = Long.SIZE;

	private final ResultSet row;

	/** The columns whose type was asked for. */
	private long known;

	private long timestamps;

	private long dates;

	private long integers;

	private long binaries;

	ColumnTypes(ResultSet row) {
		this.row = row;
	}

	boolean isTimestamp(int column) throws SQLException {
		return column <= COLUMNS && (asked(column) & this.timestamps) != 0;
	}

	boolean isDate(int column) throws SQLException {
		return column <= COLUMNS && (asked(column) & this.dates) != 0;
	}

	boolean isInteger(int column) throws SQLException {
		return column <= COLUMNS && (asked(column) & this.integers) != 0;
	}

	boolean isBinary(int column) throws SQLException {
		return (column <= COLUMNS) ? (asked(column) & this.binaries) != 0 : isBinaryType(typeOf(column));
	}

	private static boolean isBinaryType(int type) {
		return type == Types.DOUBLE || type == Types.REAL || type == Types.FLOAT;
	}

	private long asked(int column) throws SQLException {
		long bit = 1L << (column - 1);
		if ((this.known & bit) == 0) {
			this.known |= bit;
			remember(typeOf(column), bit);
		}
		return bit;
	}

	private int typeOf(int column) throws SQLException {
		return this.row.getMetaData().getColumnType(column);
	}

	private void remember(int type, long bit) {
		switch (type) {
			case Types.DATE -> this.dates |= bit;
			case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> this.timestamps |= bit;
			case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> this.integers |= bit;
			case Types.REAL, Types.FLOAT, Types.DOUBLE -> this.binaries |= bit;
			default -> {
				// read by the driver's own conversion
			}
		}
	}

}
