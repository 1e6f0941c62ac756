package dev.orm.boot.databases;

import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.boot.databases.DatabaseConnectionDetails.Server;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of a server that only reads.
 *
 * @param url JDBC URL of the server.
 * @param username Name to log in with. That of the primary if not said.
 * @param password Password to log in with. That of the primary if not said.
 * @param weight How many reads it gets, compared with the other replicas.
 * @param hikari Settings of its pool, in place of those of the database.
 * @since 0.1.0
 */
public record ReplicaProperties(@Nullable String url, @Nullable String username, @Nullable String password,
		@DefaultValue("1") int weight, @DefaultValue Map<String, String> hikari) {

	public ReplicaProperties {
		hikari = Map.copyOf(hikari);
	}

	/** Tell what a log may show. */
	@Override
	public String toString() {
		return "ReplicaProperties[weight=%d]".formatted(this.weight);
	}

	Server server(String property, String alias, HikariDataSource primary) {
		if (this.url == null) {
			throw new DatabaseConfigurationException(alias,
					"Nothing says how to connect to a replica of the database '%s'.".formatted(alias),
					"Set %s.url.".formatted(property));
		}
		if (this.weight < 1) {
			throw new DatabaseConfigurationException(alias,
					"%s.weight is %d, and 1 is the least.".formatted(property, this.weight),
					"Remove the replica, or set orm.databases.%s.reads to primary.".formatted(alias));
		}
		return new Server(this.url, (this.username != null) ? this.username : primary.getUsername(),
				(this.password != null) ? this.password : primary.getPassword());
	}

}
