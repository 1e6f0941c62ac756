package dev.orm.boot.databases;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Tells how to connect to the database of an alias, in place of its properties: a bean of
 * a platform, or of a container in tests. The alias must be known: one of its properties
 * is set, or a model says it.
 *
 * @since 0.1.0
 */
public interface DatabaseConnectionDetails extends ConnectionDetails {

	/**
	 * Return the alias.
	 * @return the alias the details are of
	 */
	String alias();

	/**
	 * Return the server that is written to.
	 * @return the server
	 */
	Server primary();

	/**
	 * Return the servers that only read, for replicas of which a property is set, such as
	 * {@code orm.databases.archive.replicas.east.weight}.
	 * @return the servers by the names of replicas; those of the properties for the
	 * others
	 */
	default Map<String, Server> replicas() {
		return Map.of();
	}

	/**
	 * Tell where a database is whose URL says all.
	 * @param alias the alias
	 * @param url the JDBC URL, with user and password as its parameters if needed
	 * @return the details
	 */
	static DatabaseConnectionDetails of(String alias, String url) {
		return of(alias, new Server(url, null, null));
	}

	/**
	 * Tell where a database is.
	 * @param alias the alias
	 * @param primary the server that is written to
	 * @return the details
	 */
	static DatabaseConnectionDetails of(String alias, Server primary) {
		return new DatabaseConnectionDetails() {

			@Override
			public String alias() {
				return alias;
			}

			@Override
			public Server primary() {
				return primary;
			}

		};
	}

	/**
	 * A server and how to log in.
	 *
	 * @param url its JDBC URL
	 * @param username the name; null if the URL has it
	 * @param password the password; null if the URL has it, or none is needed
	 */
	record Server(String url, @Nullable String username, @Nullable String password) {

		/** Tell what a log may show. */
		@Override
		public String toString() {
			return "Server[url=%s]".formatted(SafeUrl.of(this.url));
		}

	}

}
