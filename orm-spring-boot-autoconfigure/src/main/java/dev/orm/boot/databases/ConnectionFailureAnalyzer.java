package dev.orm.boot.databases;

import java.sql.SQLException;
import java.util.Optional;

import dev.orm.error.DatabaseConnectionException;
import dev.orm.error.detail.ConnectionProblem;
import dev.orm.execute.Database;
import dev.orm.migration.problem.MigrationException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Says why there is no connection to a database at the start, whoever wanted one, and
 * where it is configured.
 */
final class ConnectionFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

	private final Environment environment;

	ConnectionFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
		ConnectionProblem problem = ConnectionProblem.of(rootFailure);
		if (problem == null || findCause(rootFailure, MigrationException.class) != null) {
			// a connection that is lost in the middle of a migration is more than that
			return null;
		}
		DatabaseConnectionException known = findCause(rootFailure, DatabaseConnectionException.class);
		String alias = (known != null) ? known.getDatabase() : Database.DEFAULT;
		Optional<String> property = property(alias);
		String url = property.map(this.environment::getProperty).orElse(null);
		String description = "There is no connection to %s%s: %s".formatted(
				(known != null) ? "database '%s'".formatted(alias) : "a database",
				(known != null && url != null) ? " (" + SafeUrl.of(url) + ")" : "",
				ConnectionProblem.reason(rootFailure));
		return new FailureAnalysis(description, action(problem, property), cause);
	}

	private static String action(ConnectionProblem problem, Optional<String> property) {
		return StringUtils.capitalize(problem.hint()) + ".\n\nIt is configured " + property
			.map("by %s, .username and .password, or by the platform."::formatted)
			.orElse("where the application defines it, as by a bean of type DatabaseConnectionDetails, DataSource or Databases.");
	}

	/**
	 * Where the URL is: the default database may be Spring Boot's, and others may not be
	 * of properties at all, by names that no property could have.
	 */
	private Optional<String> property(String alias) {
		String own = AliasNames.isAlias(alias) ? new AliasNames(alias).property("url") : "";
		if (!own.isEmpty() && this.environment.containsProperty(own)) {
			return Optional.of(own);
		}
		return alias.equals(Database.DEFAULT) ? Optional.of("spring.datasource.url") : Optional.empty();
	}

}
