package dev.orm.boot.databases;

import java.sql.Connection;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/**
 * A pool whose connections are borrowed at the first statement of a transaction. Says for
 * itself what a connection is at first, so that the start needs none.
 */
final class LazyDataSource extends LazyConnectionDataSourceProxy implements AutoCloseable {

	private final HikariDataSource pool;

	LazyDataSource(HikariDataSource pool) {
		this.pool = pool;
		setTargetDataSource(pool);
		setDefaultAutoCommit(pool.isAutoCommit());
		if (pool.getTransactionIsolation() != null) {
			setDefaultTransactionIsolationName(pool.getTransactionIsolation());
		}
		else {
			setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
		}
	}

	@Override
	public void close() {
		this.pool.close();
	}

}
