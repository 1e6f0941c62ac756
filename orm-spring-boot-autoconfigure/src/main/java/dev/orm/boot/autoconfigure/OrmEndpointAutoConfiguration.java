package dev.orm.boot.autoconfigure;

import java.util.Map;

import dev.orm.Orm;
import dev.orm.compile.PlanCounter;
import dev.orm.boot.actuate.DatabaseDescriptors;
import dev.orm.boot.actuate.GenericPlans;
import dev.orm.boot.actuate.MigrationDescriptors;
import dev.orm.boot.actuate.OrmEndpoint;
import dev.orm.boot.actuate.OrmQueriesEndpoint;
import dev.orm.boot.actuate.SlowPlans;
import dev.orm.boot.actuate.StartFindings;
import dev.orm.execute.Databases;
import dev.orm.observe.RepeatedQueries;
import dev.orm.observe.SlowStatements;
import dev.orm.observe.StatementStatistics;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} of the {@code orm} and {@code ormqueries}
 * endpoints, where they are exposed. Statements are counted only where the latter is.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = OrmAutoConfiguration.class)
@ConditionalOnClass({ Orm.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBean(Orm.class)
public final class OrmEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	DatabaseDescriptors ormDatabaseDescriptors(Databases databases) {
		return new DatabaseDescriptors(databases);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(OrmEndpoint.class)
	OrmEndpoint ormEndpoint(Orm orm, DatabaseDescriptors databases, ObjectProvider<StartFindings> findings,
			ObjectProvider<MigrationDescriptors> migrations, PlanCounter plans) {
		return new OrmEndpoint(orm, databases, findings.getIfAvailable(StartFindings::new),
				migrations.getIfAvailable(() -> Map::of), plans);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(OrmEndpoint.class)
	PlanCounter ormEndpointPlanCounter() {
		return new PlanCounter();
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(OrmQueriesEndpoint.class)
	StatementStatistics ormStatementStatistics() {
		return new StatementStatistics();
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(OrmQueriesEndpoint.class)
	GenericPlans ormGenericPlans(DatabaseDescriptors databases) {
		return new GenericPlans(databases::plain);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(OrmQueriesEndpoint.class)
	@ConditionalOnBooleanProperty("orm.slow-query.plans")
	SlowPlans ormSlowPlans(GenericPlans plans, OrmProperties properties) {
		return new SlowPlans(plans, properties.slowQuery().threshold());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(OrmQueriesEndpoint.class)
	OrmQueriesEndpoint ormQueriesEndpoint(StatementStatistics statistics, GenericPlans plans,
			ObjectProvider<RepeatedQueries> repeated, ObjectProvider<SlowStatements> slow) {
		return new OrmQueriesEndpoint(statistics, repeated.getIfAvailable(), slow.getIfAvailable(), plans);
	}

}
