package dev.orm.execute.settings;

import java.util.List;

import org.springframework.transaction.support.TransactionSynchronization;

/**
 * Hears after a rollback to a savepoint that Spring's manager did not take, where
 * Spring's synchronizations hear before it.
 */
public interface SavepointListener {

	/** The rollback is done. */
	void rolledBack();

	/**
	 * Tell those who want to know.
	 * @param synchronizations those of the transaction
	 */
	static void tell(List<? extends TransactionSynchronization> synchronizations) {
		for (TransactionSynchronization synchronization : synchronizations) {
			if (synchronization instanceof SavepointListener listener) {
				listener.rolledBack();
			}
		}
	}

}
