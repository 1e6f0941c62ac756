package dev.orm.transaction;

import dev.orm.error.OrmException;
import dev.orm.error.TransactionManagementException;
import dev.orm.execute.CurrentTransaction;
import dev.orm.execute.Database;
import dev.orm.execute.EndedTransaction;
import dev.orm.error.detail.ConnectionProblem;
import dev.orm.execute.failure.ErrorTranslation;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * A block that is a transaction. Its hooks run once the connection is back in the pool.
 */
final class OutermostBlock implements Block {

	/** Spring counts whole seconds. */
	private static final int ALMOST_A_SECOND = 999_999_999;

	private final PlatformTransactionManager manager;

	private final TransactionStatus status;

	private final CurrentTransaction transaction;

	/** What a listener of an ended transaction runs in; null for anybody else. */
	private final @Nullable EndedTransaction around;

	private OutermostBlock(PlatformTransactionManager manager, TransactionStatus status, CurrentTransaction transaction,
			@Nullable EndedTransaction around) {
		this.manager = manager;
		this.status = status;
		this.transaction = transaction;
		this.around = around;
	}

	static Block begin(Database database, AtomicOptions options) {
		EndedTransaction around = EndedTransaction.find(database);
		try {
			return begin(database, options, around);
		}
		catch (RuntimeException | Error ex) {
			close(around);
			throw ex;
		}
	}

	private static Block begin(Database database, AtomicOptions options, @Nullable EndedTransaction around) {
		PlatformTransactionManager manager = database.transactionManager();
		TransactionStatus status = begin(database.alias(), manager, definition(options));
		if (!CurrentTransaction.isActive(database)) {
			manager.rollback(status);
			throw new TransactionManagementException("""
					The transaction manager of database '%s' begins transactions elsewhere.
					  hint: give the database a manager of its own data source""".formatted(database.alias()));
		}
		CurrentTransaction transaction = CurrentTransaction.join(database);
		requireBegun(manager, status, transaction);
		transaction.leaveHooks();
		transaction.nesting().call(options.name());
		return new OutermostBlock(manager, status, transaction, around);
	}

	/** Who listens to the begin may have found that nothing can go on. */
	private static void requireBegun(PlatformTransactionManager manager, TransactionStatus status,
			CurrentTransaction transaction) {
		try {
			transaction.requireSound();
		}
		catch (TransactionManagementException ex) {
			manager.rollback(status);
			throw ex;
		}
	}

	/** A connection that refuses in words of ours is no failure of the manager. */
	private static TransactionStatus begin(String alias, PlatformTransactionManager manager,
			TransactionDefinition definition) {
		try {
			return manager.getTransaction(definition);
		}
		catch (CannotCreateTransactionException ex) {
			if (ex.getCause() instanceof OrmException refusal) {
				throw refusal;
			}
			throw (ConnectionProblem.of(ex) != null) ? ErrorTranslation.unconnected(alias, ex) : ex;
		}
	}

	private static TransactionDefinition definition(AtomicOptions options) {
		DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
		definition.setReadOnly(options.readOnly());
		definition.setIsolationLevel(options.isolation().level());
		if (!options.timeout().isZero()) {
			definition.setTimeout(Math.toIntExact(options.timeout().plusNanos(ALMOST_A_SECOND).toSeconds()));
		}
		return definition;
	}

	@Override
	public void end() {
		RuntimeException aborted = this.transaction.abortion();
		boolean commits = !this.transaction.isRollbackNeeded();
		try {
			end(commits);
		}
		finally {
			close(this.around);
		}
		if (aborted != null) {
			throw aborted;
		}
		if (commits) {
			this.transaction.takeHooks().run();
		}
	}

	private void end(boolean commits) {
		if (commits) {
			this.manager.commit(this.status);
		}
		else {
			this.manager.rollback(this.status);
		}
	}

	@Override
	public void fail(Throwable cause) {
		try {
			this.manager.rollback(this.status);
		}
		catch (RuntimeException ex) {
			cause.addSuppressed(ex);
		}
		finally {
			close(this.around);
		}
	}

	@Override
	public boolean isUndone() {
		return this.transaction.isRolledBack();
	}

	private static void close(@Nullable EndedTransaction around) {
		if (around != null) {
			around.close();
		}
	}

}
