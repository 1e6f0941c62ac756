package dev.orm.benchmark.stub;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

import org.postgresql.PGConnection;

/** A connection that keeps each statement it has prepared, as drivers do. */
@SuppressWarnings("NullAway.Init") // the data source links them
public abstract class StubConnection implements Connection {

	private final Map<String, StubStatement> statements = new HashMap<>();

	int rows;

	StubDatabaseMetaData metaData;

	PGConnection driver;

	private boolean autoCommit = true;

	private boolean readOnly;

	@Override
	public PreparedStatement prepareStatement(String sql) {
		return this.statements.computeIfAbsent(sql, this::prepare);
	}

	@Override
	public Statement createStatement() {
		return prepareStatement("select version()");
	}

	private StubStatement prepare(String sql) {
		return StubDataSource.statement(this, StubColumns.of(sql));
	}

	@Override
	public PreparedStatement prepareStatement(String sql, int type, int concurrency) {
		return prepareStatement(sql);
	}

	@Override
	public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability) {
		return prepareStatement(sql);
	}

	@Override
	public DatabaseMetaData getMetaData() {
		return this.metaData;
	}

	@Override
	public <T> T unwrap(Class<T> type) {
		return type.cast(this.driver);
	}

	@Override
	public boolean getAutoCommit() {
		return this.autoCommit;
	}

	@Override
	public void setAutoCommit(boolean autoCommit) {
		this.autoCommit = autoCommit;
	}

	@Override
	public boolean isReadOnly() {
		return this.readOnly;
	}

	@Override
	public void setReadOnly(boolean readOnly) {
		this.readOnly = readOnly;
	}

	@Override
	public int getTransactionIsolation() {
		return TRANSACTION_READ_COMMITTED;
	}

	@Override
	public boolean isValid(int timeout) {
		return true;
	}

	@Override
	public void close() {
	}

}
