package dev.orm.boot.replicas;

import java.util.function.Function;

import javax.sql.DataSource;

import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.databases.OrmDataSourceAutoConfiguration;
import dev.orm.cluster.Condition;
import dev.orm.transaction.Atomic;
import dev.orm.work.UnitOfWork;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** JPA beside the ORM, on the same routed data source and in the same transactions. */
class JpaOnReplicasTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
				JdbcClientAutoConfiguration.class, OrmDataSourceAutoConfiguration.class,
				OrmReplicaAutoConfiguration.class, OrmDatabaseAutoConfiguration.class))
		.withUserConfiguration(Jpa.class)
		.withPropertyValues("spring.datasource.url=" + ReplicatedPostgres.primary(),
				"orm.databases.default.replicas.east.url=" + ReplicatedPostgres.standby(),
				"orm.databases.default.max-lag=10m");

	@BeforeAll
	static void makeTheTable() {
		JdbcTemplate primary = new JdbcTemplate(new DriverManagerDataSource(ReplicatedPostgres.primary()));
		primary.execute("CREATE TABLE IF NOT EXISTS tally (id int PRIMARY KEY, value int)");
		primary.execute("INSERT INTO tally VALUES (1, 0)");
	}

	@AfterEach
	void resume() {
		ReplicatedPostgres.replay(true);
	}

	@Test
	void readOnlyTransactionsOfJpaGoToTheReplica() {
		this.application.run((context) -> {
			awaitIn(context);
			assertThat(JpaOnReplicasTests.<Integer>jpa(context, true, (entities) -> port(entities)))
				.isEqualTo(ReplicatedPostgres.standbyPort());
			assertThat(JpaOnReplicasTests.<Integer>jpa(context, false, (entities) -> port(entities)))
				.isNotEqualTo(ReplicatedPostgres.standbyPort());
		});
	}

	@Test
	void whatJpaWroteAReadOnlyTransactionSees() {
		this.application.run((context) -> {
			awaitIn(context);
			ReplicatedPostgres.replay(false);
			int before = tally(context);
			UnitOfWork.run(() -> {
				add(context);
				assertThat(tally(context)).isEqualTo(before + 1);
			});
			UnitOfWork.run(() -> assertThat(tally(context)).isEqualTo(before));
		});
	}

	@Test
	void aBlockOfTheOrmIsATransactionOfJpa() {
		this.application.run((context) -> {
			awaitIn(context);
			Atomic atomic = context.getBean(Atomic.class);
			EntityManager entities = SharedEntityManagerCreator
				.createSharedEntityManager(context.getBean(EntityManagerFactory.class));
			int before = written(context);
			assertThatIllegalStateException().isThrownBy(() -> atomic.run(() -> {
				entities.find(Tally.class, 1).add();
				entities.flush();
				assertThat(written(context)).isEqualTo(before + 1);
				throw new IllegalStateException("rolls back");
			}));
			assertThat(written(context)).isEqualTo(before);
			atomic.run(() -> entities.find(Tally.class, 1).add());
			assertThat(written(context)).isEqualTo(before + 1);
		});
	}

	@Test
	void blocksNestInATransactionOfJpa() {
		this.application.run((context) -> {
			awaitIn(context);
			Atomic atomic = context.getBean(Atomic.class);
			JdbcClient jdbc = context.getBean(JdbcClient.class);
			int before = written(context);
			jpa(context, false, (entities) -> {
				entities.find(Tally.class, 1).add();
				entities.flush();
				assertThatIllegalStateException().isThrownBy(() -> atomic.run(() -> {
					jdbc.sql("UPDATE tally SET value = value + 100").update();
					throw new IllegalStateException("rolls back");
				}));
				return null;
			});
			assertThat(written(context)).isEqualTo(before + 1);
		});
	}

	private static int tally(ApplicationContext context) {
		return jpa(context, true, (entities) -> entities.find(Tally.class, 1).value());
	}

	private static void add(ApplicationContext context) {
		jpa(context, false, (entities) -> {
			entities.find(Tally.class, 1).add();
			return null;
		});
	}

	private static int written(ApplicationContext context) {
		return context.getBean(JdbcClient.class).sql("SELECT value FROM tally").query(Integer.class).single();
	}

	private static int port(EntityManager entities) {
		return (Integer) entities.createNativeQuery("SELECT inet_server_port()", Integer.class).getSingleResult();
	}

	private static <R> R jpa(ApplicationContext context, boolean readOnly, Function<EntityManager, R> work) {
		TransactionTemplate transaction = new TransactionTemplate(context.getBean(JpaTransactionManager.class));
		transaction.setReadOnly(readOnly);
		EntityManager entities = SharedEntityManagerCreator
			.createSharedEntityManager(context.getBean(EntityManagerFactory.class));
		return transaction.execute((status) -> work.apply(entities));
	}

	private static void awaitIn(AssertableApplicationContext context) {
		WatchedReplicas replicas = context.getBean(WatchedReplicas.class);
		long end = System.nanoTime() + 10_000_000_000L;
		while (condition(replicas) != Condition.IN && System.nanoTime() < end) {
			Thread.onSpinWait();
		}
		assertThat(condition(replicas)).isEqualTo(Condition.IN);
	}

	private static Condition condition(WatchedReplicas replicas) {
		return replicas.all().get(0).cluster().replicas().get(0).condition();
	}

	@Configuration(proxyBeanMethods = false)
	static class Jpa {

		@Bean
		LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource) {
			LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
			factory.setDataSource(dataSource);
			factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
			factory.setManagedTypes(PersistenceManagedTypes.of(Tally.class.getName()));
			return factory;
		}

		@Bean
		JpaTransactionManager transactionManager(EntityManagerFactory factory) {
			return new JpaTransactionManager(factory);
		}

	}

}
