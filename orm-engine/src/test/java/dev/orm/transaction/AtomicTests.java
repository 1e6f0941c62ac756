package dev.orm.transaction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.orm.error.ReadOnlyTransactionException;
import dev.orm.error.TransactionManagementException;
import dev.orm.error.UniqueViolationException;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.execute.StatementCall;
import dev.orm.execute.StatementRunner;
import dev.orm.observe.Operation;
import dev.orm.observe.QueryListeners;
import dev.orm.routing.Route;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Blocks, savepoints and broken transactions, as Django's own tests of {@code atomic} see
 * them.
 */
class AtomicTests extends TransactionTestBase {

	@Test
	void aBlockCommits() {
		// tag::run[]
		atomic.run(() -> {
			insert("Tintin");
			insert("Milou");
		});
		// end::run[]

		assertThat(names()).containsExactly("Tintin", "Milou");
	}

	@Test
	void aBlockReturnsItsResult() {
		// tag::call[]
		int inserted = atomic.call(() -> insert("Tintin"));
		// end::call[]

		assertThat(inserted).isEqualTo(1);
	}

	@Test
	void aBlockThatThrowsRollsBackAndRethrows() {
		IllegalStateException oops = new IllegalStateException("oops");

		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> atomic.run(() -> {
			insert("Haddock");
			throw oops;
		})).isSameAs(oops);
		assertThat(names()).isEmpty();
	}

	@Test
	void anUndeclaredCheckedExceptionRollsBackToo() {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> atomic.run(() -> {
			insert("Haddock");
			AtomicTests.<RuntimeException>throwUndeclared(new IOException("oops"));
		}));
		assertThat(names()).isEmpty();
	}

	@SuppressWarnings("unchecked")
	private static <E extends Exception> void throwUndeclared(Exception exception) throws E {
		throw (E) exception;
	}

	@Test
	void anInnerBlockRollsBackAlone() {
		// tag::savepoint[]
		atomic.run(() -> {
			insert("Tintin");
			try {
				atomic.run(() -> {
					insert("Haddock");
					throw new IllegalStateException("Oops, that's his first name");
				});
			}
			catch (IllegalStateException ex) {
				// only Haddock is gone
				insert("Tournesol");
			}
		});
		// end::savepoint[]

		assertThat(names()).containsExactly("Tintin", "Tournesol");
	}

	@Test
	void anOuterFailureTakesInnerBlocksWithIt() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> atomic.run(() -> {
			atomic.run(() -> insert("Tintin"));
			throw new IllegalStateException("oops");
		}));
		assertThat(names()).isEmpty();
	}

	@Test
	void aBlockWithoutSavepointCondemnsTheEnclosingOne() {
		atomic.run(() -> {
			insert("Tintin");
			swallow(() -> atomic.savepoint(false).run(() -> {
				insert("Haddock");
				throw new IllegalStateException("oops");
			}));
			assertThatExceptionOfType(TransactionManagementException.class).isThrownBy(() -> insert("Milou"));
		});

		assertThat(names()).isEmpty();
	}

	@Test
	void aBlockWithoutSavepointIsUndoneByTheNearestSavepoint() {
		atomic.run(() -> {
			insert("Tintin");
			atomic.run(() -> {
				insert("Milou");
				swallow(() -> atomic.savepoint(false).run(() -> {
					throw new IllegalStateException("oops");
				}));
			});
			insert("Tournesol");
		});

		assertThat(names()).containsExactly("Tintin", "Tournesol");
	}

	@Test
	void afterADatabaseErrorTheBlockRunsNothingMore() {
		assertThatExceptionOfType(TransactionManagementException.class).isThrownBy(() -> atomic.run(() -> {
			insert("Tintin");
			assertThatExceptionOfType(UniqueViolationException.class).isThrownBy(() -> insert("Tintin"));
			assertThatExceptionOfType(TransactionManagementException.class).isThrownBy(() -> insert("Milou"))
				.withMessageContaining("You can't execute queries until the end of the atomic block")
				.withCauseInstanceOf(UniqueViolationException.class);
			assertThat(atomic.isRollbackOnly()).isTrue();
			// a block entered now takes no savepoint, and says the same
			assertThatExceptionOfType(TransactionManagementException.class)
				.isThrownBy(() -> atomic.run(() -> insert("Milou")));
		})).withCauseInstanceOf(UniqueViolationException.class).withMessageContaining("rolled back because an error");

		assertThat(names()).isEmpty();
	}

	@Test
	void aDatabaseErrorInAnInnerBlockLeavesTheOuterBlockUsable() {
		// tag::database-error[]
		atomic.run(() -> {
			insert("Tintin");
			try {
				atomic.run(() -> insert("Tintin"));
			}
			catch (UniqueViolationException ex) {
				insert("Tintin's twin");
			}
		});
		// end::database-error[]

		assertThat(names()).containsExactly("Tintin", "Tintin's twin");
	}

	@Test
	void setRollbackOnlyRollsBackWithoutAnException() {
		// tag::rollback-only[]
		atomic.run(() -> {
			insert("Tintin");
			atomic.setRollbackOnly();
		});
		// end::rollback-only[]

		assertThat(names()).isEmpty();
	}

	@Test
	void setRollbackOnlyInAnInnerBlockRollsBackThatBlock() {
		atomic.run(() -> {
			insert("Tintin");
			atomic.run(() -> {
				insert("Haddock");
				atomic.setRollbackOnly();
			});
			assertThat(atomic.isRollbackOnly()).isFalse();
		});

		assertThat(names()).containsExactly("Tintin");
	}

	@Test
	void aDurableBlockIsNeverNested() {
		Atomic durable = atomic.durable();

		durable.run(() -> insert("Tintin"));

		assertThatExceptionOfType(TransactionManagementException.class)
			.isThrownBy(() -> atomic.run(() -> durable.run(() -> insert("Milou"))))
			.withMessageContaining("durable atomic block cannot be nested");
		assertThat(names()).containsExactly("Tintin");
	}

	@Test
	void aReadOnlyBlockRefusesWrites() {
		assertThatExceptionOfType(ReadOnlyTransactionException.class)
			.isThrownBy(() -> atomic.readOnly().run(() -> insert("Tintin")))
			.withMessageContaining("INSERT INTO reporter")
			.withMessageContaining("hint: write outside of readOnly()");
		assertThat(atomic.readOnly().call(this::names)).isEmpty();
	}

	@Test
	void aBlockMayChooseItsIsolation() {
		List<String> seen = atomic.isolation(Isolation.REPEATABLE_READ).call(() -> texts("SHOW transaction_isolation"));

		assertThat(seen).containsExactly("repeatable read");
		assertThat(texts("SHOW transaction_isolation")).containsExactly("read committed");
	}

	@Test
	void aDeferredConstraintFailsAtTheCommit() {
		List<String> ran = new ArrayList<>();

		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> atomic.run(() -> {
			update("INSERT INTO article (reporter_id) VALUES (99)");
			atomic.onCommit(() -> ran.add("hook"));
		})).withMessageContaining("article_reporter_id_fkey");
		assertThat(ran).isEmpty();
	}

	@Test
	void whatNeedsATransactionSaysSo() {
		assertThat(atomic.inAtomicBlock()).isFalse();
		assertThatExceptionOfType(TransactionManagementException.class)
			.isThrownBy(() -> atomic.requireTransaction("selectForUpdate()"))
			.withMessageContaining("selectForUpdate() cannot be used outside of a transaction on database 'default'");
		assertThatExceptionOfType(TransactionManagementException.class).isThrownBy(atomic::setRollbackOnly);
		atomic.run(() -> {
			assertThat(atomic.inAtomicBlock()).isTrue();
			atomic.requireTransaction("selectForUpdate()");
		});
	}

	@Test
	void blocksOfTwoDatabasesAreIndependent() {
		Atomic other = atomic.using("other");

		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> atomic.run(() -> {
			insert("Tintin");
			other.run(() -> {
				assertThat(atomic.inAtomicBlock()).isTrue();
				insertInto("other", "Milou");
				insert("Haddock");
			});
			throw new IllegalStateException("oops");
		}));

		assertThat(names()).isEmpty();
		assertThat(textsOf("other", "SELECT name FROM reporter")).containsExactly("Milou");
	}

	@Test
	void anErrorOnOneDatabaseDoesNotBreakTheOther() {
		atomic.run(() -> {
			insert("Tintin");
			atomic.using("other").run(() -> {
				insertInto("other", "Milou");
				swallow(() -> atomic.run(() -> insert("Tintin")));
			});
			insert("Haddock");
		});

		assertThat(names()).containsExactly("Tintin", "Haddock");
		assertThat(textsOf("other", "SELECT name FROM reporter")).containsExactly("Milou");
	}

	@Test
	void blocksNestInSpringsTransactions() {
		TransactionTemplate spring = new TransactionTemplate(DEFAULT.transactionManager());

		spring.executeWithoutResult((status) -> {
			insert("Tintin");
			swallow(() -> atomic.run(() -> insert("Tintin")));
			atomic.run(() -> insert("Milou"));
		});

		assertThat(names()).containsExactly("Tintin", "Milou");
	}

	@Test
	void springsTransactionsNestInBlocks() {
		TransactionTemplate spring = new TransactionTemplate(DEFAULT.transactionManager());

		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> atomic.run(() -> {
			spring.executeWithoutResult((status) -> insert("Tintin"));
			throw new IllegalStateException("oops");
		}));
		assertThat(names()).isEmpty();
	}

	@Test
	void aTransactionOfSpringsDoesNotCommitAfterASwallowedError() {
		TransactionTemplate spring = new TransactionTemplate(DEFAULT.transactionManager());

		assertThatExceptionOfType(TransactionManagementException.class)
			.isThrownBy(() -> spring.executeWithoutResult((status) -> {
				insert("Tintin");
				swallow(() -> insert("Tintin"));
			}))
			.withCauseInstanceOf(UniqueViolationException.class);
		assertThatExceptionOfType(UnexpectedRollbackException.class)
			.isThrownBy(() -> spring.executeWithoutResult((status) -> atomic.setRollbackOnly()));
		assertThat(names()).isEmpty();
	}

	@Test
	void aNewTransactionOfSpringsIsNotBrokenByTheSuspendedOne() {
		TransactionTemplate independent = new TransactionTemplate(DEFAULT.transactionManager());
		independent.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);

		assertThatExceptionOfType(TransactionManagementException.class).isThrownBy(() -> atomic.run(() -> {
			swallow(() -> update("SELECT 1 / 0"));
			independent.executeWithoutResult((status) -> insert("Tintin"));
			assertThatExceptionOfType(TransactionManagementException.class).isThrownBy(() -> insert("Milou"));
		}));

		assertThat(names()).containsExactly("Tintin");
	}

	@Test
	void aMethodWithoutTransactionIsNoBlock() {
		TransactionTemplate without = new TransactionTemplate(DEFAULT.transactionManager());
		without.setPropagationBehavior(TransactionTemplate.PROPAGATION_NOT_SUPPORTED);

		without.executeWithoutResult((status) -> {
			insert("Tintin");
			assertThat(atomic.inAtomicBlock()).isFalse();
			assertThatExceptionOfType(UniqueViolationException.class).isThrownBy(() -> insert("Tintin"));
			insert("Milou");
			atomic.durable().run(() -> insert("Tournesol"));
		});

		assertThat(names()).containsExactly("Tintin", "Milou", "Tournesol");
	}

	@Test
	void anErrorOfAnotherDatabaseInAutocommitBreaksNothing() {
		atomic.run(() -> {
			insert("Tintin");
			insertInto("other", "Milou");
			assertThatExceptionOfType(UniqueViolationException.class).isThrownBy(() -> insertInto("other", "Milou"));
			insertInto("other", "Haddock");
		});

		assertThat(names()).containsExactly("Tintin");
		assertThat(textsOf("other", "SELECT name FROM reporter ORDER BY name")).containsExactly("Haddock", "Milou");
	}

	@Test
	void aTransactionManagerOfAnotherDataSourceIsRefused() {
		Database mixed = new Database("default", FIRST.dataSource(), DATABASES.get("other").transactionManager());

		assertThatExceptionOfType(TransactionManagementException.class)
			.isThrownBy(() -> new Atomic(Databases.of(mixed)).run(() -> insert("Tintin")))
			.withMessageContaining("manager of its own data source");
		assertThat(names()).isEmpty();
	}

	@Test
	void springsProxyOfADataSourceHasItsTransactions() {
		Databases proxied = Databases
			.of(Database.of("default", new TransactionAwareDataSourceProxy(FIRST.dataSource())));
		StatementRunner statements = new StatementRunner(proxied, QueryListeners.NONE);

		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> new Atomic(proxied).run(() -> {
			statements.update(StatementCall.of(Route.DEFAULT, "INSERT INTO reporter (name) VALUES ('Tintin')",
					Operation.INSERT, "reporter"));
			throw new IllegalStateException("oops");
		})).withMessage("oops");
		assertThat(names()).isEmpty();
	}

}
