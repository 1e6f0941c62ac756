package dev.orm.execute.begin;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.orm.execute.CurrentTransaction;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.execute.settings.SavepointListener;
import dev.orm.execute.settings.StatementSettings;
import dev.orm.session.SessionSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends settings of the session as a transaction begins, as they change in it, and after
 * a savepoint of it was rolled back, so that statements of others see them too. A
 * transaction that cannot be told them can only roll back. Thread-safe.
 */
public final class TransactionSettings implements TransactionExecutionListener {

	private final Database database;

	private final StatementSettings settings;

	private TransactionSettings(Database database, StatementSettings settings) {
		this.database = database;
		this.settings = settings;
	}

	/**
	 * Listen to the transactions of all databases. Where there are no settings, or
	 * transactions need none, nobody does.
	 * @param databases the databases
	 * @param settings the settings
	 * @return to be run on a thread whose settings have changed
	 */
	public static Runnable listen(Databases databases, SessionSettings settings) {
		StatementSettings sent = new StatementSettings(settings);
		List<TransactionSettings> listening = (settings.isEmpty() || !settings.isAtBegin()) ? List.of()
				: databases.all().stream().map((database) -> new TransactionSettings(database, sent)).toList();
		for (TransactionSettings one : listening) {
			one.listen();
		}
		return () -> listening.forEach(TransactionSettings::renew);
	}

	private void listen() {
		if (this.database.transactionManager() instanceof ConfigurableTransactionManager manager) {
			manager.addListener(this);
		}
	}

	@Override
	public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
		if (failure == null && !transaction.isNested()) {
			renew();
			if (TransactionSynchronizationManager.isSynchronizationActive()) {
				TransactionSynchronizationManager.registerSynchronization(new Renewal());
			}
		}
	}

	@Override
	public void afterRollback(TransactionExecution transaction, @Nullable Throwable failure) {
		if (failure == null && transaction.isNested()) {
			renew();
		}
	}

	private void renew() {
		CurrentTransaction open = CurrentTransaction.find(this.database);
		if (open != null && !open.isRollbackNeeded()) {
			send(open);
		}
	}

	private void send(CurrentTransaction open) {
		Connection connection = DataSourceUtils.getConnection(this.database.dataSource());
		try {
			boolean reads = TransactionSynchronizationManager.isCurrentTransactionReadOnly();
			this.settings.now(this.database.alias(), "", reads).run(connection);
		}
		catch (SQLException | RuntimeException ex) {
			open.requireRollback(ex);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, this.database.dataSource());
		}
	}

	/** Sends them again after a rollback that Spring's manager knows nothing of. */
	private final class Renewal implements TransactionSynchronization, SavepointListener {

		@Override
		public void rolledBack() {
			renew();
		}

	}

}
