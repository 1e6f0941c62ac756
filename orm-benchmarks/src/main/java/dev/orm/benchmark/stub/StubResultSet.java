package dev.orm.benchmark.stub;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.ByteConverter;

/**
 * Rows of the order table in PostgreSQL's binary format. Getters decode it as the driver
 * does, with the driver's own converters where it opens them; each library pays for the
 * getters it chooses, and can read a column by every getter the driver has for it.
 */
@SuppressWarnings("NullAway.Init") // the data source links them
public abstract class StubResultSet implements ResultSet {

	private static final OffsetDateTime EPOCH = OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

	private static final long EPOCH_DAY = EPOCH.toLocalDate().toEpochDay();

	private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

	private static final byte[] TOTAL = ByteConverter.numeric(new BigDecimal("1234.50"));

	private static final byte[] WEIGHT = new byte[Double.BYTES];

	/** Days since the year 2000. */
	private static final byte[] DATE = new byte[Integer.BYTES];

	/** Microseconds since the year 2000. */
	private static final byte[] MOMENT = new byte[Long.BYTES];

	static {
		ByteConverter.float8(WEIGHT, 0, 1.5);
		ByteConverter.int4(DATE, 0, (int) (LocalDate.of(2026, 1, 1).toEpochDay() - EPOCH_DAY));
		ByteConverter.int8(MOMENT, 0,
				ChronoUnit.MICROS.between(EPOCH, OffsetDateTime.parse("2026-01-01T12:00:00.123456Z")));
	}

	private final byte[] key = new byte[Long.BYTES];

	private final byte[] number = new byte[Integer.BYTES];

	int rows;

	StubColumns columns;

	StubMetaData metaData;

	StubStatement statement;

	private int row;

	void rewind() {
		this.row = 0;
	}

	@Override
	public boolean next() {
		ByteConverter.int8(this.key, 0, StubDataSource.FIRST_KEY + this.row);
		ByteConverter.int4(this.number, 0, this.row + 1);
		return this.row++ < this.rows;
	}

	@Override
	public boolean isBeforeFirst() {
		return this.row == 0 && this.rows > 0;
	}

	@Override
	public boolean isAfterLast() {
		return this.row > this.rows;
	}

	@Override
	public int getRow() {
		return this.row;
	}

	@Override
	public boolean wasNull() {
		return false;
	}

	@Override
	public Statement getStatement() {
		return this.statement;
	}

	@Override
	public ResultSetMetaData getMetaData() {
		return this.metaData;
	}

	@Override
	public @Nullable SQLWarning getWarnings() {
		return null;
	}

	@Override
	public int findColumn(String label) {
		return this.columns.find(label);
	}

	@Override
	public byte[] getBytes(int column) {
		return switch (this.columns.column(column)) {
			case ID, CUSTOMER_ID -> this.key;
			case NUMBER, STATUS -> TEXT;
			case VERSION -> StubColumn.VERSION.text().getBytes(StandardCharsets.UTF_8);
			case TOTAL -> TOTAL;
			case QUANTITY -> this.number;
			case WEIGHT -> WEIGHT;
			case PAID -> new byte[] { 1 };
			case ORDERED_ON -> DATE;
			case CREATED_AT -> MOMENT;
		};
	}

	@Override
	public long getLong(int column) {
		return ByteConverter.int8(this.key, 0);
	}

	@Override
	public int getInt(int column) {
		return ByteConverter.int4(this.number, 0);
	}

	@Override
	public double getDouble(int column) {
		return ByteConverter.float8(WEIGHT, 0);
	}

	@Override
	public boolean getBoolean(int column) {
		return true;
	}

	@Override
	public String getString(int column) {
		return switch (this.columns.column(column)) {
			case NUMBER, STATUS -> new String(TEXT, StandardCharsets.UTF_8);
			default -> this.columns.column(column).text();
		};
	}

	@Override
	public BigDecimal getBigDecimal(int column) {
		return (BigDecimal) ByteConverter.numeric(TOTAL);
	}

	@Override
	public Date getDate(int column) {
		return Date.valueOf(date());
	}

	@Override
	public Date getDate(int column, Calendar calendar) {
		return getDate(column);
	}

	@Override
	public Timestamp getTimestamp(int column) {
		return Timestamp.from(moment().toInstant());
	}

	@Override
	public Timestamp getTimestamp(int column, Calendar calendar) {
		return getTimestamp(column);
	}

	private static LocalDate date() {
		return LocalDate.ofEpochDay(EPOCH_DAY + ByteConverter.int4(DATE, 0));
	}

	/** As the driver makes it: of the seconds, by way of a date and time without zone. */
	private static OffsetDateTime moment() {
		long micros = ByteConverter.int8(MOMENT, 0);
		long second = EPOCH.toEpochSecond() + Math.floorDiv(micros, 1_000_000L);
		int nano = (int) Math.floorMod(micros, 1_000_000L) * 1000;
		return LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC).atOffset(ZoneOffset.UTC);
	}

	@Override
	public Object getObject(int column) {
		return switch (this.columns.column(column)) {
			case ID, CUSTOMER_ID -> getLong(column);
			case NUMBER, STATUS, VERSION -> getString(column);
			case TOTAL -> getBigDecimal(column);
			case QUANTITY -> getInt(column);
			case WEIGHT -> getDouble(column);
			case PAID -> getBoolean(column);
			case ORDERED_ON -> getDate(column);
			case CREATED_AT -> getTimestamp(column);
		};
	}

	@Override
	public <T> T getObject(int column, Class<T> type) throws SQLException {
		if (type == LocalDate.class) {
			return type.cast(date());
		}
		if (type == OffsetDateTime.class) {
			return type.cast(moment());
		}
		Object value = getObject(column);
		if (type.isInstance(value)) {
			return type.cast(value);
		}
		throw new SQLException("PostgreSQL's driver does not convert a " + value.getClass() + " to " + type);
	}

	@Override
	public void close() {
	}

}
