package dev.orm.transaction;

import java.time.Duration;
import java.util.function.Supplier;

import dev.orm.error.QueryValueException;
import dev.orm.error.TransactionManagementException;
import dev.orm.error.detail.Subject;
import dev.orm.execute.CurrentTransaction;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.execute.ReadOnlyRefusal;
import dev.orm.observe.TransactionListener;
import org.jspecify.annotations.Nullable;

import org.springframework.core.retry.RetryPolicy;

/**
 * Runs blocks that commit or roll back as a whole. Django's {@code transaction.atomic},
 * by Spring's transaction manager, so that blocks and {@code @Transactional} methods nest
 * in each other.
 *
 * <p>
 * The outermost block is a transaction, an inner one a savepoint. A block that throws,
 * checked exceptions wrapped by the caller included, rolls back what it did and rethrows.
 * After a database error the block it happened in runs no further statement; put what may
 * fail into a block of its own.
 *
 * <p>
 * The methods {@link #using}, {@link #durable}, {@link #savepoint}, {@link #readOnly},
 * {@link #isolation}, {@link #timeout}, {@link #retry(int)} and {@link #named} return a
 * changed copy. Immutable and thread-safe; a block belongs to the thread that runs it.
 */
public final class Atomic {

	private final Databases databases;

	private final TransactionListener listener;

	private final AtomicOptions options;

	/**
	 * Create the entry to atomic blocks, of which nobody hears.
	 * @param databases the databases
	 */
	public Atomic(Databases databases) {
		this(databases, TransactionListener.NONE);
	}

	/**
	 * Create the entry to atomic blocks.
	 * @param databases the databases
	 * @param listener who hears of repeated blocks
	 */
	public Atomic(Databases databases, TransactionListener listener) {
		this(databases, listener, AtomicOptions.DEFAULTS);
	}

	private Atomic(Databases databases, TransactionListener listener, AtomicOptions options) {
		this.databases = databases;
		this.listener = listener;
		this.options = options;
	}

	/**
	 * Run blocks on another database. Django's {@code using}.
	 * @param alias the alias of the database
	 * @return a copy
	 */
	public Atomic using(String alias) {
		return with(this.options.withDatabase(alias));
	}

	/**
	 * Refuse to run inside another transaction, so that the end of the block is a commit.
	 * Django's {@code durable=True}.
	 * @return a copy
	 */
	public Atomic durable() {
		return with(this.options.withDurable());
	}

	/**
	 * Choose whether an inner block has a savepoint. Without one, a failure condemns the
	 * enclosing block. Django's {@code savepoint}.
	 * @param wanted whether it has
	 * @return a copy
	 */
	public Atomic savepoint(boolean wanted) {
		return with(this.options.withSavepoint(wanted));
	}

	/**
	 * Begin the transaction read-only; the database refuses writes then. Only of an
	 * outermost block.
	 * @return a copy
	 */
	public Atomic readOnly() {
		return with(this.options.withReadOnly());
	}

	/**
	 * Begin the transaction with an isolation level. Only of an outermost block.
	 * @param isolation the level
	 * @return a copy
	 */
	public Atomic isolation(Isolation isolation) {
		return with(this.options.withIsolation(isolation));
	}

	/**
	 * Limit how long the transaction may take, by Spring's deadline: a statement that
	 * runs into it is cancelled, and none begins after it. Only of an outermost block; a
	 * repeated one has the whole time again.
	 * @param limit the time, counted in whole seconds, rounded up
	 * @return a copy
	 * @throws QueryValueException if it is not positive
	 */
	public Atomic timeout(Duration limit) {
		if (limit.isZero() || limit.isNegative()) {
			throw new QueryValueException(
					"A transaction cannot end within %s. hint: give it a second or more".formatted(limit),
					Subject.ofArgument("timeout"))
				.of(limit);
		}
		return with(this.options.withTimeout(limit));
	}

	/**
	 * Repeat the block when the database gave up the transaction for others' sake: see
	 * {@link Retry#times}.
	 * @param retries how often at most, after the first run
	 * @return a copy
	 * @throws QueryValueException if it is negative
	 */
	public Atomic retry(int retries) {
		return retry(Retry.times(retries));
	}

	/**
	 * Repeat the block as a policy says, a {@link Retry} or one of Spring's. Only an
	 * outermost block is repeated, and only one that is rolled back for sure: never after
	 * a commit whose outcome is unknown, nor for what a hook threw. What a failed run did
	 * to instances is undone, and its hooks are dropped. The block must be fit to run
	 * again: mail is sent by {@link #onCommit}.
	 * @param policy when to repeat, how often, and after what pause
	 * @return a copy
	 */
	public Atomic retry(RetryPolicy policy) {
		return with(this.options.withRetry(policy));
	}

	/**
	 * Name the block: in metrics and spans its statements are called so, unless they have
	 * a name of their own, or an inner block has. The SQL text stays as it is. Use few.
	 * @param name the name, such as {@code order.close}
	 * @return a copy
	 */
	public Atomic named(String name) {
		return with(this.options.withName(name));
	}

	private Atomic with(AtomicOptions changed) {
		return new Atomic(this.databases, this.listener, changed);
	}

	/**
	 * Run a block.
	 * @param work the block
	 * @throws TransactionManagementException if it is durable and a transaction is open
	 */
	public void run(Runnable work) {
		this.<@Nullable Object>call(() -> {
			work.run();
			return null;
		});
	}

	/**
	 * Run a block that returns something.
	 * @param <T> the result
	 * @param work the block
	 * @return what the block returned
	 * @throws TransactionManagementException if it is durable and a transaction is open
	 */
	public <T extends @Nullable Object> T call(Supplier<T> work) {
		RetryPolicy policy = this.options.retry();
		return (policy != null && !inAtomicBlock())
				? new RepeatedBlock(policy, this.options.database(), this.listener).run(this::block, work)
				: block().run(work);
	}

	private Block block() {
		Database database = database();
		CurrentTransaction open = CurrentTransaction.find(database);
		if (open == null) {
			return OutermostBlock.begin(database, this.options);
		}
		if (this.options.durable() && !open.nesting().isLookedThrough()) {
			throw new TransactionManagementException("""
					A durable atomic block cannot be nested within another transaction on database '%s'.
					  hint: call it outside of @Transactional methods and atomic blocks""".formatted(database.alias()));
		}
		return InnerBlock.begin(database, open, this.options);
	}

	/**
	 * Do something after the transaction commits, at once if none is open. Django's
	 * {@code transaction.on_commit}. Hooks run in order, after the outermost commit, and
	 * are dropped with the savepoint they were added in. A hook that throws stops the
	 * hooks after it and reaches the caller of the block; the transaction stays
	 * committed. Hooks may run statements, blocks and add hooks.
	 * @param hook what to do
	 */
	public void onCommit(Runnable hook) {
		onCommit(hook, false);
	}

	/**
	 * Do something after the transaction commits.
	 * @param hook what to do
	 * @param robust whether an exception of the hook is logged instead of raised, so that
	 * the next hooks run
	 */
	public void onCommit(Runnable hook, boolean robust) {
		if (isOpen()) {
			transaction().onCommit(hook, robust);
		}
		else if (robust) {
			CurrentTransaction.runRobustly(hook);
		}
		else {
			hook.run();
		}
	}

	/**
	 * Return whether a transaction is open on this thread, whoever began it. That of a
	 * test, which code under test knows nothing of, is none.
	 * @return true if one is
	 */
	public boolean inAtomicBlock() {
		CurrentTransaction open = CurrentTransaction.find(database());
		return open != null && !open.nesting().isLookedThrough();
	}

	private boolean isOpen() {
		return CurrentTransaction.isActive(database());
	}

	/**
	 * Let the innermost block roll back at its end without an exception. Until then it
	 * runs no further statement. Django's {@code set_rollback(True)}.
	 * @throws TransactionManagementException if no transaction is open
	 */
	public void setRollbackOnly() {
		requireTransaction("setRollbackOnly");
		transaction().requireRollback(null);
	}

	/**
	 * Return whether the innermost block will roll back. Django's {@code get_rollback}.
	 * @return true if it will
	 * @throws TransactionManagementException if no transaction is open
	 */
	public boolean isRollbackOnly() {
		requireTransaction("isRollbackOnly");
		return transaction().isRollbackNeeded();
	}

	/**
	 * Refuse to go on without a transaction.
	 * @param what what needs one, for the message
	 * @throws TransactionManagementException if none is open
	 */
	public void requireTransaction(String what) {
		if (!isOpen()) {
			throw new TransactionManagementException("""
					%s cannot be used outside of a transaction on database '%s'.
					  hint: call it in atomic.run(...) or in a @Transactional method""".formatted(what,
					this.options.database()));
		}
	}

	/**
	 * Take a savepoint in the open transaction, to go back to without leaving the block.
	 * Django's {@code transaction.savepoint}. Inner blocks do the same by themselves, and
	 * are what most code wants.
	 * @return the savepoint
	 * @throws TransactionManagementException if no transaction is open, or it is broken
	 */
	public Savepoint createSavepoint() {
		requireTransaction("createSavepoint");
		return Savepoint.take(database(), transaction());
	}

	/**
	 * Refuse to lock without a transaction, and in one that only reads.
	 * @param what what locks, for the message
	 * @throws TransactionManagementException if no transaction is open
	 * @throws dev.orm.error.ReadOnlyTransactionException if it only reads
	 */
	public void requireLocking(String what) {
		requireTransaction(what);
		ReadOnlyRefusal.refuse(what, database());
	}

	private CurrentTransaction transaction() {
		return CurrentTransaction.join(database());
	}

	private Database database() {
		return this.databases.get(this.options.database());
	}

}
