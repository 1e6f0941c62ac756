package dev.orm.boot.test;

import java.sql.Connection;
import java.util.List;

import dev.orm.execute.Database;

import org.springframework.jdbc.datasource.ConnectionHandle;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stands for the thread's connection to a database it may not use. */
final class RefusedConnection implements ConnectionHandle {

	private final String alias;

	private final List<String> listed;

	private RefusedConnection(String alias, List<String> listed) {
		this.alias = alias;
		this.listed = listed;
	}

	/** Refuse what the thread would do. */
	static void bind(Database database, List<String> listed) {
		TransactionSynchronizationManager.bindResource(database.dataSource(),
				new ConnectionHolder(new RefusedConnection(database.alias(), listed)));
	}

	static void unbind(Database database) {
		TransactionSynchronizationManager.unbindResourceIfPossible(database.dataSource());
	}

	static boolean isBound(Database database) {
		return TransactionSynchronizationManager.getResource(database.dataSource()) instanceof ConnectionHolder holder
				&& holder.getConnectionHandle() instanceof RefusedConnection;
	}

	@Override
	public Connection getConnection() {
		throw new UnlistedDatabaseException(this.alias, this.listed);
	}

}
