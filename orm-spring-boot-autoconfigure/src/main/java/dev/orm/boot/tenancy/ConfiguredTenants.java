package dev.orm.boot.tenancy;

import java.util.List;

import dev.orm.OrmBuilder;
import dev.orm.boot.tenancy.TenancyProperties.Mode;
import dev.orm.error.QueryValueException;
import dev.orm.error.detail.UnknownName;
import dev.orm.execute.Databases;
import dev.orm.session.TenantPath;
import dev.orm.session.TenantResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Tells the builder for whom threads work, and where the tables of tenants are.
 *
 * @since 0.1.0
 */
public final class ConfiguredTenants {

	private final TenancyProperties properties;

	private final ObjectProvider<TenantResolver> resolver;

	private final Databases databases;

	/**
	 * Create it.
	 * @param properties the properties
	 * @param resolver the application's resolver
	 * @param databases the databases
	 */
	public ConfiguredTenants(TenancyProperties properties, ObjectProvider<TenantResolver> resolver,
			Databases databases) {
		this.properties = properties;
		this.resolver = resolver;
		this.databases = databases;
	}

	/**
	 * Tell the builder.
	 * @param builder the builder
	 * @throws TenancyConfigurationException if the properties cannot be kept
	 */
	public void applyTo(OrmBuilder builder) {
		TenantResolver asked = resolver();
		if (asked != null) {
			builder.session((session) -> session.tenants(asked));
		}
		if (this.properties.mode() == Mode.SCHEMA) {
			TenantPath path = path();
			builder.session((session) -> session.schemas(path));
		}
	}

	private @Nullable TenantResolver resolver() {
		try {
			return this.resolver.getIfAvailable();
		}
		catch (NoUniqueBeanDefinitionException ex) {
			throw new TenancyConfigurationException(
					"There are several TenantResolver beans, and none is primary: " + ex.getBeanNamesFound(),
					"Mark the one that says for whom threads work @Primary, or let it ask the others.");
		}
	}

	private TenantPath path() {
		requireDatabase(this.properties.database());
		try {
			return new TenantPath(this.properties.database(), this.properties.schemaPrefix(),
					List.copyOf(this.properties.sharedSchemas()));
		}
		catch (QueryValueException ex) {
			throw new TenancyConfigurationException(String.valueOf(ex.getMessage()),
					"Correct orm.tenancy.schema-prefix, or orm.tenancy.shared-schemas.");
		}
	}

	private void requireDatabase(String alias) {
		if (!this.databases.aliases().contains(alias)) {
			throw new TenancyConfigurationException(
					"orm.tenancy.database names '%s', which is no database.".formatted(alias),
					UnknownName.of("orm.tenancy.database", alias, this.databases.aliases()),
					"Name one of them, or add orm.databases.%s.".formatted(alias));
		}
	}

}
