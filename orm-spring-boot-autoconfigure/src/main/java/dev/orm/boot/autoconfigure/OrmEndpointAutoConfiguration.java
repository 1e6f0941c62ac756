package dev.orm.boot.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.orm.AbstractManager;
import dev.orm.Orm;
import dev.orm.boot.actuate.DatabaseDescriptors;
import dev.orm.boot.actuate.GenericPlans;
import dev.orm.boot.actuate.MigrationDescriptors;
import dev.orm.boot.actuate.ModelDescriptors;
import dev.orm.boot.actuate.OrmEndpoint;
import dev.orm.boot.actuate.OrmEndpoint.StartDescriptor;
import dev.orm.boot.actuate.OrmEndpointWebExtension;
import dev.orm.boot.actuate.OrmQueriesEndpoint;
import dev.orm.boot.actuate.ReplicaDescriptors;
import dev.orm.boot.actuate.SlowPlans;
import dev.orm.boot.actuate.StartFindings;
import dev.orm.boot.databases.DatabasesProperties;
import dev.orm.compile.PlanCounter;
import dev.orm.execute.Databases;
import dev.orm.observe.RepeatedQueries;
import dev.orm.observe.SlowStatements;
import dev.orm.observe.StatementStatistics;
import dev.orm.routing.Homes;
import dev.orm.routing.Router;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.util.function.SingletonSupplier;

/**
 * {@link AutoConfiguration Auto-configuration} of the {@code orm} and {@code ormqueries}
 * endpoints, where they are exposed. Statements are counted only where the latter is.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = OrmAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(Orm.class)
@EnableConfigurationProperties({ OrmEndpointProperties.class, DatabasesProperties.class })
public final class OrmEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	DatabaseDescriptors ormDatabaseDescriptors(Databases databases, ObjectProvider<ReplicaDescriptors> replicas,
			ObjectProvider<SanitizingFunction> sanitizing) {
		return new DatabaseDescriptors(databases, replicas.getIfAvailable(() -> ReplicaDescriptors.NONE),
				sanitizing.orderedStream().toList());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(OrmEndpoint.class)
	OrmEndpoint ormEndpoint(DatabaseDescriptors databases, ObjectProvider<MigrationDescriptors> migrations,
			ModelDescriptors models, StartDescriptor start, PlanCounter plans, OrmEndpointProperties properties) {
		return new OrmEndpoint(databases, migrations.getIfAvailable(() -> Map::of), models, start, plans,
				properties.showValues());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(OrmEndpoint.class)
	@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
	OrmEndpointWebExtension ormEndpointWebExtension(OrmEndpoint endpoint, OrmEndpointProperties properties) {
		return new OrmEndpointWebExtension(endpoint, properties.showValues(), properties.roles());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(OrmEndpoint.class)
	ModelDescriptors ormModelDescriptors(Orm orm, DatabasesProperties places,
			ConfigurableListableBeanFactory beanFactory) {
		Supplier<Map<Class<?>, List<String>>> managers = SingletonSupplier
			.of(() -> ModelManagers.names(beanFactory, AbstractManager.class));
		return new ModelDescriptors(orm.models(), Homes.of(orm.models().models(), places.homes()),
				(model) -> managers.get().getOrDefault(model, List.of()));
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(OrmEndpoint.class)
	StartDescriptor ormStartDescriptor(ObjectProvider<Router> routers, ObjectProvider<StartFindings> findings) {
		return new StartDescriptor(
				routers.orderedStream().map((router) -> AopUtils.getTargetClass(router).getName()).toList(),
				findings.getIfAvailable(StartFindings::new));
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
