package dev.orm.benchmark.stub;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;

import org.jspecify.annotations.Nullable;

/**
 * Rows of the order table, the values of which are made in advance. Answers every getter
 * by which a library may read such a column of PostgreSQL.
 */
@SuppressWarnings("NullAway.Init") // the data source links them
public abstract class StubResultSet implements ResultSet {

	private static final BigDecimal TOTAL = new BigDecimal("1234.50");

	private static final LocalDate DATE = LocalDate.of(2026, 1, 1);

	private static final OffsetDateTime MOMENT = OffsetDateTime.parse("2026-01-01T12:00:00.123456Z");

	private static final Date SQL_DATE = Date.valueOf(DATE);

	private static final Timestamp TIMESTAMP = Timestamp.from(MOMENT.toInstant());

	private static final byte[] WIRE_DATE = ByteBuffer.allocate(Integer.BYTES)
		.putInt((int) ChronoUnit.DAYS.between(LocalDate.of(2000, 1, 1), DATE))
		.array();

	private static final byte[] WIRE_MOMENT = ByteBuffer.allocate(Long.BYTES)
		.putLong(ChronoUnit.MICROS.between(Instant.parse("2000-01-01T00:00:00Z"), MOMENT))
		.array();

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
	public long getLong(int column) {
		return StubDataSource.FIRST_KEY - 1 + this.row;
	}

	@Override
	public int getInt(int column) {
		return this.row;
	}

	@Override
	public double getDouble(int column) {
		return 1.5;
	}

	@Override
	public boolean getBoolean(int column) {
		return true;
	}

	@Override
	public String getString(int column) {
		return this.columns.column(column).text();
	}

	@Override
	public BigDecimal getBigDecimal(int column) {
		return TOTAL;
	}

	@Override
	public Date getDate(int column) {
		return SQL_DATE;
	}

	@Override
	public Date getDate(int column, Calendar calendar) {
		return SQL_DATE;
	}

	@Override
	public Timestamp getTimestamp(int column) {
		return TIMESTAMP;
	}

	@Override
	public Timestamp getTimestamp(int column, Calendar calendar) {
		return TIMESTAMP;
	}

	/** What the server sends: days or microseconds since the year 2000. */
	@Override
	public byte[] getBytes(int column) {
		return switch (this.columns.column(column)) {
			case ORDERED_ON -> WIRE_DATE;
			case CREATED_AT -> WIRE_MOMENT;
			default -> throw new UnsupportedOperationException("The bytes of column " + column);
		};
	}

	@Override
	public Object getObject(int column) {
		return switch (this.columns.column(column)) {
			case ID, CUSTOMER_ID -> StubDataSource.FIRST_KEY - 1 + this.row;
			case NUMBER, STATUS, VERSION -> this.columns.column(column).text();
			case TOTAL -> TOTAL;
			case QUANTITY -> this.row;
			case WEIGHT -> 1.5;
			case PAID -> true;
			case ORDERED_ON -> SQL_DATE;
			case CREATED_AT -> TIMESTAMP;
		};
	}

	@Override
	public <T> T getObject(int column, Class<T> type) throws SQLException {
		if (type == LocalDate.class) {
			return type.cast(DATE);
		}
		if (type == OffsetDateTime.class) {
			return type.cast(MOMENT);
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
