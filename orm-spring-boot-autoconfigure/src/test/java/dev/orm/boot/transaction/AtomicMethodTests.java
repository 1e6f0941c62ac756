package dev.orm.boot.transaction;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.error.TransactionManagementException;
import dev.orm.transaction.Isolation;
import dev.orm.transaction.annotation.Atomic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Methods that are atomic blocks, through the proxies Spring Boot makes. */
@ExtendWith(OutputCaptureExtension.class)
class AtomicMethodTests {

	private static final List<String> SCHEMA = List.of("DROP SCHEMA IF EXISTS atomic CASCADE", "CREATE SCHEMA atomic",
			"CREATE TABLE atomic.account (name text UNIQUE)");

	private final ApplicationContextRunner bare = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
				JdbcClientAutoConfiguration.class, OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class))
		.withPropertyValues(TestPostgres.properties())
		.withBean(Bank.class);

	private final ApplicationContextRunner runner = this.bare
		.withConfiguration(AutoConfigurations.of(TransactionManagerCustomizationAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class));

	private void run(BankTest test) {
		this.runner.run((context) -> test(context.getBean(Bank.class), test));
	}

	private static void test(Bank bank, BankTest test) throws Exception {
		SCHEMA.forEach((statement) -> bank.client().sql(statement).update());
		test.run(bank);
		assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
	}

	@Test
	void aMethodIsABlock() {
		run((bank) -> {
			bank.open("Tintin");
			assertThat(catchThrowable(() -> bank.openAndFail("Haddock"))).isInstanceOf(IllegalStateException.class);
			assertThat(bank.accounts()).containsExactly("Tintin");
		});
	}

	@Test
	void aCheckedExceptionRollsBackToo() {
		run((bank) -> {
			assertThat(catchThrowable(() -> bank.openAndFailToRead("Haddock"))).isInstanceOf(IOException.class);
			assertThat(bank.accounts()).isEmpty();
		});
	}

	@Test
	void anExceptionOfChoiceDoesNot() {
		run((bank) -> {
			assertThat(catchThrowable(() -> bank.openInSpiteOf("Tintin", new InvalidDataAccessApiUsageException("x"))))
				.isInstanceOf(InvalidDataAccessApiUsageException.class);
			assertThat(catchThrowable(() -> bank.openInSpiteOf("Haddock", new IllegalStateException("x"))))
				.isInstanceOf(IllegalStateException.class);
			assertThat(bank.accounts()).containsExactly("Tintin");
		});
	}

	@Test
	void allPublicMethodsOfAnAnnotatedClassAreBlocks() {
		this.runner.withBean(AtomicBank.class)
			.run((context) -> test(context.getBean(Bank.class),
					(bank) -> assertThat(context.getBean(AtomicBank.class).isInTransaction()).isTrue()));
	}

	@Test
	void aMethodIsRepeatedAfterAConflict() {
		run((bank) -> {
			bank.openAtTheThirdTime("Tintin");
			assertThat(bank.calls()).hasValue(3);
			assertThat(bank.accounts()).containsExactly("Tintin");
		});
	}

	@Test
	void aMethodIsRepeatedAroundTransactional() {
		run((bank) -> {
			bank.openTransactionallyAtTheThirdTime("Tintin");
			assertThat(bank.calls()).hasValue(3);
			assertThat(bank.accounts()).containsExactly("Tintin");
		});
	}

	@Test
	void aMethodInsideATransactionIsNotRepeated() {
		run((bank) -> {
			assertThatExceptionOfType(CannotAcquireLockException.class)
				.isThrownBy(() -> bank.atomic().run(() -> bank.openAtTheThirdTime("Tintin")));
			assertThat(bank.calls()).hasValue(1);
		});
	}

	@Test
	void aDurableMethodInsideAnyTransactionIsRefused() {
		run((bank) -> {
			bank.close();
			assertThatExceptionOfType(TransactionManagementException.class)
				.isThrownBy(() -> bank.atomic().run(bank::close))
				.withMessageContaining("durable");
			assertThatExceptionOfType(TransactionManagementException.class)
				.isThrownBy(() -> bank.transactionally(bank::close))
				.withMessageContaining("durable");
		});
	}

	@Test
	void aMethodIsASavepointInsideATransactionUnlessItSaysOtherwise() {
		run((bank) -> {
			bank.atomic().run(() -> {
				bank.open("Tintin");
				assertThat(catchThrowable(() -> bank.openAndFail("Haddock"))).isNotNull();
			});
			assertThat(bank.accounts()).containsExactly("Tintin");
			bank.atomic().run(() -> {
				bank.open("Milou");
				assertThat(catchThrowable(() -> bank.openWithoutSavepointAndFail("Haddock"))).isNotNull();
			});
			assertThat(bank.accounts()).containsExactly("Tintin");
		});
	}

	@Test
	void readOnlyAndIsolationAreThoseOfTheTransaction() {
		run((bank) -> assertThat(bank.settings()).isEqualTo("serializable on"));
	}

	@Test
	void theTimeoutIsThatOfTheTransaction() {
		run((bank) -> assertThat(catchThrowable(bank::sleep)).isInstanceOf(TransactionTimedOutException.class));
	}

	@Test
	void itWorksWithoutATransactionManagerOfTheApplication() {
		this.bare.run((context) -> test(context.getBean(Bank.class), (bank) -> {
			assertThat(catchThrowable(() -> bank.openAndFail("Haddock"))).isInstanceOf(IllegalStateException.class);
			assertThat(bank.accounts()).isEmpty();
		}));
	}

	@Test
	void aMethodNoProxyCanStandBeforeIsWarnedOf(CapturedOutput output) {
		this.runner.withBean(Unreachable.class).run((context) -> {
			assertThat(UnreachableBlocks.of(Unreachable.class)).extracting(Method::getName)
				.containsExactlyInAnyOrder("hidden", "last");
			assertThat(output)
				.contains("atomic-unreachable: dev.orm.boot.transaction.AtomicMethodTests$Unreachable.hidden")
				.contains("$Unreachable.last is annotated with @Atomic")
				.doesNotContain("$Unreachable.open ");
		});
	}

	@Test
	void aPoolWithAutoCommitOffIsWarnedOf(CapturedOutput output) {
		this.runner.run((context) -> assertThat(output).doesNotContain("pool-auto-commit"));
		this.runner.withPropertyValues("spring.datasource.hikari.auto-commit=false")
			.run((context) -> assertThat(output).contains("pool-auto-commit: the pool of database 'default'"));
	}

	private interface BankTest {

		void run(Bank bank) throws Exception;

	}

	static class Unreachable {

		@Atomic
		private void hidden() {
		}

		@Atomic
		public final void last() {
			hidden();
		}

		@Atomic
		public void open() {
		}

	}

	@Atomic
	static class AtomicBank {

		private final dev.orm.transaction.Atomic atomic;

		AtomicBank(dev.orm.transaction.Atomic atomic) {
			this.atomic = atomic;
		}

		public boolean isInTransaction() {
			return this.atomic.inAtomicBlock();
		}

	}

	static class Bank {

		private final JdbcClient client;

		private final dev.orm.transaction.Atomic atomic;

		private final AtomicInteger calls = new AtomicInteger();

		Bank(JdbcClient client, dev.orm.transaction.Atomic atomic) {
			this.client = client;
			this.atomic = atomic;
		}

		public JdbcClient client() {
			return this.client;
		}

		public dev.orm.transaction.Atomic atomic() {
			return this.atomic;
		}

		public AtomicInteger calls() {
			return this.calls;
		}

		private void insert(String name) {
			this.client.sql("INSERT INTO atomic.account VALUES (?)").param(name).update();
		}

		public List<String> accounts() {
			return this.client.sql("SELECT name FROM atomic.account").query(String.class).list();
		}

		// tag::open[]
		@Atomic
		public void open(String name) {
			insert(name);
		}
		// end::open[]

		@Atomic
		public void openAndFail(String name) {
			insert(name);
			throw new IllegalStateException("oops");
		}

		@Atomic
		public void openAndFailToRead(String name) throws IOException {
			insert(name);
			throw new IOException("oops");
		}

		@Atomic(noRollbackFor = InvalidDataAccessApiUsageException.class)
		public void openInSpiteOf(String name, RuntimeException error) {
			insert(name);
			throw error;
		}

		@Atomic(savepoint = false)
		public void openWithoutSavepointAndFail(String name) {
			insert(name);
			throw new IllegalStateException("oops");
		}

		// tag::retries[]
		@Atomic(retries = 3)
		public void openAtTheThirdTime(String name) {
			insert(name);
			if (this.calls.incrementAndGet() < 3) {
				this.client.sql("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40001'; END $$").update();
			}
		}
		// end::retries[]

		@Atomic(retries = 3)
		@Transactional
		public void openTransactionallyAtTheThirdTime(String name) {
			openAtTheThirdTime(name);
		}

		@Atomic(durable = true)
		public void close() {
			assertThat(this.atomic.inAtomicBlock()).isTrue();
		}

		@Transactional
		public void transactionally(Runnable work) {
			work.run();
		}

		// tag::settings[]
		@Atomic(readOnly = true, isolation = Isolation.SERIALIZABLE)
		public String settings() {
			return this.client.sql(
					"SELECT current_setting('transaction_isolation') || ' ' || current_setting('transaction_read_only')")
				.query(String.class)
				.single();
		}
		// end::settings[]

		@Atomic(timeout = 1)
		public void sleep() throws InterruptedException {
			Thread.sleep(1100);
			insert("too late");
		}

	}

}
