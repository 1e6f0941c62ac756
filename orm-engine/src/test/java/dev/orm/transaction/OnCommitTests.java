package dev.orm.transaction;

import java.util.ArrayList;
import java.util.List;

import dev.orm.error.UniqueViolationException;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Work after the commit, as Django's {@code transaction_hooks} tests see it. */
class OnCommitTests extends TransactionTestBase {

	private final TransactionTemplate spring = new TransactionTemplate(DEFAULT.transactionManager());

	private final List<String> done = new ArrayList<>();

	@Test
	void runsAtOnceInAutocommit() {
		atomic.onCommit(hook("1"));

		assertThat(this.done).containsExactly("1");
	}

	@Test
	void runsInOrderAfterTheOutermostCommit() {
		// tag::on-commit[]
		atomic.run(() -> {
			insert("Tintin");
			atomic.onCommit(() -> this.done.add("mail to " + names()));
		});
		// end::on-commit[]
		assertThat(this.done).containsExactly("mail to [Tintin]");

		atomic.run(() -> {
			atomic.onCommit(hook("1"));
			atomic.run(() -> atomic.onCommit(hook("2")));
			atomic.onCommit(hook("3"));
			assertThat(this.done).hasSize(1);
		});
		assertThat(this.done).endsWith("1", "2", "3");
	}

	@Test
	void isDroppedWithTheTransaction() {
		swallow(() -> atomic.run(() -> {
			atomic.onCommit(hook("1"));
			throw new IllegalStateException("oops");
		}));
		atomic.run(() -> {
			atomic.onCommit(hook("2"));
			atomic.setRollbackOnly();
		});

		assertThat(this.done).isEmpty();
	}

	@Test
	void isDroppedWithItsSavepoint() {
		atomic.run(() -> {
			atomic.onCommit(hook("1"));
			swallow(() -> atomic.run(() -> {
				atomic.onCommit(hook("2"));
				atomic.run(() -> atomic.onCommit(hook("3")));
				throw new IllegalStateException("oops");
			}));
			atomic.onCommit(hook("4"));
		});

		assertThat(this.done).containsExactly("1", "4");
	}

	@Test
	void isDroppedWithASavepointOlderThanTheFirstHook() {
		atomic.run(() -> {
			swallow(() -> atomic.run(() -> {
				atomic.onCommit(hook("1"));
				throw new IllegalStateException("oops");
			}));
			atomic.onCommit(hook("2"));
		});

		assertThat(this.done).containsExactly("2");
	}

	@Test
	void aFailureStopsTheNextHooksButNotTheCommit() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> atomic.run(() -> {
			insert("Tintin");
			atomic.onCommit(hook("1"));
			atomic.onCommit(OnCommitTests::fail);
			atomic.onCommit(hook("2"));
		})).withMessage("hook");
		assertThat(this.done).containsExactly("1");
		assertThat(names()).containsExactly("Tintin");

		atomic.run(() -> atomic.onCommit(hook("3")));
		assertThat(this.done).containsExactly("1", "3");
	}

	@Test
	void aRobustHookMayFail() {
		atomic.run(() -> {
			atomic.onCommit(OnCommitTests::fail, true);
			atomic.onCommit(hook("1"));
		});

		assertThat(this.done).containsExactly("1");
	}

	@Test
	void hooksMayOpenBlocksAndAddHooks() {
		atomic.run(() -> {
			insert("Tintin");
			atomic.onCommit(this::openBlock);
			atomic.onCommit(hook("last"));
		});

		assertThat(this.done).containsExactly("inner", "last");
		assertThat(names()).containsExactly("Tintin", "Milou");
	}

	@Test
	void hooksOfSpringsTransactionsMayDoTheSame() {
		this.spring.executeWithoutResult((status) -> {
			insert("Tintin");
			atomic.onCommit(this::openBlock);
			atomic.onCommit(() -> insert("Haddock"));
			atomic.onCommit(() -> assertThat(atomic.inAtomicBlock()).isFalse());
			atomic.onCommit(hook("last"));
		});

		assertThat(this.done).containsExactly("inner", "last");
		assertThat(names()).containsExactly("Tintin", "Milou", "Haddock");
	}

	@Test
	void hooksOfSpringsTransactionsNeedNoSecondConnection() {
		FIRST.dataSource().getHikariConfigMXBean().setMaximumPoolSize(1);
		try {
			hooksOfSpringsTransactionsMayDoTheSame();
		}
		finally {
			FIRST.dataSource().getHikariConfigMXBean().setMaximumPoolSize(8);
		}
	}

	@Test
	void aFailingHookOfASpringTransactionLeavesTheConnectionClean() {
		assertThatExceptionOfType(UniqueViolationException.class)
			.isThrownBy(() -> this.spring.executeWithoutResult((status) -> {
				insert("Tintin");
				atomic.onCommit(() -> atomic.run(() -> insert("Tintin")));
			}));

		atomic.run(() -> insert("Milou"));
		assertThat(names()).containsExactly("Tintin", "Milou");
	}

	@Test
	void aHookAddedByWorkAfterTheCommitStillRuns() {
		this.spring.executeWithoutResult((status) -> {
			atomic.onCommit(hook("1"));
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

				@Override
				public void afterCommit() {
					atomic.onCommit(hook("2"));
				}

			});
		});

		assertThat(this.done).containsExactly("1", "2");
	}

	@Test
	void isDroppedWhenSpringRollsBack() {
		this.spring.executeWithoutResult((status) -> {
			atomic.onCommit(hook("1"));
			status.setRollbackOnly();
		});

		assertThat(this.done).isEmpty();
	}

	private void openBlock() {
		atomic.run(() -> {
			insert("Milou");
			atomic.onCommit(hook("inner"));
		});
	}

	private Runnable hook(String name) {
		return () -> this.done.add(name);
	}

	private static void fail() {
		throw new IllegalStateException("hook");
	}

}
