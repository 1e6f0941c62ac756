package dev.orm.execute;

import java.sql.Savepoint;
import java.util.List;

import javax.sql.DataSource;

import dev.orm.error.TransactionManagementException;
import dev.orm.execute.settings.SavepointListener;
import dev.orm.observe.WorkStatements;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.TransactionState;

import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the engine remembers of the thread's open transaction on a database: the error
 * that broke it, whether it must roll back, and what to do after its commit. It belongs
 * to the transaction and not to who began it, so that {@code @Transactional} and atomic
 * blocks mix. Used by one thread.
 */
public final class CurrentTransaction implements TransactionSynchronization {

	private final DataSource dataSource;

	private final ConnectionHolder connection;

	private final CommitHooks hooks = new CommitHooks();

	private final Nesting nesting = new Nesting();

	private final MemoryUndo undo = new MemoryUndo();

	private @Nullable WorkStatements statements;

	private boolean rollbackNeeded;

	private boolean runsHooksItself = true;

	private boolean completing;

	private boolean lost;

	private boolean committed;

	private boolean commitTried;

	private boolean rolledBack;

	private @Nullable Throwable failure;

	private CurrentTransaction(DataSource dataSource, ConnectionHolder connection) {
		this.dataSource = dataSource;
		this.connection = connection;
	}

	/**
	 * Return whether the thread has an open transaction.
	 * @param database the database
	 * @return true if it has
	 */
	public static boolean isActive(Database database) {
		return find(database) != null;
	}

	/**
	 * Return the thread's open transaction, whoever began it. It is remembered from now
	 * on, unless the transaction of another database inside it keeps Spring from telling
	 * how it ends.
	 * @param database the database
	 * @return the transaction; null if there is none
	 */
	public static @Nullable CurrentTransaction find(Database database) {
		ConnectionHolder bound = ThreadTransaction.bound(database);
		if (bound == null) {
			return null;
		}
		Object known = TransactionSynchronizationManager.getResource(bound);
		if (known != null) {
			CurrentTransaction transaction = (CurrentTransaction) known;
			return transaction.hasEnded() ? null : transaction;
		}
		return (bound instanceof CursorHolder || ThreadTransaction.isOpen(database, bound)) ? begin(database, bound)
				: null;
	}

	private static CurrentTransaction begin(Database database, ConnectionHolder bound) {
		CurrentTransaction transaction = new CurrentTransaction(database.dataSource(), bound);
		if (!(bound instanceof CursorHolder) && ThreadTransaction.isHeard(database)) {
			// keyed by the holder: it stays found while the transaction of another
			// database suspends synchronizations
			TransactionSynchronizationManager.bindResource(bound, transaction);
			TransactionSynchronizationManager.registerSynchronization(transaction);
		}
		return transaction;
	}

	/**
	 * Return the open transaction, remembered until its end.
	 * @param database the database
	 * @return the transaction
	 * @throws TransactionManagementException if none is open, or its end will not be
	 * heard of
	 */
	public static CurrentTransaction join(Database database) {
		CurrentTransaction transaction = find(database);
		if (transaction == null) {
			throw new TransactionManagementException(
					"No transaction of database '%s' is open on this thread".formatted(database.alias()));
		}
		if (!TransactionSynchronizationManager.hasResource(transaction.connection)) {
			throw new TransactionManagementException("""
					The end of the transaction of database '%s' is not told to this thread now.
					  hint: use the database once before the transaction of another database begins inside, and let \
					its transaction manager synchronize""".formatted(database.alias()));
		}
		return transaction;
	}

	/**
	 * Return what is open inside.
	 * @return the blocks
	 */
	public Nesting nesting() {
		return this.nesting;
	}

	/** Return what its statements come to. */
	WorkStatements statements() {
		if (this.statements == null) {
			this.statements = new WorkStatements();
		}
		return this.statements;
	}

	boolean isOf(DataSource other) {
		return this.dataSource.equals(other);
	}

	/**
	 * Spring calls listeners while the connection of the ended transaction is still the
	 * thread's.
	 */
	private boolean hasEnded() {
		return this.committed || (this.completing && isOverOnTheServer());
	}

	private boolean isOverOnTheServer() {
		return !TransactionSynchronizationManager.isSynchronizationActive()
				|| ThreadTransaction.isAt(this.connection, TransactionState.IDLE);
	}

	/**
	 * Return the transaction that a statement joins.
	 * @param database the database
	 * @return the transaction; null if none is open
	 * @throws TransactionManagementException if it must roll back; its cause is what
	 * broke it
	 */
	static @Nullable CurrentTransaction enter(Database database) {
		CurrentTransaction transaction = find(database);
		if (transaction != null) {
			transaction.requireSound();
		}
		return transaction;
	}

	/**
	 * Refuse to go on with a transaction that must roll back.
	 * @throws TransactionManagementException if it must; its cause is what broke it
	 */
	public void requireSound() {
		if (this.rollbackNeeded) {
			throw BrokenTransaction.refusal(this.failure);
		}
	}

	/**
	 * Let nothing but a rollback, of a savepoint or of the whole, end what is open.
	 * @param error what was wrong; null if the caller wants it so
	 */
	public void requireRollback(@Nullable Throwable error) {
		if (!this.rollbackNeeded) {
			this.failure = error;
		}
		this.rollbackNeeded = true;
	}

	/** Forget that a rollback is needed: a savepoint was rolled back by hand. */
	public void clearRollback() {
		this.rollbackNeeded = false;
		this.failure = null;
	}

	/**
	 * Return whether only a rollback may follow.
	 * @return true if so
	 */
	public boolean isRollbackNeeded() {
		return this.rollbackNeeded;
	}

	/**
	 * Do something after the commit, unless a savepoint taken before this call rolls
	 * back.
	 * @param hook what to do
	 * @param robust whether its failure is logged rather than raised
	 */
	public void onCommit(Runnable hook, boolean robust) {
		this.hooks.add(hook, robust);
		if (this.committed) {
			// registered by someone else's work after the commit
			runHooks();
		}
	}

	/**
	 * Leave the hooks to the caller, who takes and runs them once the connection is back.
	 */
	public void leaveHooks() {
		this.runsHooksItself = false;
	}

	/**
	 * Take the hooks.
	 * @return what to run after the commit
	 */
	public Runnable takeHooks() {
		return this.hooks.take();
	}

	/**
	 * Return the hooks that wait for the commit.
	 * @return the hooks, in order
	 */
	public List<Runnable> waitingHooks() {
		return this.hooks.waiting();
	}

	/**
	 * Return whether Spring tells this transaction of savepoints: false while the
	 * transaction of another database is open inside it.
	 * @return true if it is the innermost
	 */
	public boolean isInnermost() {
		return TransactionSynchronizationManager.isSynchronizationActive()
				&& TransactionSynchronizationManager.getSynchronizations().contains(this);
	}

	private List<? extends TransactionSynchronization> hearers() {
		return isInnermost() ? TransactionSynchronizationManager.getSynchronizations() : List.of(this);
	}

	/**
	 * Take a savepoint of the connection; Spring is told of it, where it can be.
	 * @return the savepoint
	 * @throws org.springframework.transaction.CannotCreateTransactionException if the
	 * database refuses
	 */
	public Savepoint createSavepoint() {
		Savepoint savepoint = ThreadTransaction.takeSavepoint(this.connection);
		hearers().forEach((hearer) -> hearer.savepoint(savepoint));
		return savepoint;
	}

	/**
	 * Undo what was done since a savepoint.
	 * @param savepoint the savepoint
	 * @throws org.springframework.transaction.TransactionSystemException if the database
	 * refuses
	 */
	public void rollbackTo(Savepoint savepoint) {
		hearers().forEach((hearer) -> hearer.savepointRollback(savepoint));
		ThreadTransaction.rollbackTo(this.connection, savepoint);
		SavepointListener.tell(hearers());
	}

	/**
	 * Forget a savepoint and keep what was done since.
	 * @param savepoint the savepoint
	 * @throws org.springframework.transaction.TransactionSystemException if the database
	 * refuses
	 */
	public void release(Savepoint savepoint) {
		ThreadTransaction.release(this.connection, savepoint);
	}

	/**
	 * Run a hook whose failure is logged rather than raised.
	 * @param hook what to do
	 */
	public static void runRobustly(Runnable hook) {
		CommitHooks.runRobustly(hook);
	}

	/**
	 * Remember how to undo in memory what follows, should it roll back.
	 * @param change makes memory as it is now
	 */
	public void onRollback(Runnable change) {
		this.undo.add(change);
	}

	/**
	 * Return whether nothing of the ended transaction is stored, as far as the server
	 * said. One whose connection was lost before a commit was sent is not stored either.
	 * @return false while it is open, once it is committed, and where nobody knows
	 */
	public boolean isRolledBack() {
		return this.rolledBack;
	}

	@Override
	public void savepoint(Object savepoint) {
		this.hooks.mark(savepoint);
		this.undo.mark(savepoint);
	}

	@Override
	public void savepointRollback(Object savepoint) {
		clearRollback();
		this.hooks.discardAfter(savepoint);
		this.undo.undoAfter(savepoint);
	}

	/**
	 * Return why the transaction, or what was done since the innermost savepoint, cannot
	 * end well although nobody throws: a statement failed, whoever's it was, and the
	 * error was caught. The server refuses what follows and answers a commit by a
	 * rollback, without saying so.
	 * @return what to throw after the rollback; null if the server has not aborted it
	 */
	public @Nullable RuntimeException abortion() {
		if (!ThreadTransaction.isAt(this.connection, TransactionState.FAILED)) {
			return null;
		}
		requireRollback(new AbortedTransactionException());
		return (this.failure != null) ? BrokenTransaction.caught(this.failure) : new AbortedTransactionException();
	}

	/**
	 * Keep whoever began the transaction, such as a {@code @Transactional} method, from
	 * committing a broken one. The end of what only reads stores nothing.
	 */
	@Override
	public void beforeCommit(boolean readOnly) {
		RuntimeException aborted = abortion();
		if (aborted != null) {
			throw aborted;
		}
		if (this.failure != null) {
			throw BrokenTransaction.caught(this.failure);
		}
		if (this.rollbackNeeded) {
			throw new UnexpectedRollbackException("Transaction rolled back because setRollbackOnly() was called in it");
		}
		this.commitTried = !readOnly;
	}

	@Override
	public void beforeCompletion() {
		this.completing = true;
		// what other callbacks did before the commit may have failed after the check
		this.lost = ThreadTransaction.isAt(this.connection, TransactionState.FAILED);
	}

	@Override
	public void afterCommit() {
		if (this.lost) {
			throw new AbortedTransactionException();
		}
		this.committed = true;
		if (this.runsHooksItself) {
			runHooks();
		}
	}

	private void runHooks() {
		if (!this.hooks.isEmpty()) {
			try (EndedTransaction connection = EndedTransaction.reuse(this.dataSource, this.connection)) {
				takeHooks().run();
			}
		}
	}

	@Override
	public void afterCompletion(int status) {
		this.rolledBack = this.lost || status == STATUS_ROLLED_BACK || (status == STATUS_UNKNOWN && !this.commitTried);
		if (this.rolledBack) {
			this.undo.undoAll();
		}
		ThreadTransaction.completed(this.connection, status);
		TransactionSynchronizationManager.unbindResourceIfPossible(this.connection);
	}

}
