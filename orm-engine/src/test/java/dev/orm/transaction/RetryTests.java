package dev.orm.transaction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;

import dev.orm.error.QueryValueException;
import dev.orm.error.TransactionManagementException;
import dev.orm.error.TransactionOutcomeUnknownException;
import dev.orm.error.UniqueViolationException;
import dev.orm.execute.StatementCall;
import dev.orm.observe.Operation;
import dev.orm.observe.TransactionListener;
import dev.orm.routing.Route;
import dev.orm.type.ValueTypes;
import org.junit.jupiter.api.Test;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.BackOffExecution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Blocks that are repeated, against conflicts that PostgreSQL really reports. */
class RetryTests extends TransactionTestBase {

	private static final String SERIALIZATION = "40001";

	private static final String DEADLOCK = "40P01";

	private final List<String> heard = new ArrayList<>();

	private final Atomic repeating = new Atomic(DATABASES, listener(this.heard))
		.retry(Retry.times(3).backoff(Duration.ofMillis(1), 2, Duration.ofMillis(5)));

	private final AtomicInteger runs = new AtomicInteger();

	@Test
	void aBlockIsRepeatedUntilItCommits() {
		int result = this.repeating.call(() -> {
			insert("Tintin");
			failUntil(3, SERIALIZATION);
			return this.runs.get();
		});

		assertThat(result).isEqualTo(3);
		assertThat(names()).containsExactly("Tintin");
		assertThat(this.heard).containsExactly("serialization", "serialization");
	}

	@Test
	void theErrorGoesUpWhenTheTriesAreUsedUp() {
		assertThatExceptionOfType(PessimisticLockingFailureException.class)
			.isThrownBy(() -> this.repeating.run(() -> failUntil(100, DEADLOCK)));
		assertThat(this.runs).hasValue(4);
		assertThat(this.heard).containsExactly("deadlock", "deadlock", "deadlock");
	}

	@Test
	void otherErrorsAreNotRepeated() {
		insert("Tintin");

		assertThatExceptionOfType(UniqueViolationException.class).isThrownBy(() -> this.repeating.run(() -> {
			this.runs.incrementAndGet();
			insert("Tintin");
		}));
		assertThat(this.runs).hasValue(1);
		assertThat(this.heard).isEmpty();
	}

	@Test
	void aLockThatIsNotFreeIsNotRepeated() {
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> this.repeating.run(() -> failUntil(100, "55P03")));
		assertThat(this.runs).hasValue(1);
	}

	@Test
	void errorsOfChoiceAreRepeated() {
		// tag::policy[]
		Retry patient = Retry.times(5)
			.backoff(Duration.ofMillis(5), 2.0, Duration.ofSeconds(1))
			.on(OptimisticLockingFailureException.class);
		// end::policy[]
		new Atomic(DATABASES, listener(this.heard)).retry(patient).run(() -> {
			if (this.runs.incrementAndGet() < 3) {
				throw new IllegalStateException(new OptimisticLockingFailureException("changed meanwhile"));
			}
		});

		assertThat(this.runs).hasValue(3);
		assertThat(this.heard).containsExactly("other", "other");
	}

	@Test
	void aPolicyOfSpringsWorksToo() {
		RetryPolicy policy = RetryPolicy.builder()
			.maxRetries(2)
			.delay(Duration.ofMillis(1))
			.includes(IllegalStateException.class)
			.build();

		this.atomic.retry(policy).run(() -> {
			if (this.runs.incrementAndGet() < 3) {
				throw new IllegalStateException("oops");
			}
		});

		assertThat(this.runs).hasValue(3);
	}

	@Test
	void theTimeLimitOfAPolicyHolds() {
		RetryPolicy policy = RetryPolicy.builder()
			.maxRetries(100)
			.delay(Duration.ofMillis(20))
			.timeout(Duration.ofMillis(70))
			.build();

		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.atomic.retry(policy).run(() -> {
			this.runs.incrementAndGet();
			throw new IllegalStateException("oops");
		}));
		assertThat(this.runs.get()).isBetween(1, 4);
	}

	@Test
	void aCaughtConflictIsRepeated() {
		this.repeating.run(() -> {
			insert("Tintin");
			swallow(() -> failUntil(2, SERIALIZATION));
		});

		assertThat(this.runs).hasValue(2);
		assertThat(names()).containsExactly("Tintin");
	}

	@Test
	void anInnerBlockIsNotRepeated() {
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> atomic.run(() -> this.repeating.run(() -> failUntil(100, SERIALIZATION))));
		assertThat(this.runs).hasValue(1);
	}

	@Test
	void aBlockInATransactionalMethodIsNotRepeated() {
		TransactionTemplate method = new TransactionTemplate(DEFAULT.transactionManager());

		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(
				() -> method.executeWithoutResult((status) -> this.repeating.run(() -> failUntil(100, SERIALIZATION))));
		assertThat(this.runs).hasValue(1);
	}

	@Test
	void aTransactionOfAnotherDatabaseIsNoneOfThisOne() {
		atomic.using("other").run(() -> this.repeating.run(() -> failUntil(2, SERIALIZATION)));

		assertThat(this.runs).hasValue(2);
	}

	@Test
	void hooksOfAFailedRunAreDropped() {
		List<String> mails = new ArrayList<>();

		this.repeating.run(() -> {
			String mail = "mail of run " + (this.runs.get() + 1);
			this.repeating.onCommit(() -> mails.add(mail));
			failUntil(2, SERIALIZATION);
		});

		assertThat(mails).containsExactly("mail of run 2");
	}

	@Test
	void whatAHookThrowsAfterTheCommitIsNotRepeated() {
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> this.repeating.run(() -> {
			insert("Tintin " + this.runs.incrementAndGet());
			this.repeating.onCommit(() -> raise(SERIALIZATION));
		}));
		assertThat(names()).containsExactly("Tintin 1");
	}

	@Test
	void whatAListenerThrowsAfterTheCommitIsNotRepeated() {
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> atomic.retry(Retry.times(3).on(OptimisticLockingFailureException.class)).run(() -> {
				insert("Tintin " + this.runs.incrementAndGet());
				TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
					@Override
					public void afterCommit() {
						throw new OptimisticLockingFailureException("too late");
					}
				});
			}));
		assertThat(names()).containsExactly("Tintin 1");
	}

	@Test
	void anUnknownOutcomeIsNotRepeated() {
		assertThatExceptionOfType(TransactionOutcomeUnknownException.class)
			.isThrownBy(() -> atomic.retry(RetryPolicy.withMaxRetries(3)).run(() -> {
				this.runs.incrementAndGet();
				throw new TransactionOutcomeUnknownException(new IllegalStateException("of another database"));
			}));
		assertThat(this.runs).hasValue(1);
	}

	@Test
	void whoIsInterruptedStopsTrying() {
		Thread.currentThread().interrupt();
		try {
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> atomic.retry(Retry.times(3).on(IllegalStateException.class)).run(() -> {
					this.runs.incrementAndGet();
					throw new IllegalStateException("oops");
				}));
		}
		finally {
			assertThat(Thread.interrupted()).isTrue();
		}
		assertThat(this.runs).hasValue(1);
	}

	@Test
	void serializationFailuresAreRepeatedUntilAllHaveCommitted() {
		update("INSERT INTO reporter (id, name) VALUES (1, '0')");

		together(4, () -> {
			for (int i = 0; i < 10; i++) {
				increment(atomic.isolation(Isolation.SERIALIZABLE)
					.retry(Retry.times(500).backoff(Duration.ofMillis(1), 1.5, Duration.ofMillis(20))));
			}
		});

		assertThat(names()).containsExactly("40");
	}

	private void increment(Atomic block) {
		// tag::serializable[]
		block.run(() -> {
			int count = Integer.parseInt(names().get(0));
			rename(1, String.valueOf(count + 1));
		});
		// end::serializable[]
	}

	@Test
	void deadlocksAreRepeatedUntilAllHaveCommitted() {
		update("INSERT INTO reporter (id, name) VALUES (1, 'a'), (2, 'b')");
		AtomicInteger next = new AtomicInteger();
		List<String> deadlocks = new CopyOnWriteArrayList<>();
		Atomic block = new Atomic(DATABASES, listener(deadlocks))
			.retry(Retry.times(500).backoff(Duration.ofMillis(1), 1.5, Duration.ofMillis(20)));

		together(4, () -> {
			int first = 1 + (next.getAndIncrement() % 2);
			for (int i = 0; i < 5; i++) {
				block.run(() -> {
					update("SET LOCAL deadlock_timeout = '5ms'");
					append(first);
					append(3 - first);
				});
			}
		});

		assertThat(texts("SELECT length(name) FROM reporter ORDER BY id")).containsExactly("21", "21");
		assertThat(deadlocks).contains("deadlock");
	}

	private void append(int id) {
		update("UPDATE reporter SET name = name || 'x' WHERE id = " + id);
		texts("SELECT pg_sleep(0.002)");
	}

	private void rename(int id, String name) {
		this.runner.update(new StatementCall(Route.DEFAULT, "UPDATE reporter SET name = ? WHERE id = ?",
				List.of(ValueTypes.TEXT, ValueTypes.INTEGER), List.of(name, id), Operation.UPDATE, "reporter"));
	}

	private static void together(int threads, Runnable work) {
		CyclicBarrier barrier = new CyclicBarrier(threads);
		List<CompletableFuture<Void>> all = new ArrayList<>();
		for (int i = 0; i < threads; i++) {
			all.add(CompletableFuture.runAsync(() -> {
				await(barrier);
				work.run();
			}, (task) -> new Thread(task).start()));
		}
		all.forEach(CompletableFuture::join);
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void pausesAreDrawnUpToABoundThatGrows() {
		FullJitter pauses = new FullJitter(4, Duration.ofMillis(20), 2, Duration.ofMillis(70));
		assertThat(List.of(pauses.bound(0), pauses.bound(1), pauses.bound(2), pauses.bound(60))).containsExactly(20L,
				40L, 70L, 70L);

		BackOffExecution execution = pauses.start();
		assertThat(execution.nextBackOff()).isBetween(0L, 20L);
		assertThat(execution.nextBackOff()).isBetween(0L, 40L);
		assertThat(execution.nextBackOff()).isBetween(0L, 70L);
		assertThat(execution.nextBackOff()).isBetween(0L, 70L);
		assertThat(execution.nextBackOff()).isEqualTo(BackOffExecution.STOP);
	}

	@Test
	void whatCannotBeMeantIsRefused() {
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> atomic.retry(-1))
			.withMessageContaining("-1 times");
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> Retry.times(1).backoff(Duration.ofMillis(20), 0.5, Duration.ofSeconds(1)))
			.withMessageContaining("0.5");
		assertThatExceptionOfType(TransactionManagementException.class)
			.isThrownBy(() -> atomic.run(() -> this.repeating.durable().run(() -> failUntil(100, SERIALIZATION))))
			.withMessageContaining("durable");
	}

	private static TransactionListener listener(List<String> reasons) {
		return new TransactionListener() {
			@Override
			public void onRetry(String database, String reason) {
				reasons.add(reason);
			}
		};
	}

	private void failUntil(int run, String state) {
		if (this.runs.incrementAndGet() < run) {
			raise(state);
		}
	}

	private void raise(String state) {
		update("DO $$ BEGIN RAISE EXCEPTION 'planted' USING ERRCODE = '" + state + "'; END $$");
	}

}
