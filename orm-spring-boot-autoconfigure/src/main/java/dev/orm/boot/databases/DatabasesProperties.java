package dev.orm.boot.databases;

import java.util.Map;
import java.util.TreeMap;

import dev.orm.execute.Database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.core.env.Environment;

/**
 * Properties of the databases of an application.
 *
 * @param databases Databases by alias. That of "default" is usually the one of
 * spring.datasource.
 * @since 0.1.0
 */
@ConfigurationProperties("orm")
public record DatabasesProperties(@DefaultValue Map<String, DatabaseProperties> databases) {

	private static final ConfigurationPropertyName NAME = ConfigurationPropertyName.of("orm.databases");

	public DatabasesProperties {
		databases = new TreeMap<>(databases);
	}

	/**
	 * Bind the properties before there are beans. Where nothing is said of databases, as
	 * in most applications, nothing is bound either.
	 * @param environment what is said
	 * @return the properties
	 */
	public static DatabasesProperties of(Environment environment) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source.containsDescendantOf(NAME) != ConfigurationPropertyState.ABSENT) {
				return Binder.get(environment).bindOrCreate("orm", DatabasesProperties.class);
			}
		}
		return new DatabasesProperties(Map.of());
	}

	/**
	 * Return what is said of a database.
	 * @param alias its alias
	 * @return its properties; those of nothing said, if none are
	 */
	public DatabaseProperties of(String alias) {
		return this.databases.getOrDefault(alias, DatabaseProperties.NONE);
	}

	/**
	 * Return which models live where.
	 * @return the aliases by the names of packages and classes
	 * @throws DatabaseConfigurationException if two databases claim one name
	 */
	public Map<String, String> homes() {
		Map<String, String> homes = new TreeMap<>();
		this.databases.forEach((alias, database) -> database.models().forEach((name) -> {
			String other = homes.putIfAbsent(name, alias);
			if (other != null && !other.equals(alias)) {
				throw new DatabaseConfigurationException(alias,
						"Both %s and %s list %s.".formatted(new AliasNames(other).property("models"),
								new AliasNames(alias).property("models"), name),
						"Remove it from one of them.");
			}
		}));
		return homes;
	}

	/**
	 * Return the databases that are not the default one.
	 * @return their properties by alias, in the order of the aliases
	 */
	public Map<String, DatabaseProperties> further() {
		Map<String, DatabaseProperties> further = new TreeMap<>(this.databases);
		further.remove(Database.DEFAULT);
		return further;
	}

}
