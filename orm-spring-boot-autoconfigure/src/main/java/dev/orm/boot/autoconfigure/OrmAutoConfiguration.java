package dev.orm.boot.autoconfigure;

import dev.orm.Orm;
import dev.orm.OrmBuilder;
import dev.orm.boot.databases.DatabasesProperties;
import dev.orm.execute.Databases;
import dev.orm.function.AggregateFactory;
import dev.orm.function.FunctionFactory;
import dev.orm.lookup.LookupFactory;
import dev.orm.observe.QueryListener;
import dev.orm.observe.QueryTracer;
import dev.orm.routing.Router;
import dev.orm.session.Tenants;
import dev.orm.type.TypeRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * {@link AutoConfiguration Auto-configuration} of the {@link Orm} and of the managers: a
 * {@code Manager<T>} bean for each model, unless the application has a manager of its own
 * for it, which is bound to the {@link Orm}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { OrmDatabaseAutoConfiguration.class, OrmTypesAutoConfiguration.class })
@ConditionalOnClass(Orm.class)
@ConditionalOnBean({ Databases.class, TypeRegistry.class })
@ConditionalOnBooleanProperty(name = "orm.enabled", matchIfMissing = true)
@EnableConfigurationProperties({ OrmProperties.class, DatabasesProperties.class })
public final class OrmAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Orm orm(OrmProperties properties, DatabasesProperties places, Databases databases, TypeRegistry types,
			ObjectProvider<QueryTracer> tracer, OrmExtensions extensions) {
		OrmBuilder builder = Orm.builder()
			.valueTypes(types)
			.zone(properties.timeZone())
			.fetchMode(properties.fetchMode())
			.homes(places.homes());
		databases.all().forEach(builder::database);
		tracer.ifUnique(builder::tracer);
		extensions.applyTo(builder);
		return builder.build();
	}

	@Bean
	OpenCursors ormOpenCursors(Orm orm, Environment environment) {
		return OpenCursors.of(orm, environment);
	}

	@Bean
	@ConditionalOnMissingBean
	Tenants ormTenants(Orm orm) {
		return orm.tenants();
	}

	@Bean
	OrmExtensions ormExtensions(ObjectProvider<Router> routers, ObjectProvider<LookupFactory> lookups,
			ObjectProvider<FunctionFactory> functions, ObjectProvider<AggregateFactory> aggregates,
			ObjectProvider<QueryListener> listeners, ObjectProvider<OrmBuilderCustomizer> customizers) {
		return new OrmExtensions(routers, lookups, functions, aggregates, listeners, customizers);
	}

	@Bean
	static ModelManagers ormModelManagers() {
		return new ModelManagers();
	}

	@Bean
	static ManagerBinding ormManagerBinding(ObjectProvider<Orm> orm) {
		return new ManagerBinding(orm);
	}

}
