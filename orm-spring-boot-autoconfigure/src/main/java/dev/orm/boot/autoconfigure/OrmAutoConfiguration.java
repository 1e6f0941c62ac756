package dev.orm.boot.autoconfigure;

import dev.orm.Orm;
import dev.orm.OrmBuilder;
import dev.orm.boot.actuate.StartFindings;
import dev.orm.boot.databases.DatabasesProperties;
import dev.orm.boot.json.OrmModule;
import dev.orm.boot.observe.AllowedRepeats;
import dev.orm.boot.transaction.AtomicAdvisor;
import dev.orm.boot.transaction.AtomicProxies;
import dev.orm.boot.validation.JakartaRules;
import dev.orm.boot.work.WorkTaskDecorator;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.json.JacksonFormat;
import dev.orm.json.JsonFormat;
import dev.orm.meta.index.IndexFiles;
import dev.orm.observe.RepeatedQueries;
import dev.orm.observe.SlowStatements;
import dev.orm.observe.SqlLog;
import dev.orm.session.Tenants;
import dev.orm.transaction.Atomic;
import dev.orm.type.TypeRegistry;
import dev.orm.type.ValueTypeFactory;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@link AutoConfiguration Auto-configuration} of the {@link Orm} and of all that goes
 * with any: a {@code Manager<T>} bean for each model, unless the application has a
 * manager of its own for it, which is bound to the {@link Orm}; the types fields may
 * have, {@code @Atomic} methods, the logs of statements, checks of models. One class, as
 * each one more costs every start a few milliseconds, whatever it adds.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = OrmDatabaseAutoConfiguration.class,
		afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnClass(Orm.class)
@ConditionalOnBean(Databases.class)
@ConditionalOnBooleanProperty(name = "orm.enabled", matchIfMissing = true)
@EnableConfigurationProperties(OrmProperties.class)
@Import({ AtomicProxies.class, UsualProperties.class })
public final class OrmAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Orm orm(OrmProperties properties, Databases databases, TypeRegistry types, ApplicationContext context) {
		OrmBuilder builder = Orm.builder()
			.valueTypes(types)
			.zone(properties.timeZone())
			.fetchMode(properties.fetchMode())
			.homes(DatabasesProperties.of(context.getEnvironment()).homes())
			.foreignWrites(properties.transactions().foreignWrites())
			.validateOnSave(properties.validation().onSave());
		IndexFiles indexes = context.getBeanProvider(IndexFiles.class).getIfUnique();
		if (indexes != null) {
			builder.indexes(indexes);
		}
		for (Database database : databases.all()) {
			builder.database(database);
		}
		if (!properties.checks().silence().isEmpty()) {
			builder.checks((all) -> all.silencing(properties.checks().silence()));
		}
		new OrmExtensions(context, properties).applyTo(builder);
		return builder.build();
	}

	/**
	 * The types fields may have: the built-in ones, JSON by the application's own mapper,
	 * and those of the application's {@link ValueTypeFactory} beans, which are asked
	 * first. Factories that annotations of fields name are made by the bean factory,
	 * which injects what they need.
	 */
	@Bean
	@ConditionalOnMissingBean
	TypeRegistry ormTypeRegistry(ObjectProvider<JsonFormat> format, ObjectProvider<ValueTypeFactory> factories,
			AutowireCapableBeanFactory beans) {
		JsonFormat json = format.getIfUnique();
		TypeRegistry types = ((json != null) ? TypeRegistry.standard(json) : TypeRegistry.standard())
			.making(beans::createBean);
		for (ValueTypeFactory factory : OrmExtensions.lastFirst(factories)) {
			types = types.with(factory);
		}
		return types;
	}

	@Bean
	static ModelManagers ormModelManagers() {
		return new ModelManagers();
	}

	@Bean
	static ManagerBinding ormManagerBinding(ObjectProvider<Orm> orm) {
		return new ManagerBinding(orm);
	}

	@Bean
	Tenants ormTenants(Orm orm) {
		return orm.tenants();
	}

	@Bean
	OpenCursors ormOpenCursors(Orm orm, Environment environment) {
		return OpenCursors.of(orm, environment);
	}

	// an advisor is made before all other beans: it asks for nothing but a property
	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static AtomicAdvisor ormAtomicAdvisor(Environment environment, ObjectProvider<Atomic> blocks) {
		boolean requests = environment.getProperty("orm.transactions.atomic-requests", Boolean.class, false);
		return new AtomicAdvisor(requests, blocks::getObject);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static AllowedRepeats ormAllowedRepeats() {
		return new AllowedRepeats();
	}

	@Bean
	@ConditionalOnMissingBean
	SlowStatements ormSlowStatements(OrmProperties properties) {
		return new SlowStatements(properties.slowQuery().threshold());
	}

	@Bean
	@ConditionalOnMissingBean
	SqlLog ormSqlLog(OrmProperties properties, ObjectProvider<Orm> orm) {
		LoggedModels models = new LoggedModels(orm::getObject);
		return new SqlLog(models::name, properties.log().sites(), properties.log().values(), models::isSensitive);
	}

	@Bean
	@ConditionalOnMissingBean
	RepeatedQueries ormRepeatedQueries(OrmProperties properties) {
		return new RepeatedQueries(properties.repeated().mode(), properties.repeated().threshold(),
				properties.repeated().ignore());
	}

	@Bean
	WorkTaskDecorator ormWorkTaskDecorator() {
		return new WorkTaskDecorator();
	}

	@Bean
	StartFindings ormStartFindings() {
		return new StartFindings();
	}

	@Bean
	StartChecks ormStartChecks(ConfigurableListableBeanFactory beans, OrmProperties properties) {
		return new StartChecks(beans, properties.checks(), properties.tenancy().policies());
	}

	/** What models and fields have to do with JSON. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(JsonMapper.class)
	static class JacksonConfiguration {

		@Bean
		@ConditionalOnMissingBean(JsonFormat.class)
		@ConditionalOnSingleCandidate(JsonMapper.class)
		JacksonFormat ormJsonFormat(JsonMapper mapper) {
			return new JacksonFormat(mapper);
		}

		// the types of the ORM use the mapper, which has this module: it asks late
		@Bean
		OrmModule ormJsonModule(ObjectProvider<Orm> orm) {
			return new OrmModule(orm::getObject);
		}

	}

	/** What Jakarta's annotations on fields say. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Validator.class)
	static class JakartaConfiguration {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		OrmBuilderCustomizer ormJakartaRulesCustomizer(ObjectProvider<ValidatorFactory> factories,
				ObjectProvider<Validator> validators) {
			return (builder) -> {
				ValidatorFactory factory = factories.getIfUnique();
				if (factory != null) {
					builder.instanceRules(JakartaRules.of(factory));
				}
				else {
					validators.ifUnique((validator) -> builder.instanceRules(new JakartaRules(validator)));
				}
			};
		}

	}

}
