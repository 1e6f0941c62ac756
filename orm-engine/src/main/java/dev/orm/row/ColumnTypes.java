package dev.orm.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/**
 * The types of the columns of one result, each asked for once and kept as a bit. Columns
 * beyond the 64th are asked each time whether they are binary, and else of no known type.
 * Not thread-safe.
 */
abstract sealed class ColumnTypes permits CheckedRow {

	private static final int COLUMNS = Long.SIZE;

	final ResultSet row;

	/** The columns whose type was asked for. */
	private long known;

	private long timestamps;

	private long dates;

	private long integers;

	private long binaries;

	ColumnTypes(ResultSet row) {
		this.row = row;
	}

	final boolean isTimestamp(int column) throws SQLException {
		return holds(this.timestamps, column) || (isNew(column) && holds(ask(column).timestamps, column));
	}

	final boolean isDate(int column) throws SQLException {
		return holds(this.dates, column) || (isNew(column) && holds(ask(column).dates, column));
	}

	final boolean isInteger(int column) throws SQLException {
		return holds(this.integers, column) || (isNew(column) && holds(ask(column).integers, column));
	}

	final boolean isBinary(int column) throws SQLException {
		return holds(this.binaries, column) || (isNew(column) && holds(ask(column).binaries, column))
				|| (column > COLUMNS && isBinaryType(typeOf(column)));
	}

	/** Asked first: of all rows but the first it is the answer. */
	private static boolean holds(long columns, int column) {
		return (columns & bit(column)) != 0 && column <= COLUMNS;
	}

	private static long bit(int column) {
		return 1L << (column - 1);
	}

	private boolean isNew(int column) {
		return column <= COLUMNS && !holds(this.known, column);
	}

	private static boolean isBinaryType(int type) {
		return type == Types.DOUBLE || type == Types.REAL || type == Types.FLOAT;
	}

	private ColumnTypes ask(int column) throws SQLException {
		this.known |= bit(column);
		remember(typeOf(column), bit(column));
		return this;
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
