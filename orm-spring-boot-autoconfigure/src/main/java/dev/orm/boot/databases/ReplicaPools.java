package dev.orm.boot.databases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.boot.databases.DatabaseConnectionDetails.Server;
import dev.orm.cluster.MonitorDataSource;
import dev.orm.cluster.PrimaryServer;
import dev.orm.cluster.ReplicaServer;
import dev.orm.cluster.Replicas;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;

/**
 * Makes the replicas of a database: a pool for the readers of each, and connections for
 * the monitor. Nothing is connected.
 *
 * @since 0.1.0
 */
public final class ReplicaPools {

	private final Environment environment;

	private final ObjectProvider<DatabaseConnectionDetails> details;

	private final BiFunction<String, DataSource, DataSource> observing;

	private final List<HikariDataSource> pools = new ArrayList<>();

	/**
	 * Create what makes them.
	 * @param environment what is said of pools
	 * @param observing lets others look at what is done with a pool, by its name
	 * @param details what tells of servers in place of properties
	 */
	public ReplicaPools(Environment environment, BiFunction<String, DataSource, DataSource> observing,
			ObjectProvider<DatabaseConnectionDetails> details) {
		this.details = details;
		this.environment = environment;
		this.observing = observing;
	}

	/**
	 * Put the replicas of a database beside its primary.
	 * @param alias the database
	 * @param properties what is said of it
	 * @param primary its pool
	 * @param observed the pool, as others look at it
	 * @return the servers; the monitor is not started
	 * @throws DatabaseConfigurationException if something is missing
	 */
	public Replicas open(String alias, DatabaseProperties properties, HikariDataSource primary, DataSource observed) {
		DatabasePool factory = new DatabasePool(alias, properties, this.environment);
		Map<String, Server> told = this.details.orderedStream()
			.filter((one) -> one.alias().equals(alias))
			.findFirst()
			.map(DatabaseConnectionDetails::replicas)
			.orElseGet(Map::of);
		List<ReplicaServer> servers = new ArrayList<>();
		properties.replicas().forEach((name, replica) -> {
			HikariDataSource pool = factory.openReplica(name, replica, primary, told.get(name));
			refusePrimary(alias, name, pool, primary);
			this.pools.add(pool);
			servers.add(new ReplicaServer(name, replica.weight(), this.observing.apply(pool.getPoolName(), pool),
					monitoring(pool)));
		});
		DataSource written = (primary.getMaximumPoolSize() == 1) ? new OnlyConnectionPool(alias, observed) : observed;
		return new Replicas(alias, new PrimaryServer(written, monitoring(primary)), servers,
				properties.replicaSettings());
	}

	private static void refusePrimary(String alias, String name, HikariDataSource pool, HikariDataSource primary) {
		if (String.valueOf(pool.getJdbcUrl()).equals(primary.getJdbcUrl())) {
			throw new DatabaseConfigurationException(alias,
					"The replica '%s' of the database '%s' has the URL of its primary.".formatted(name, alias),
					"Set orm.databases.%s.replicas.%s.url to the URL of a standby, or remove the replica."
						.formatted(alias, name));
		}
	}

	private static DataSource monitoring(HikariDataSource pool) {
		return MonitorDataSource.of(pool, pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
	}

	/**
	 * Return the pools of the readers.
	 * @return the pools of all replicas made so far
	 */
	public List<HikariDataSource> pools() {
		return List.copyOf(this.pools);
	}

}
