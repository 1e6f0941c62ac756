package dev.orm.benchmark.stub;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Rows of the order table, the values of which are made in advance. */
public abstract class StubResultSet implements ResultSet {

	private static final BigDecimal TOTAL = new BigDecimal("1234.50");

	private static final LocalDate DATE = LocalDate.of(2026, 1, 1);

	private static final OffsetDateTime MOMENT = OffsetDateTime.parse("2026-01-01T12:00:00.123456Z");

	int rows;

	private int row;

	void rewind() {
		this.row = 0;
	}

	@Override
	public boolean next() {
		return this.row++ < this.rows;
	}

	@Override
	public boolean wasNull() {
		return false;
	}

	@Override
	public long getLong(int column) {
		return 1000L + this.row;
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
		return "text";
	}

	@Override
	public BigDecimal getBigDecimal(int column) {
		return TOTAL;
	}

	@Override
	public <T> T getObject(int column, Class<T> type) {
		return type.cast((type == LocalDate.class) ? DATE : MOMENT);
	}

	@Override
	public void close() {
	}

}
