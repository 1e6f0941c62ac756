package dev.orm.boot.tenancy;

import java.util.Optional;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.boot.autoconfigure.library.Author;
import dev.orm.check.Problem;
import dev.orm.session.NoTenantException;
import dev.orm.session.TenantResolver;
import dev.orm.session.Tenants;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tenants of an application, and schemas of their own. */
class ConfiguredTenantTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
				JdbcClientAutoConfiguration.class, OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=" + TestPostgres.url("tenancy"),
				"spring.datasource.hikari.maximum-pool-size=1");

	private final ApplicationContextRunner divided = this.application.withPropertyValues("orm.tenancy.mode=schema",
			"orm.tenancy.schema-prefix=t");

	@Test
	void theTenantOfTheApplicationIsAskedFor() {
		this.application.withBean(TenantResolver.class, () -> () -> Optional.of(7L)).run((context) -> {
			Tenants tenants = context.getBean(Tenants.class);
			assertThat(tenants.current()).contains(7L);
			assertThat(tenants.<Boolean>call(8L, () -> tenants.current().equals(Optional.of(8L)))).isTrue();
		});
		this.application.run((context) -> assertThat(context.getBean(Tenants.class).current()).isEmpty());
	}

	@Test
	void eachTenantReadsAndWritesInItsSchema() {
		this.divided.withBean(TenantResolver.class, () -> () -> Optional.of(1)).run((context) -> {
			makeSchemas(context);
			Manager<Author> authors = context.getBean(Orm.class).manager(Author.class);
			Tenants tenants = context.getBean(Tenants.class);
			JdbcClient jdbc = context.getBean(JdbcClient.class);
			authors.save(Author.of("Ursula", null));
			assertThat(tenants.<Long>call(2, () -> authors.count())).isZero();
			assertThat(authors.count()).isOne();
			new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(
					(status) -> assertThat(jdbc.sql("SELECT count(*) FROM library_author").query(Long.class).single())
						.isOne());
			assertThat(jdbc.sql("SELECT current_schema()").query(String.class).single()).isEqualTo("public");
		});
	}

	@Test
	void aTransactionIsToldNothingAtItsBeginWhereThatIsNotWanted() {
		this.divided.withBean(TenantResolver.class, () -> () -> Optional.of(1))
			.run((context) -> assertThat(schema(context)).contains("t1"));
		this.divided.withBean(TenantResolver.class, () -> () -> Optional.of(1))
			.withPropertyValues("orm.session.at-begin=false")
			.run((context) -> assertThat(schema(context)).doesNotContain("t1"));
	}

	private static String schema(ApplicationContext context) {
		return new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).execute(
				(status) -> context.getBean(JdbcClient.class).sql("SHOW search_path").query(String.class).single());
	}

	private static void makeSchemas(ApplicationContext context) {
		JdbcClient jdbc = context.getBean(JdbcClient.class);
		for (String schema : new String[] { "t1", "t2" }) {
			jdbc.sql("CREATE SCHEMA " + schema).update();
			jdbc.sql("CREATE TABLE %s.library_author (id bigserial PRIMARY KEY, name text, email text, created_by text)"
				.formatted(schema)).update();
		}
	}

	@Test
	void aThreadThatWorksForNobodyIsRefused() {
		this.divided.run((context) -> assertThatExceptionOfType(NoTenantException.class)
			.isThrownBy(() -> context.getBean(Orm.class).manager(Author.class).count()));
	}

	@Test
	void nobodyWhoTellsTheTenantIsAWarning() {
		this.divided.run((context) -> assertThat(context.getBean(Orm.class).check()).extracting(Problem::id)
			.contains("tenant-resolver"));
		this.divided.withBean(TenantResolver.class, () -> () -> Optional.of(1))
			.run((context) -> assertThat(context.getBean(Orm.class).check()).extracting(Problem::id)
				.doesNotContain("tenant-resolver"));
		this.application.run((context) -> assertThat(context.getBean(Orm.class).check()).extracting(Problem::id)
			.doesNotContain("tenant-resolver"));
	}

	@Test
	void severalResolversAreExplained() {
		assertFailure(
				this.application.withBean("one", TenantResolver.class, () -> () -> Optional.of(1))
					.withBean("other", TenantResolver.class, () -> () -> Optional.of(2)),
				"There are several TenantResolver beans, and none is primary: [one, other]", "@Primary");
	}

	@Test
	void anUnknownDatabaseIsExplained() {
		assertFailure(this.divided.withPropertyValues("orm.tenancy.database=tenants"),
				"orm.tenancy.database names 'tenants', which is no database. Choices: default",
				"orm.databases.tenants");
	}

	@Test
	void aNameNoSchemaCanHaveIsExplained() {
		assertFailure(this.divided.withPropertyValues("orm.tenancy.shared-schemas=$user"), "and not '$user'",
				"orm.tenancy.shared-schemas");
	}

	private static void assertFailure(ApplicationContextRunner runner, String description, String action) {
		runner.run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = new TenancyConfigurationFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).contains(description);
			assertThat(analysis.getAction()).contains(action);
		});
	}

}
