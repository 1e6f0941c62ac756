package dev.orm.boot.databases;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.orm.cluster.Freshness;
import dev.orm.cluster.Reads;
import dev.orm.cluster.ReplicaSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Properties of one database.
 *
 * @param url JDBC URL of the database.
 * @param username Name to log in with.
 * @param password Password to log in with.
 * @param driverClassName Class of the driver. Found by the URL if not said.
 * @param dataSource Name of the DataSource bean to use instead of a URL.
 * @param transactionManager Name of the transaction manager bean to use. One is made if
 * not said.
 * @param lazy Whether a transaction fetches its connection at its first statement only.
 * @param models Packages and classes of the models that live here, whatever they say
 * themselves.
 * @param hikari Settings of the pool, in place of those of spring.datasource.hikari.
 * @param migrations Migrations of the database.
 * @param replicas Servers that only read, by a name for each.
 * @param reads Which reads go to replicas by themselves.
 * @param freshness How much a read from a replica must see.
 * @param maxLag Lag beyond which a replica rests.
 * @param patience How long a read waits for a replica before the primary answers. 50ms
 * with the freshness "request", else 0, if not said.
 * @param maxSilence How long a server may say nothing to a statement before it is asked
 * whether it is there; 0 to wait for ever.
 * @since 0.1.0
 */
public record DatabaseProperties(@Nullable String url, @Nullable String username, @Nullable String password,
		@Nullable String driverClassName, @Nullable String dataSource, @Nullable String transactionManager,
		@DefaultValue("false") boolean lazy, @DefaultValue List<String> models,
		@DefaultValue Map<String, String> hikari, @DefaultValue Migrations migrations,
		@DefaultValue Map<String, ReplicaProperties> replicas, @DefaultValue("automatic") Reads reads,
		@DefaultValue("own") Freshness freshness, @DefaultValue("5s") Duration maxLag,
		@Name("wait") @Nullable Duration patience, @DefaultValue("10s") Duration maxSilence) {

	private static final Duration USUAL_WAIT = Duration.ofMillis(50);

	static final DatabaseProperties NONE = new DatabaseProperties(null, null, null, null, null, null, false, List.of(),
			Map.of(), new Migrations(List.of(), null), Map.of(), Reads.AUTOMATIC, Freshness.OWN, Duration.ofSeconds(5),
			null, Duration.ofSeconds(HeedfulPools.USUAL_SECONDS));

	public DatabaseProperties {
		if (maxLag.isNegative() || maxLag.isZero()) {
			throw new IllegalArgumentException("max-lag is %s, and must be longer than nothing".formatted(maxLag));
		}
		if (patience != null && patience.isNegative()) {
			throw new IllegalArgumentException("wait is %s, and 0 is the least".formatted(patience));
		}
		if (maxSilence.isNegative()) {
			throw new IllegalArgumentException("max-silence is %s, and 0 is the least".formatted(maxSilence));
		}
		models = List.copyOf(models);
		hikari = Map.copyOf(hikari);
		replicas = new TreeMap<>(replicas);
	}

	/**
	 * Return how replicas are used.
	 * @return the settings
	 */
	public ReplicaSettings replicaSettings() {
		Duration usual = (this.freshness == Freshness.REQUEST) ? USUAL_WAIT : Duration.ZERO;
		return new ReplicaSettings(this.reads, this.freshness, this.maxLag,
				(this.patience != null) ? this.patience : usual);
	}

	/** Tell what a log may show. */
	@Override
	public String toString() {
		return "DatabaseProperties[url=%s, dataSource=%s, models=%s]"
			.formatted((this.url != null) ? SafeUrl.of(this.url) : null, this.dataSource, this.models);
	}

	/**
	 * Properties of the migrations of a further database.
	 *
	 * @param locations Where the migrations are. That of "archive" is
	 * classpath:db/archive/migration if not said.
	 * @param atStartup What happens to pending migrations when the application starts.
	 * That of orm.migrations.at-startup if not said.
	 */
	public record Migrations(@DefaultValue List<String> locations, @Nullable AtStartup atStartup) {

		public Migrations {
			locations = List.copyOf(locations);
		}

	}

}
