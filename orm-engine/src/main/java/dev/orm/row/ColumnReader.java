package dev.orm.row;

import dev.orm.codec.Wire;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Reads one column of the rows of a plan. Values of the usual types are read by a direct
 * call, which the JVM compiles into the loop over the columns: asking the codec of each
 * takes about as long as the reading itself, as the loop meets many codecs. Immutable,
 * thread-safe.
 */
public final class ColumnReader {

	private final int column;

	private final ValueType type;

	private final Wire wire;

	/**
	 * Create a reader.
	 * @param column the column, from 1
	 * @param type its type
	 */
	public ColumnReader(int column, ValueType type) {
		this.column = column;
		this.type = type;
		this.wire = type.codec().wire();
	}

	/**
	 * Read the column of the current row.
	 * @param row the rows
	 * @return the value, of the type's Java class; null for SQL NULL
	 * @throws RowReadException if the driver refuses
	 */
	public @Nullable Object read(RowReader row) {
		return (this.wire == Wire.DOUBLE) ? row.getNearestDouble(this.column)
				: row.get(this.column, this.wire, this.type);
	}

}
