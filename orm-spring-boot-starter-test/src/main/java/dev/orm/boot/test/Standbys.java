package dev.orm.boot.test;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

import dev.orm.boot.databases.AliasNames;
import dev.orm.boot.databases.DatabaseProperties;
import dev.orm.boot.databases.DatabasesProperties;
import dev.orm.boot.replicas.WatchedReplicas;
import dev.orm.cluster.Condition;
import dev.orm.error.detail.UnknownName;
import dev.orm.execute.Database;

/**
 * The standbys of an application context, for {@link ReplicaUse#REAL}. They go away with
 * it.
 *
 * @since 0.1.0
 */
public final class Standbys implements AutoCloseable {

	private static final String USUAL = "replica";

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final TestDatabases databases;

	/** By the properties of their URLs. */
	private final Map<String, Standby> byProperty = new LinkedHashMap<>();

	private final Map<String, Object> properties = new LinkedHashMap<>();

	private Standbys(TestDatabases databases) {
		this.databases = databases;
	}

	/**
	 * Start the standbys of all replicas that are named.
	 */
	static Standbys start(DatabasesProperties named, FixtureFiles fixtures) {
		Standbys standbys = new Standbys(new TestDatabases(fixtures));
		named.databases().forEach((alias, database) -> standbys.start(alias, database));
		if (standbys.byProperty.isEmpty()) {
			standbys.start(Database.DEFAULT, USUAL);
		}
		return standbys;
	}

	private void start(String alias, DatabaseProperties database) {
		database.replicas().keySet().forEach((name) -> start(alias, name));
	}

	private void start(String alias, String name) {
		EmbeddedServer primary = EmbeddedServer.get();
		Standby standby = new Standby(name, primary.folder());
		standby.heal(primary);
		String property = new AliasNames(alias).property("replicas." + name + ".url");
		this.byProperty.put(property, standby);
		this.properties.put(property, standby.url(this.databases.reserve(alias)));
	}

	/** The databases whose copies they have. */
	TestDatabases databases() {
		return this.databases;
	}

	/** What the application is told of them. */
	Map<String, Object> properties() {
		return this.properties;
	}

	/**
	 * Return the standby of a replica.
	 * @param name its name; of two databases that both have one of the name, the first
	 * @return the standby
	 * @throws IllegalArgumentException if there is none of the name
	 */
	public Standby get(String name) {
		return this.byProperty.values()
			.stream()
			.filter((standby) -> standby.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no replica '%s'.%s".formatted(name,
					UnknownName.of("", name, this.byProperty.values().stream().map(Standby::name).toList()).words())));
	}

	/** The one, where there is one. */
	Standby only() {
		if (this.byProperty.size() > 1) {
			throw new IllegalStateException(
					"There are several replicas. hint: take Standbys, and ask for one by its name");
		}
		return this.byProperty.values().iterator().next();
	}

	/** Let all be well, and wait until they serve and have all that was committed. */
	void heal(WatchedReplicas watched) {
		this.byProperty.values().forEach((standby) -> standby.heal(EmbeddedServer.get()));
		await(() -> watched.all()
			.stream()
			.flatMap((database) -> database.cluster().replicas().stream())
			.allMatch((state) -> state.condition() == Condition.IN));
	}

	private static void await(BooleanSupplier wanted) {
		long end = System.nanoTime() + LIMIT.toNanos();
		while (!wanted.getAsBoolean()) {
			if (System.nanoTime() > end) {
				throw new IllegalStateException(
						"The standbys of the test do not serve within %s. hint: read what their servers log"
							.formatted(LIMIT));
			}
			Thread.onSpinWait();
		}
	}

	@Override
	public void close() {
		this.byProperty.values().forEach(Standby::close);
		this.databases.close();
	}

}
