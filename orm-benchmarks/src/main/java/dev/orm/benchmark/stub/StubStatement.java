package dev.orm.benchmark.stub;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;

/** A statement that takes any parameter and answers the same rows. */
@SuppressWarnings("NullAway.Init") // the data source links them
public abstract class StubStatement implements PreparedStatement {

	StubResultSet result;

	StubConnection connection;

	private long bound;

	@Override
	public Connection getConnection() {
		return this.connection;
	}

	@Override
	public ResultSet executeQuery() {
		this.result.rewind();
		return this.result;
	}

	@Override
	public ResultSet executeQuery(String sql) {
		return executeQuery();
	}

	@Override
	public boolean execute() {
		this.result.rewind();
		return true;
	}

	@Override
	public ResultSet getResultSet() {
		return this.result;
	}

	@Override
	public ResultSetMetaData getMetaData() {
		return this.result.metaData;
	}

	@Override
	public int getUpdateCount() {
		return -1;
	}

	@Override
	public void setLong(int index, long value) {
		this.bound = value;
	}

	@Override
	public void setInt(int index, int value) {
		this.bound = value;
	}

	@Override
	public void setBigDecimal(int index, BigDecimal value) {
		this.bound = value.hashCode();
	}

	@Override
	public void setObject(int index, Object value) {
		this.bound = value.hashCode();
	}

	@Override
	public void setObject(int index, Object value, int type) {
		this.bound = value.hashCode();
	}

	long bound() {
		return this.bound;
	}

	@Override
	public void close() {
	}

}
