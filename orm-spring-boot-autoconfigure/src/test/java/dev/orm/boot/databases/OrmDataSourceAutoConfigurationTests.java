package dev.orm.boot.databases;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.execute.FeatureRefusalOverride;
import dev.orm.transaction.Atomic;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.health.DataSourceHealthContributorAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class OrmDataSourceAutoConfigurationTests {

	private static final String ARCHIVE_URL = TestPostgres.url("archive");

	private static final String ARCHIVE = "orm.databases.archive.url=" + ARCHIVE_URL;

	private final ApplicationContextRunner bare = new ApplicationContextRunner().withConfiguration(AutoConfigurations
		.of(DataSourceAutoConfiguration.class, TransactionManagerCustomizationAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
				JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
				OrmDataSourceAutoConfiguration.class, OrmDatabaseAutoConfiguration.class));

	private final ApplicationContextRunner application = this.bare.withPropertyValues(TestPostgres.properties());

	private final ApplicationContextRunner archiving = this.application.withPropertyValues(ARCHIVE);

	@Test
	void withoutFurtherDatabasesThereIsTheOneOfSpringBoot() {
		this.application.run((context) -> {
			assertThat(context).hasSingleBean(DataSource.class).hasSingleBean(JdbcTransactionManager.class);
			assertThat(context.getBean(Databases.class).isOne()).isTrue();
		});
	}

	@Test
	void anAliasHasADataSourceATransactionManagerAClientAndBlocks() {
		this.archiving.run((context) -> {
			DataSource archive = context.getBean("archiveDataSource", DataSource.class);
			assertThat(context.getBean("archiveTransactionManager", JdbcTransactionManager.class).getDataSource())
				.isSameAs(archive);
			assertThat(context.getBean("archiveJdbcClient", JdbcClient.class)
				.sql("SELECT current_database()")
				.query(String.class)
				.single()).isEqualTo("archive");
			context.getBean("archiveAtomic", Atomic.class)
				.run(() -> assertThat(TransactionSynchronizationManager.hasResource(archive)).isTrue());
			assertThat(context.getBean(Databases.class).all()).extracting(Database::alias)
				.containsExactly("default", "archive");
			assertThat(context.getBean(Databases.class).get("archive").dataSource()).isSameAs(archive);
		});
	}

	@Test
	void whoAsksForADataSourceGetsThatOfSpringBoot() {
		this.archiving.run((context) -> {
			assertThat(context.getBeanProvider(DataSource.class).getIfUnique()).isSameAs(context.getBean("dataSource"));
			assertThat(context.getBeanProvider(PlatformTransactionManager.class).getIfUnique())
				.isSameAs(context.getBean("transactionManager"));
			assertThat(context.getBeanProvider(Atomic.class).getIfUnique()).isSameAs(context.getBean("atomic"));
			assertThat(context).hasBean("jdbcTemplate").hasBean("jdbcClient").hasBean("transactionTemplate");
			assertThat(context.getBean(JdbcTemplate.class).getDataSource()).isSameAs(context.getBean("dataSource"));
		});
	}

	@Test
	void theBeansOfAnAliasAreInjectedByIt() {
		this.archiving.withUserConfiguration(WantsArchive.class)
			.run((context) -> assertThat(context.getBean(WantsArchive.class).archive)
				.isSameAs(context.getBean("archiveDataSource")));
	}

	@Test
	void transactionalMethodsNameTheAliasOrTheBean() {
		this.archiving.withUserConfiguration(Archivist.class).run((context) -> {
			Archivist archivist = context.getBean(Archivist.class);
			assertThat(archivist.byAlias()).isTrue();
			assertThat(archivist.byName()).isTrue();
			assertThat(archivist.ofTheDefault()).isFalse();
		});
	}

	@Test
	void thePoolIsNamedAfterTheAliasAndItsConnectionsAfterTheApplication() {
		this.archiving.withPropertyValues("spring.application.name=shop").run((context) -> {
			assertThat(context.getBean("archiveDataSource", HikariDataSource.class).getPoolName()).isEqualTo("archive");
			assertThat(context.getBean("archiveJdbcClient", JdbcClient.class)
				.sql("SHOW application_name")
				.query(String.class)
				.single()).isEqualTo("shop");
		});
	}

	@Test
	void aPoolIsSetAsThatOfSpringBootUnlessItSaysOtherwise() {
		this.archiving
			.withPropertyValues("spring.datasource.hikari.maximum-pool-size=7",
					"spring.datasource.hikari.connection-timeout=4000", "spring.datasource.hikari.pool-name=shop",
					"orm.databases.archive.hikari.maximum-pool-size=3")
			.run((context) -> {
				HikariDataSource archive = context.getBean("archiveDataSource", HikariDataSource.class);
				assertThat(archive.getMaximumPoolSize()).isEqualTo(3);
				assertThat(archive.getConnectionTimeout()).isEqualTo(4000);
				assertThat(archive.getPoolName()).isEqualTo("archive");
				assertThat(archive.getExceptionOverride()).isInstanceOf(FeatureRefusalOverride.class);
			});
	}

	@Test
	void anAliasOfSeveralWordsNamesItsBeansByThem() {
		this.application.withPropertyValues("orm.databases.cold-store2.url=" + TestPostgres.url("archive"))
			.run((context) -> assertThat(context).hasBean("coldStore2DataSource")
				.getBean("coldStore2DataSource", HikariDataSource.class)
				.extracting(HikariDataSource::getPoolName)
				.isEqualTo("cold-store2"));
	}

	@Test
	void aLazyDatabaseBorrowsNoConnectionForATransactionWithoutStatements() {
		this.archiving.withPropertyValues("orm.databases.archive.lazy=true").run((context) -> {
			LazyDataSource archive = context.getBean("archiveDataSource", LazyDataSource.class);
			HikariDataSource pool = (HikariDataSource) archive.getTargetDataSource();
			TransactionTemplate transaction = new TransactionTemplate(
					context.getBean("archiveTransactionManager", PlatformTransactionManager.class));
			transaction.executeWithoutResult((status) -> {
			});
			assertThat(pool.isRunning()).isFalse();
			JdbcClient client = context.getBean("archiveJdbcClient", JdbcClient.class);
			transaction.executeWithoutResult((status) -> client.sql("SELECT 1").query(Integer.class).single());
			assertThat(pool.isRunning()).isTrue();
			context.close();
			assertThat(pool.isClosed()).isTrue();
		});
	}

	@Test
	void aDataSourceBeanIsTakenByItsName() {
		this.application.withUserConfiguration(OwnDataSource.class)
			.withPropertyValues("orm.databases.archive.data-source=cold")
			.run((context) -> {
				assertThat(context).doesNotHaveBean("archiveDataSource").hasBean("archiveAtomic");
				Database archive = context.getBean(Databases.class).get("archive");
				assertThat(archive.dataSource()).isSameAs(context.getBean("cold"));
				assertThat(archive.transactionManager()).isSameAs(context.getBean("archiveTransactionManager"));
			});
	}

	@Test
	void aTransactionManagerBeanIsTakenByItsName() {
		this.application.withUserConfiguration(OwnDataSource.class, OwnManager.class)
			.withPropertyValues("orm.databases.archive.data-source=cold",
					"orm.databases.archive.transaction-manager=coldManager")
			.run((context) -> {
				assertThat(context).doesNotHaveBean("archiveTransactionManager");
				assertThat(context.getBean(Databases.class).get("archive").transactionManager())
					.isSameAs(context.getBean("coldManager"));
			});
	}

	@Test
	void theDefaultDatabaseMayBeOneOfSeveralDataSources() {
		this.bare.withUserConfiguration(TwoDataSources.class)
			.withPropertyValues("orm.databases.default.data-source=warm")
			.run((context) -> {
				assertThat(context.getBean(Databases.class).get("default").dataSource())
					.isSameAs(context.getBean("warm"));
				assertThat(context).hasBean("atomic");
			});
	}

	@Test
	void aBeanOfTheApplicationWithTheNameOfAnAliasTakesItsPlace() {
		this.archiving.withUserConfiguration(OwnArchive.class)
			.run((context) -> assertThat(context.getBean(Databases.class).get("archive").dataSource())
				.isSameAs(context.getBean("archiveDataSource"))
				.isInstanceOf(SimpleDriverDataSource.class));
	}

	@Test
	void databasesOfTheApplicationReplaceAll() {
		this.archiving.withUserConfiguration(OwnDatabases.class)
			.run((context) -> assertThat(context).hasSingleBean(Databases.class)
				.doesNotHaveBean("archiveDataSource")
				.doesNotHaveBean("archiveAtomic"));
	}

	@Test
	void connectionDetailsWinOverProperties() {
		this.application.withUserConfiguration(Container.class)
			.withPropertyValues("orm.databases.archive.url=jdbc:postgresql://nowhere/archive")
			.run((context) -> assertThat(context.getBean("archiveDataSource", HikariDataSource.class).getJdbcUrl())
				.isEqualTo(TestPostgres.url("archive")));
	}

	@Test
	void theDefaultDatabaseMayBeSaidHereAndHasTheBeansOfSpringBoot() {
		this.bare.withPropertyValues("orm.databases.default.url=" + TestPostgres.url("postgres1")).run((context) -> {
			assertThat(context).hasSingleBean(DataSource.class).hasBean("dataSource").hasBean("transactionManager");
			assertThat(context).hasBean("jdbcTemplate").hasBean("jdbcClient").hasBean("atomic");
			assertThat(context.getBean(JdbcClient.class).sql("SELECT current_database()").query(String.class).single())
				.isEqualTo("postgres1");
		});
	}

	@Test
	void listenersOfTransactionsHearOfThoseOfEveryAlias() {
		this.archiving.withUserConfiguration(CountingListener.class).run((context) -> {
			context.getBean("archiveAtomic", Atomic.class).run(() -> {
			});
			assertThat(context.getBean(CountingListener.class).commits).isOne();
		});
	}

	@Test
	void healthListsThePoolOfAnAlias() {
		this.archiving
			.withConfiguration(AutoConfigurations.of(HealthContributorAutoConfiguration.class,
					DataSourceHealthContributorAutoConfiguration.class))
			.run((context) -> assertThat(context.getBean("dbHealthContributor", CompositeHealthContributor.class)
				.getContributor("archiveDataSource")).isNotNull());
	}

	@Test
	void doesNothingWhenDisabled() {
		this.archiving.withPropertyValues("orm.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean("archiveDataSource"));
	}

	@Test
	void doesNothingWithoutTheEngine() {
		this.archiving.withClassLoader(new FilteredClassLoader(Databases.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("archiveDataSource"));
	}

	@Configuration(proxyBeanMethods = false)
	static class WantsArchive {

		@Autowired
		@Qualifier("archive")
		private DataSource archive;

	}

	@Configuration(proxyBeanMethods = false)
	static class Archivist {

		// tag::qualifier[]
		@Autowired
		@Qualifier("archive")
		private DataSource archive;

		// end::qualifier[]

		// tag::transactional[]
		@Transactional("archive") // or "archiveTransactionManager"
		public boolean byAlias() {
			return TransactionSynchronizationManager.hasResource(this.archive);
		}
		// end::transactional[]

		@Transactional("archiveTransactionManager")
		public boolean byName() {
			return TransactionSynchronizationManager.hasResource(this.archive);
		}

		@Transactional
		public boolean ofTheDefault() {
			return TransactionSynchronizationManager.hasResource(this.archive);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnDataSource {

		@Bean(defaultCandidate = false)
		DataSource cold() {
			return new SimpleDriverDataSource(new org.postgresql.Driver(), TestPostgres.url("archive"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnManager {

		@Bean(defaultCandidate = false)
		PlatformTransactionManager coldManager(@Qualifier("cold") DataSource cold) {
			return new JdbcTransactionManager(cold);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoDataSources {

		@Bean
		DataSource cold() {
			return new SimpleDriverDataSource(new org.postgresql.Driver(), TestPostgres.url("archive"));
		}

		@Bean
		DataSource warm() {
			return new SimpleDriverDataSource(new org.postgresql.Driver(), TestPostgres.url("postgres1"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnArchive {

		@Bean(defaultCandidate = false)
		DataSource archiveDataSource() {
			return new SimpleDriverDataSource(new org.postgresql.Driver(), TestPostgres.url("archive"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnDatabases {

		@Bean
		Databases databases(DataSource dataSource) {
			return Databases.of(Database.of(Database.DEFAULT, dataSource));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Container {

		// tag::container[]
		@Bean
		DatabaseConnectionDetails archiveContainer() {
			return DatabaseConnectionDetails.of("archive", ARCHIVE_URL);
		}
		// end::container[]

	}

	static class CountingListener implements TransactionExecutionListener {

		private int commits;

		@Override
		public void afterCommit(TransactionExecution transaction, Throwable failure) {
			this.commits++;
		}

	}

}
