package dev.orm.cluster;

import java.sql.Connection;
import java.sql.SQLException;

import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The data source of a database with replicas: Spring's lazy one, which knows at the
 * first statement whether it only reads. Thread-safe.
 */
public final class RoutedDataSource extends LazyConnectionDataSourceProxy {

	private final Replicas replicas;

	RoutedDataSource(Replicas replicas) {
		this.replicas = replicas;
		setTargetDataSource(new WrittenDataSource(replicas));
		setReadOnlyDataSource(new ReplicaDataSource(replicas));
		// given, so that nothing is connected to find out
		setDefaultAutoCommit(PrimaryPool.isAutoCommit(replicas.primary().pool()));
		setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
	}

	/**
	 * Return the servers behind it.
	 * @return the primary and its replicas
	 */
	public Replicas replicas() {
		return this.replicas;
	}

	/** Connections to the primary; whoever gives one back may have written. */
	private static final class WrittenDataSource extends DelegatingDataSource {

		private final Replicas replicas;

		WrittenDataSource(Replicas replicas) {
			super(replicas.primary().pool());
			this.replicas = replicas;
		}

		@Override
		public Connection getConnection() throws SQLException {
			return WatchedConnection.written(super.getConnection(), this.replicas);
		}

		@Override
		public Connection getConnection(String username, String password) throws SQLException {
			return WatchedConnection.written(super.getConnection(username, password), this.replicas);
		}

	}

	/** Connections that only read: of a replica that is fit, else of the primary. */
	private static final class ReplicaDataSource extends AbstractDataSource {

		private final Replicas replicas;

		ReplicaDataSource(Replicas replicas) {
			this.replicas = replicas;
		}

		@Override
		public Connection getConnection() throws SQLException {
			Integer isolation = TransactionSynchronizationManager.getCurrentTransactionIsolationLevel();
			Reading reading = this.replicas
				.transaction(isolation != null && isolation == TransactionDefinition.ISOLATION_SERIALIZABLE);
			try {
				return open(reading);
			}
			catch (SQLException ex) {
				Reading other = reading.elsewhere(ex);
				if (other == null) {
					reading.gaveBack();
					throw ex;
				}
				return open(other);
			}
		}

		private static Connection open(Reading reading) throws SQLException {
			Connection connection = reading.open();
			try {
				if (!connection.isReadOnly()) {
					connection.setReadOnly(true);
				}
				return WatchedConnection.read(connection, reading);
			}
			catch (SQLException ex) {
				connection.close();
				throw ex;
			}
		}

		@Override
		public Connection getConnection(String username, String password) throws SQLException {
			return getConnection();
		}

	}

}
