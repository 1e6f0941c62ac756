package dev.orm.transaction;

import java.util.ArrayList;
import java.util.List;

import dev.orm.error.TransactionManagementException;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A commit that would be a rollback, whoever broke the transaction. */
class AbortedTransactionTests extends TransactionTestBase {

	private final JdbcClient jdbc = JdbcClient.create(FIRST.dataSource());

	private final TransactionTemplate spring = new TransactionTemplate(DEFAULT.transactionManager());

	private final List<String> done = new ArrayList<>();

	@Test
	void aBlockInWhichAnothersStatementFailedEndsInAnExceptionAndRunsNoHook() {
		assertThatExceptionOfType(TransactionManagementException.class).isThrownBy(() -> atomic.run(() -> {
			insert("Tintin");
			atomic.onCommit(hook("1"));
			swallow(this::fail);
		})).withMessageContaining("aborted").withMessageContaining("atomic block of its own");

		assertThat(this.done).isEmpty();
		assertThat(names()).isEmpty();
	}

	@Test
	void onlyTheInnerBlockIsLostWhenAnothersStatementFailedInIt() {
		atomic.run(() -> {
			insert("Tintin");
			assertThatExceptionOfType(TransactionManagementException.class).isThrownBy(() -> atomic.run(() -> {
				insert("Milou");
				atomic.onCommit(hook("inner"));
				swallow(this::fail);
			}));
			insert("Haddock");
			atomic.onCommit(hook("outer"));
		});

		assertThat(names()).containsExactly("Tintin", "Haddock");
		assertThat(this.done).containsExactly("outer");
	}

	@Test
	void aTransactionOfSpringsEndsInAnExceptionToo() {
		assertThatExceptionOfType(TransactionManagementException.class)
			.isThrownBy(() -> this.spring.executeWithoutResult((status) -> {
				insert("Tintin");
				atomic.onCommit(hook("1"));
				swallow(this::fail);
			}));

		assertThat(this.done).isEmpty();
		assertThat(names()).isEmpty();
	}

	@Test
	void anErrorThatABeforeCommitCallbackCaughtIsFoundToo() {
		assertThatExceptionOfType(TransactionManagementException.class).isThrownBy(() -> atomic.run(() -> {
			insert("Tintin");
			atomic.onCommit(hook("1"));
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

				@Override
				public void beforeCommit(boolean readOnly) {
					swallow(AbortedTransactionTests.this::fail);
				}

			});
		}));

		assertThat(this.done).isEmpty();
		assertThat(names()).isEmpty();
	}

	@Test
	void anErrorOfAnInnerBlockWithoutASavepointIsFoundToo() {
		assertThatExceptionOfType(TransactionManagementException.class).isThrownBy(() -> atomic.run(() -> {
			insert("Tintin");
			atomic.savepoint(false).run(() -> swallow(this::fail));
		}));

		assertThat(names()).isEmpty();
	}

	private void fail() {
		this.jdbc.sql("INSERT INTO nowhere VALUES (1)").update();
	}

	private Runnable hook(String name) {
		return () -> this.done.add(name);
	}

}
