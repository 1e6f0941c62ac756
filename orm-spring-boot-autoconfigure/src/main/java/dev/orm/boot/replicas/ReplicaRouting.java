package dev.orm.boot.replicas;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.boot.databases.AliasNames;
import dev.orm.boot.databases.DatabaseConfigurationException;
import dev.orm.boot.databases.DatabasesProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/**
 * Puts the replicas of a database behind its data source, so that whoever uses that gets
 * the rule: read-only transactions on a replica that is fresh enough, all else on the
 * primary. Whoever wraps pools to observe them comes first: what it does with a
 * connection it gets would else choose the server.
 */
final class ReplicaRouting implements BeanPostProcessor {

	private final Map<String, String> aliases = new HashMap<>();

	private final ObjectProvider<WatchedReplicas> replicas;

	ReplicaRouting(Environment environment, ObjectProvider<WatchedReplicas> replicas) {
		this.replicas = replicas;
		DatabasesProperties.of(environment).databases().forEach((alias, database) -> {
			if (!database.replicas().isEmpty()) {
				String named = database.dataSource();
				this.aliases.put((named != null) ? named : new AliasNames(alias).dataSource(), alias);
			}
		});
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		String alias = this.aliases.get(beanName);
		return (alias != null && bean instanceof DataSource dataSource) ? routed(alias, dataSource) : bean;
	}

	private DataSource routed(String alias, DataSource dataSource) {
		HikariDataSource primary = pool(dataSource);
		if (primary == null) {
			throw new DatabaseConfigurationException(alias,
					"The database '%s' has replicas, and its data source is no pool of HikariCP but a %s."
						.formatted(alias, dataSource.getClass().getSimpleName()),
					"Use HikariCP, without orm.databases.%s.lazy or spring.datasource.connection-fetch, as replicas make it lazy; or define a Databases bean."
						.formatted(alias));
		}
		return this.replicas.getObject().add(alias, primary, dataSource).dataSource();
	}

	private static @Nullable HikariDataSource pool(DataSource dataSource) {
		try {
			return (!(dataSource instanceof LazyConnectionDataSourceProxy)
					&& dataSource.isWrapperFor(HikariDataSource.class)) ? dataSource.unwrap(HikariDataSource.class)
							: null;
		}
		catch (SQLException ex) {
			// it does not say what it is
			return null;
		}
	}

}
