package dev.orm.boot.test;

import java.util.ArrayList;
import java.util.List;

import dev.orm.execute.CurrentTransaction;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What code under test wants done after its commit. It waits here, since the transaction
 * of a test never commits, and runs when the test says so. Django's
 * {@code captureOnCommitCallbacks}. Used by the test's thread.
 *
 * @since 0.1.0
 */
public final class OnCommit {

	private static final String LISTENERS = "org.springframework.transaction.event.";

	private final ObjectProvider<Databases> databases;

	OnCommit(ObjectProvider<Databases> databases) {
		this.databases = databases;
	}

	/**
	 * Return the hooks that wait, of all databases.
	 * @return the hooks, in order; listeners of events are not among them
	 */
	public List<Runnable> list() {
		List<Runnable> waiting = new ArrayList<>();
		transactions().forEach((transaction) -> waiting.addAll(transaction.waitingHooks()));
		return waiting;
	}

	/**
	 * Run what waits, as after a commit: the hooks, and the transactional listeners of
	 * events. What they add waits again.
	 */
	public void run() {
		transactions().forEach((transaction) -> transaction.takeHooks().run());
		takeListeners().forEach((listener) -> {
			listener.beforeCommit(false);
			listener.afterCompletion(TransactionSynchronization.STATUS_COMMITTED);
		});
	}

	private List<CurrentTransaction> transactions() {
		List<CurrentTransaction> open = new ArrayList<>();
		for (Database database : this.databases.getObject().all()) {
			CurrentTransaction transaction = isUsable(database) ? CurrentTransaction.find(database) : null;
			if (transaction != null) {
				open.add(transaction);
			}
		}
		return open;
	}

	/** A database that the test does not list has no transaction. */
	private static boolean isUsable(Database database) {
		return !RefusedConnection.isBound(database);
	}

	private static List<TransactionSynchronization> takeListeners() {
		List<TransactionSynchronization> taken = new ArrayList<>();
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			List<TransactionSynchronization> all = TransactionSynchronizationManager.getSynchronizations();
			TransactionSynchronizationManager.clearSynchronization();
			TransactionSynchronizationManager.initSynchronization();
			all.forEach((one) -> {
				if (one.getClass().getName().startsWith(LISTENERS)) {
					taken.add(one);
				}
				else {
					TransactionSynchronizationManager.registerSynchronization(one);
				}
			});
		}
		return taken;
	}

}
