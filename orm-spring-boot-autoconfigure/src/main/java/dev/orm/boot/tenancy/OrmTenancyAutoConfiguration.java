package dev.orm.boot.tenancy;

import dev.orm.Orm;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmBuilderCustomizer;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.check.ModelCheck;
import dev.orm.execute.Databases;
import dev.orm.session.TenantResolver;
import dev.orm.session.Tenants;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * {@link AutoConfiguration Auto-configuration} of {@link Tenants}: the application's
 * {@link TenantResolver}, and schemas of tenants.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = OrmAutoConfiguration.class, after = OrmDatabaseAutoConfiguration.class)
@ConditionalOnClass(Orm.class)
@ConditionalOnBean(Databases.class)
@ConditionalOnBooleanProperty(name = "orm.enabled", matchIfMissing = true)
@EnableConfigurationProperties(OrmTenancyProperties.class)
public final class OrmTenancyAutoConfiguration {

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	OrmBuilderCustomizer ormTenantsCustomizer(OrmTenancyProperties properties, ObjectProvider<TenantResolver> resolver,
			Databases databases) {
		return new ConfiguredTenants(properties, resolver, databases);
	}

	@Bean
	ModelCheck ormMissingResolverCheck(OrmTenancyProperties properties, ObjectProvider<TenantResolver> resolver) {
		return new MissingResolverCheck(properties.mode(), resolver);
	}

}
