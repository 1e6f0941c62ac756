package dev.orm.boot.autoconfigure;

import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import dev.orm.error.TransactionOutcomeUnknownException;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.execute.FeatureRefusalOverride;
import dev.orm.transaction.Atomic;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OrmDatabaseAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				TransactionManagerCustomizationAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
				OrmDatabaseAutoConfiguration.class));

	private final ApplicationContextRunner withPostgres = this.contextRunner
		.withPropertyValues(TestPostgres.properties());

	@Test
	void usesTheDataSourceAndTransactionManagerOfTheApplication() {
		this.withPostgres.run((context) -> {
			Database database = context.getBean(Databases.class).get(Database.DEFAULT);
			assertThat(database.dataSource()).isSameAs(context.getBean(DataSource.class));
			assertThat(database.transactionManager()).isSameAs(context.getBean(PlatformTransactionManager.class));
		});
	}

	@Test
	void aPoolKeepsAConnectionWhoseStatementWasRefused() {
		this.withPostgres.run((context) -> assertThat(context.getBean(HikariDataSource.class).getExceptionOverride())
			.isInstanceOf(FeatureRefusalOverride.class));
	}

	@Test
	void aPoolThatTheApplicationToldAboutExceptionsIsLeftAlone() {
		this.withPostgres
			.withPropertyValues("spring.datasource.hikari.exception-override-class-name=" + OwnOverride.class.getName())
			.run((context) -> assertThat(context.getBean(HikariDataSource.class).getExceptionOverrideClassName())
				.isEqualTo(OwnOverride.class.getName()));
	}

	/** Decides as the pool does without one. */
	public static final class OwnOverride implements SQLExceptionOverride {

	}

	@Test
	void runsAtomicBlocksInTransactionsOfTheApplication() {
		this.withPostgres.run((context) -> context.getBean(Atomic.class)
			.run(() -> assertThat(TransactionSynchronizationManager.hasResource(context.getBean(DataSource.class)))
				.isTrue()));
	}

	@Test
	void hasATransactionManagerOfItsOwnWhereTheApplicationHasNone() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(DataSourceAutoConfiguration.class, OrmDatabaseAutoConfiguration.class))
			.withPropertyValues(TestPostgres.properties())
			.run((context) -> {
				assertThat(context).doesNotHaveBean(PlatformTransactionManager.class);
				assertThat(context.getBean(Atomic.class).call(() -> context.getBean(Atomic.class).inAtomicBlock()))
					.isTrue();
			});
	}

	@Test
	void translatesErrorsOfDeferredConstraintsAtTheCommit() {
		this.withPostgres.run((context) -> {
			JdbcTemplate jdbc = new JdbcTemplate(context.getBean(DataSource.class));
			TransactionTemplate transaction = new TransactionTemplate(
					context.getBean(PlatformTransactionManager.class));
			// in a schema of its own: Flyway wants an empty one
			jdbc.execute("CREATE SCHEMA tree");
			jdbc.execute("CREATE TABLE tree.node "
					+ "(id int PRIMARY KEY, parent int REFERENCES tree.node DEFERRABLE INITIALLY DEFERRED)");
			assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> transaction
				.executeWithoutResult((status) -> jdbc.update("INSERT INTO tree.node VALUES (1, 2)")));
		});
	}

	@Test
	void namesTheDatabaseWhoseConnectionIsLostInACommit() {
		this.withPostgres.run((context) -> {
			SQLExceptionTranslator translator = context.getBean(JdbcTransactionManager.class).getExceptionTranslator();
			assertThatExceptionOfType(TransactionOutcomeUnknownException.class)
				.isThrownBy(() -> translator.translate("JDBC commit", null, new SQLException("gone", "08006")))
				.satisfies((error) -> assertThat(error.getDatabase()).hasValue(Database.DEFAULT));
		});
	}

	@Test
	void leavesATransactionManagerOfAnotherDataSourceAlone() {
		this.withPostgres.withUserConfiguration(ManagerOfAnotherDataSource.class).run((context) -> {
			assertThat(context.getBean(Databases.class).get(Database.DEFAULT).transactionManager())
				.isNotSameAs(context.getBean(PlatformTransactionManager.class));
			Atomic atomic = context.getBean(Atomic.class);
			assertThat(atomic.call(atomic::inAtomicBlock)).isTrue();
		});
	}

	@Test
	void backsOffForDatabasesOfTheUser() {
		this.withPostgres.withUserConfiguration(OwnDatabases.class).run((context) -> {
			assertThat(context).hasSingleBean(Databases.class).hasSingleBean(Atomic.class);
			assertThat(context.getBean(Databases.class).get("other").alias()).isEqualTo("other");
		});
	}

	@Test
	void backsOffForAnAtomicOfTheUser() {
		this.withPostgres.withUserConfiguration(OwnAtomic.class)
			.run((context) -> assertThat(context).hasSingleBean(Atomic.class).hasBean("ownAtomic"));
	}

	@Test
	void doesNothingWithoutADataSource() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(OrmDatabaseAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(Databases.class)
				.doesNotHaveBean(Atomic.class));
	}

	@Test
	void doesNothingWhenDisabled() {
		this.withPostgres.withPropertyValues("orm.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(Databases.class).doesNotHaveBean(Atomic.class));
	}

	@Test
	void doesNothingWithoutTheEngine() {
		this.withPostgres.withClassLoader(new FilteredClassLoader(Databases.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(OrmDatabaseAutoConfiguration.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnDatabases {

		@Bean
		Databases databases(DataSource dataSource) {
			return Databases.of(Database.of(Database.DEFAULT, dataSource), Database.of("other", dataSource));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ManagerOfAnotherDataSource {

		@Bean
		PlatformTransactionManager reportingTransactionManager() {
			return new JdbcTransactionManager(new DriverManagerDataSource());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnAtomic {

		@Bean
		Atomic ownAtomic(DataSource dataSource) {
			return new Atomic(Databases.of(Database.of(Database.DEFAULT, dataSource)));
		}

	}

}
