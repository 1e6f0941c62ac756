package dev.orm.type;

import java.util.Map;

import dev.orm.type.NumberCodecs.DecimalCodec;
import dev.orm.type.NumberCodecs.DoubleCodec;
import dev.orm.type.NumberCodecs.IntegerCodec;
import dev.orm.type.NumberCodecs.LongCodec;
import dev.orm.type.TemporalCodecs.DateCodec;
import dev.orm.type.TemporalCodecs.InstantCodec;
import dev.orm.type.TextCodecs.BooleanCodec;
import dev.orm.type.TextCodecs.StringCodec;
import org.jspecify.annotations.Nullable;

/**
 * Reads one column of the rows of a plan. Values of the usual types are read by a direct
 * call, which the JVM compiles into the loop over the columns: asking the codec of each
 * takes about as long as the reading itself, as the loop meets many codecs. Immutable,
 * thread-safe.
 */
public final class ColumnReader {

	private static final Map<Class<? extends Codec>, Way> WAYS = Map.of(LongCodec.class, Way.LONG, IntegerCodec.class,
			Way.INTEGER, DoubleCodec.class, Way.DOUBLE, DecimalCodec.class, Way.DECIMAL, BooleanCodec.class,
			Way.BOOLEAN, StringCodec.class, Way.TEXT, DateCodec.class, Way.DATE, InstantCodec.class, Way.INSTANT);

	private final int column;

	private final ValueType type;

	private final Way way;

	/**
	 * Create a reader.
	 * @param column the column, from 1
	 * @param type its type
	 */
	public ColumnReader(int column, ValueType type) {
		this.column = column;
		this.type = type;
		this.way = WAYS.getOrDefault(type.codec().getClass(), Way.CODEC);
	}

	/**
	 * Read the column of the current row.
	 * @param row the rows
	 * @return the value, of the type's Java class; null for SQL NULL
	 * @throws RowReadException if the driver refuses
	 */
	public @Nullable Object read(RowReader row) {
		return switch (this.way) {
			case LONG -> row.getLongOrNull(this.column);
			case INTEGER -> row.getIntOrNull(this.column);
			case DOUBLE -> row.getDoubleOrNull(this.column);
			case DECIMAL -> row.getBigDecimal(this.column);
			case BOOLEAN -> row.getBooleanOrNull(this.column);
			case TEXT -> row.getString(this.column);
			case DATE -> row.getLocalDate(this.column);
			case INSTANT -> row.getInstant(this.column);
			case CODEC -> row.get(this.column, this.type);
		};
	}

	private enum Way {

		LONG, INTEGER, DOUBLE, DECIMAL, BOOLEAN, TEXT, DATE, INSTANT, CODEC

	}

}
