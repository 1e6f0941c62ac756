package dev.orm.transaction;

import java.util.ArrayList;
import java.util.List;

import dev.orm.error.TransactionManagementException;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Savepoints by hand, as Django's {@code transaction.savepoint}. */
class SavepointTests extends TransactionTestBase {

	@Test
	void whatWasDoneSinceIsUndone() {
		// tag::savepoint[]
		atomic.run(() -> {
			insert("Tintin");
			Savepoint mark = atomic.createSavepoint();
			insert("Haddock");
			mark.rollback();
			insert("Milou");
			mark.release();
		});
		// end::savepoint[]

		assertThat(names()).containsExactly("Tintin", "Milou");
	}

	@Test
	void aMarkMayBeGoneBackToSeveralTimes() {
		atomic.run(() -> {
			Savepoint mark = atomic.createSavepoint();
			for (int i = 0; i < 3; i++) {
				insert("Haddock");
				mark.rollback();
			}
			insert("Tintin");
		});

		assertThat(names()).containsExactly("Tintin");
	}

	@Test
	void aDatabaseErrorSinceIsHealed() {
		atomic.run(() -> {
			insert("Tintin");
			Savepoint mark = atomic.createSavepoint();
			swallow(() -> insert("Tintin"));
			assertThatExceptionOfType(TransactionManagementException.class).isThrownBy(mark::release);
			mark.rollback();
			insert("Milou");
		});

		assertThat(names()).containsExactly("Tintin", "Milou");
	}

	@Test
	void hooksSinceAreDropped() {
		List<String> done = new ArrayList<>();

		atomic.run(() -> {
			atomic.onCommit(() -> done.add("before"));
			Savepoint mark = atomic.createSavepoint();
			atomic.onCommit(() -> done.add("since"));
			mark.rollback();
			atomic.onCommit(() -> done.add("after"));
		});

		assertThat(done).containsExactly("before", "after");
	}

	@Test
	void othersHearOfItAsOfSpringsOwn() {
		List<String> heard = new ArrayList<>();

		new TransactionTemplate(DEFAULT.transactionManager()).executeWithoutResult((status) -> {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void savepoint(Object savepoint) {
					heard.add("taken");
				}

				@Override
				public void savepointRollback(Object savepoint) {
					heard.add("rolled back");
				}
			});
			Savepoint mark = atomic.createSavepoint();
			mark.rollback();
		});

		assertThat(heard).containsExactly("taken", "rolled back");
	}

	@Test
	void insideATransactionOfAnotherDatabaseItIsOfItsOwn() {
		atomic.run(() -> {
			insert("Tintin");
			atomic.using("other").run(() -> {
				insertInto("other", "Tournesol");
				Savepoint mark = atomic.createSavepoint();
				insert("Haddock");
				mark.rollback();
			});
		});

		assertThat(names()).containsExactly("Tintin");
		assertThat(textsOf("other", "SELECT name FROM reporter")).containsExactly("Tournesol");
	}

	@Test
	void outsideOfATransactionThereIsNone() {
		assertThatExceptionOfType(TransactionManagementException.class).isThrownBy(atomic::createSavepoint)
			.withMessageContaining("createSavepoint cannot be used outside of a transaction on database 'default'");
	}

	@Test
	void aBrokenTransactionTakesNone() {
		insert("Tintin");

		assertThatExceptionOfType(TransactionManagementException.class).isThrownBy(() -> atomic.run(() -> {
			swallow(() -> insert("Tintin"));
			atomic.createSavepoint();
		})).withMessageContaining("An error occurred in the current transaction");
	}

	@Test
	void oneThatIsOverIsRefusedBeforeTheDatabaseIs() {
		atomic.run(() -> {
			Savepoint mark = atomic.createSavepoint();
			mark.release();
			assertThatExceptionOfType(TransactionManagementException.class).isThrownBy(mark::rollback)
				.withMessageContaining("cannot be rolled back to: it was released before");
			insert("Tintin");
		});
		Savepoint old = atomic.call(atomic::createSavepoint);
		atomic.run(() -> {
			assertThatExceptionOfType(TransactionManagementException.class).isThrownBy(old::release)
				.withMessageContaining("cannot be released: its transaction is over");
			insert("Milou");
		});

		assertThat(names()).containsExactly("Tintin", "Milou");
	}

}
