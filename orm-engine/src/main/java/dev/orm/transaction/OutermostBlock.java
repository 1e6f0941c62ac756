package dev.orm.transaction;

import dev.orm.error.TransactionManagementException;
import dev.orm.execute.CurrentTransaction;
import dev.orm.execute.Database;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * A block that is a transaction. Its hooks run once the connection is back in the pool.
 */
final class OutermostBlock implements Block {

	private final PlatformTransactionManager manager;

	private final TransactionStatus status;

	private final CurrentTransaction transaction;

	private OutermostBlock(PlatformTransactionManager manager, TransactionStatus status,
			CurrentTransaction transaction) {
		this.manager = manager;
		this.status = status;
		this.transaction = transaction;
	}

	static Block begin(Database database, AtomicOptions options) {
		PlatformTransactionManager manager = database.transactionManager();
		TransactionStatus status = manager.getTransaction(definition(options));
		if (!CurrentTransaction.isActive(database.dataSource())) {
			manager.rollback(status);
			throw new TransactionManagementException("""
					The transaction manager of database '%s' begins transactions elsewhere.
					  hint: give the database a manager of its own data source""".formatted(database.alias()));
		}
		CurrentTransaction transaction = CurrentTransaction.join(database.dataSource());
		transaction.leaveHooks();
		return new OutermostBlock(manager, status, transaction);
	}

	private static TransactionDefinition definition(AtomicOptions options) {
		DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
		definition.setReadOnly(options.readOnly());
		definition.setIsolationLevel(options.isolation().level());
		return definition;
	}

	@Override
	public void end() {
		if (this.transaction.isRollbackNeeded()) {
			this.manager.rollback(this.status);
			return;
		}
		this.manager.commit(this.status);
		this.transaction.takeHooks().run();
	}

	@Override
	public void fail(Throwable cause) {
		try {
			this.manager.rollback(this.status);
		}
		catch (RuntimeException ex) {
			cause.addSuppressed(ex);
		}
	}

}
