package dev.orm.benchmark.stub;

import java.sql.Connection;
import java.sql.PreparedStatement;

/** A connection that prepares one statement. */
@SuppressWarnings("NullAway.Init") // the data source links the three
public abstract class StubConnection implements Connection {

	StubStatement statement;

	@Override
	public PreparedStatement prepareStatement(String sql) {
		return this.statement;
	}

	@Override
	public PreparedStatement prepareStatement(String sql, int type, int concurrency) {
		return this.statement;
	}

	@Override
	public boolean getAutoCommit() {
		return true;
	}

	@Override
	public void close() {
	}

}
