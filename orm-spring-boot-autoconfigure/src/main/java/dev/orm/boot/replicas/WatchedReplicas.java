package dev.orm.boot.replicas;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.boot.actuate.StartFindings;
import dev.orm.boot.databases.DatabaseConfigurationException;
import dev.orm.boot.databases.DatabaseConnectionDetails;
import dev.orm.boot.databases.DatabasesProperties;
import dev.orm.boot.databases.ReplicaPools;
import dev.orm.cluster.ReplicaState;
import dev.orm.cluster.Replicas;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;

/**
 * The replicas of all databases. They are watched while the application runs: from before
 * requests come, until after the last. A server that can be no replica keeps the
 * application from starting; one that does not answer does not.
 *
 * @since 0.1.0
 */
public final class WatchedReplicas implements SmartLifecycle, DisposableBean {

	private static final long FIRST_ANSWER = Duration.ofMillis(1500).toNanos();

	private final DatabasesProperties properties;

	private final ReplicaPools pools;

	private final List<Replicas> all = new ArrayList<>();

	private final AutowireCapableBeanFactory beans;

	/** Whose primary would not be found elsewhere. */
	private final List<String> lonely = new ArrayList<>();

	private volatile boolean running;

	WatchedReplicas(Environment environment, AutowireCapableBeanFactory beans) {
		this.beans = beans;
		this.properties = DatabasesProperties.of(environment);
		// no beans, but who observes those should observe these
		this.pools = new ReplicaPools(environment, (name, pool) -> (DataSource) beans.initializeBean(pool, name),
				beans.getBeanProvider(DatabaseConnectionDetails.class));
	}

	/** Add the servers of a database. Connections are those of the pool, as observed. */
	Replicas add(String alias, HikariDataSource primary, DataSource observed) {
		Replicas replicas = this.pools.open(alias, this.properties.of(alias), primary, observed);
		this.all.add(replicas);
		if (isOneHost(primary.getJdbcUrl())) {
			this.lonely.add(alias);
		}
		return replicas;
	}

	/** Said once, where the application keeps what is said at its start. */
	private void warn() {
		StartFindings findings = this.beans.getBeanProvider(StartFindings.class).getIfAvailable(StartFindings::new);
		this.lonely.forEach((alias) -> findings.warn("primary-url", alias, """
				the URL of database '%s' names one host
				  hint: name all servers in it, with targetServerType=primary, so that a promoted replica is found"""
			.formatted(alias)));
		this.lonely.clear();
	}

	private static boolean isOneHost(String url) {
		return !url.contains(",") && !url.toLowerCase(Locale.ROOT).contains("targetservertype");
	}

	/**
	 * Return the servers of each database with replicas.
	 * @return the servers, by database
	 */
	public List<Replicas> all() {
		return List.copyOf(this.all);
	}

	/**
	 * Return the pools of the replicas.
	 * @return the pools
	 */
	public Collection<HikariDataSource> pools() {
		return this.pools.pools();
	}

	@Override
	public void start() {
		this.running = true;
		warn();
		this.all.forEach(Replicas::start);
		long end = System.nanoTime() + FIRST_ANSWER;
		while (!isKnown() && System.nanoTime() < end) {
			Thread.onSpinWait();
			pause();
		}
		this.all.forEach(WatchedReplicas::refuseMistaken);
	}

	private boolean isKnown() {
		return this.all.stream().allMatch((one) -> one.cluster().replicas().stream().allMatch(ReplicaState::isKnown));
	}

	private static void pause() {
		try {
			Thread.sleep(2);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void refuseMistaken(Replicas replicas) {
		replicas.cluster().replicas().stream().filter(ReplicaState::isMistaken).forEach((state) -> {
			throw new DatabaseConfigurationException(replicas.alias(),
					"'%s' cannot be a replica of the database '%s': %s.".formatted(state.name(), replicas.alias(),
							state.reason()),
					"Set orm.databases.%s.replicas.%s.url to the URL of a standby of the primary, or remove the replica."
						.formatted(replicas.alias(), state.name()));
		});
	}

	@Override
	public void stop() {
		this.running = false;
		this.all.forEach(Replicas::close);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Before what serves requests, and so after it at the end. */
	@Override
	public int getPhase() {
		return DEFAULT_PHASE / 2;
	}

	@Override
	public void destroy() {
		stop();
		this.pools.pools().forEach(HikariDataSource::close);
	}

}
