package dev.orm.boot.test;

import javax.sql.DataSource;

import dev.orm.Orm;
import dev.orm.boot.databases.OrmDataSourceAutoConfiguration;
import dev.orm.execute.Databases;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * {@link AutoConfiguration Auto-configuration} of the databases of tests, for
 * {@link AutoConfigureOrm}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = { DataSourceAutoConfiguration.class, OrmDataSourceAutoConfiguration.class })
@Import(TestConnectionRegistrar.class)
public final class OrmTestAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TestDatabases ormTestDatabases(ObjectProvider<FixtureFiles> fixtures) {
		return new TestDatabases(fixtures.getIfAvailable(() -> FixtureFiles.NONE));
	}

	@Bean
	@ConditionalOnMissingBean({ JdbcConnectionDetails.class, DataSource.class })
	@Conditional(OnEmbedded.class)
	JdbcConnectionDetails ormTestConnectionDetails(TestDatabases databases, ListableBeanFactory beans) {
		return TestConnections.standard(databases, beans);
	}

	@Bean
	static TemplateMigrations ormTemplateMigrations(ObjectProvider<TestDatabases> databases, Environment environment) {
		return new TemplateMigrations(databases, environment);
	}

	@Bean
	static ExpectedReplicas ormExpectedReplicas(Environment environment, BeanFactory beans) {
		return new ExpectedReplicas(environment, beans);
	}

	@Bean
	OnCommit ormTestOnCommit(ObjectProvider<Databases> databases) {
		return new OnCommit(databases);
	}

	@Bean
	QueryPlans ormTestQueryPlans(ObjectProvider<Databases> databases) {
		return new QueryPlans(databases);
	}

	@Bean
	Fixtures ormTestFixtures(ObjectProvider<Orm> orm, ObjectProvider<Databases> databases, ResourceLoader loader) {
		return new Fixtures(orm, databases, loader);
	}

	/** No URL says where the default database is, or only one for production does. */
	static final class OnEmbedded extends SpringBootCondition implements Condition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			Environment environment = context.getEnvironment();
			boolean here = environment.containsProperty("orm.databases.default.url");
			boolean embedded = !here
					&& new EmbeddedUse((ConfigurableEnvironment) environment).insteadOf("spring.datasource.url");
			return new ConditionOutcome(embedded,
					ConditionMessage.forCondition("embedded database").because("spring.datasource.url"));
		}

	}

}
