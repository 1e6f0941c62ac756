package dev.orm.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.execute.StatementCall;
import dev.orm.execute.StatementRunner;
import dev.orm.observe.Operation;
import dev.orm.observe.QueryListeners;
import dev.orm.routing.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Work in a {@code @TransactionalEventListener} is a new transaction, not a lost one. */
class AfterCommitListenerTests extends TransactionTestBase {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final List<String> done = new ArrayList<>();

	@AfterEach
	void close() {
		this.context.close();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void severalStatementsHooksAndSingleStatementsOfAListenerAreStored(boolean autoCommit) {
		try (HikariDataSource pool = pool(autoCommit)) {
			Newsroom newsroom = newsroom(Database.of("default", pool));
			newsroom.publish(true);

			assertThat(this.done).containsExactly("blocks", "inner hook", "hook");
			assertThat(names()).containsExactly("Tintin", "one", "two", "three", "four");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void theSameAfterATransactionThatOnlyOthersUsed(boolean autoCommit) {
		try (HikariDataSource pool = pool(autoCommit)) {
			newsroom(Database.of("default", pool)).publish(false);

			assertThat(this.done).containsExactly("blocks", "inner hook", "hook");
			assertThat(names()).containsExactly("one", "two", "three", "four");
		}
	}

	@Test
	void aFailingBlockOfAListenerIsUndoneAlone() {
		try (HikariDataSource pool = pool(true)) {
			Newsroom newsroom = newsroom(Database.of("default", pool));
			newsroom.fails = true;
			newsroom.publish(true);

			assertThat(names()).containsExactly("Tintin", "three", "four");
		}
	}

	private static HikariDataSource pool(boolean autoCommit) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(FIRST.url());
		config.setMaximumPoolSize(1);
		config.setConnectionTimeout(1000);
		config.setAutoCommit(autoCommit);
		return new HikariDataSource(config);
	}

	private Newsroom newsroom(Database database) {
		this.context.registerBean(PlatformTransactionManager.class, database::transactionManager);
		this.context.registerBean(Newsroom.class, () -> new Newsroom(database, this.done));
		this.context.register(ListenerConfiguration.class);
		this.context.refresh();
		Newsroom newsroom = this.context.getBean(Newsroom.class);
		newsroom.publisher = this.context::publishEvent;
		return newsroom;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement(proxyTargetClass = true)
	static class ListenerConfiguration {

	}

	record Hired(String name) {

	}

	static class Newsroom {

		private final StatementRunner runner;

		private final Atomic atomic;

		private final TransactionTemplate spring;

		private final List<String> done;

		private Consumer<Object> publisher = (event) -> {
		};

		private boolean fails;

		Newsroom(Database database, List<String> done) {
			this.runner = new StatementRunner(Databases.of(database), QueryListeners.NONE);
			this.atomic = new Atomic(Databases.of(database));
			this.spring = new TransactionTemplate(database.transactionManager());
			this.done = done;
		}

		void publish(boolean withStatement) {
			this.spring.executeWithoutResult((status) -> {
				if (withStatement) {
					insert("Tintin");
				}
				this.publisher.accept(new Hired("Tintin"));
			});
		}

		@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
		void on(Hired event) {
			swallow(() -> this.atomic.run(() -> {
				insert("one");
				this.atomic.run(() -> insert("two"));
				this.atomic.onCommit(() -> this.done.add("inner hook"));
				this.done.add("blocks");
				if (this.fails) {
					throw new IllegalStateException("oops");
				}
			}));
			insert("three");
			this.atomic.onCommit(() -> this.done.add("hook"));
			this.atomic.run(() -> insert("four"));
		}

		private void insert(String name) {
			this.runner.update(StatementCall.of(Route.DEFAULT, "INSERT INTO reporter (name) VALUES ('" + name + "')",
					Operation.INSERT, "reporter"));
		}

	}

}
