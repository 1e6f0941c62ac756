package dev.orm.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orm.cluster.wal.ServerQuestions;
import dev.orm.execute.FeatureRefusalOverride;
import dev.orm.work.Moment;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A primary and two hot standbys, {@code east} and {@code west}, of a test class.
 */
final class TestCluster implements AfterAllCallback, AutoCloseable {

	private final Path folder;

	private final TestServer primary;

	private final List<TestServer> standbys = new ArrayList<>();

	private final List<AutoCloseable> opened = new ArrayList<>();

	private TestCluster(Path folder, String... schema) {
		this.folder = folder;
		this.primary = new TestServer("primary", folder.resolve("primary")).start();
		this.primary.execute(schema);
		this.primary.stop();
		for (String name : List.of("east", "west")) {
			this.standbys.add(this.primary.copy(name, this.primary));
		}
		this.primary.start();
		this.standbys.parallelStream().forEach(TestServer::start);
	}

	static TestCluster start(String... schema) {
		try {
			Path memory = Path.of("/dev/shm");
			return new TestCluster(Files.isWritable(memory) ? Files.createTempDirectory(memory, "orm-cluster-")
					: Files.createTempDirectory("orm-cluster-"), schema);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	TestServer primary() {
		return this.primary;
	}

	List<TestServer> standbys() {
		return this.standbys;
	}

	TestServer east() {
		return this.standbys.get(0);
	}

	TestServer west() {
		return this.standbys.get(1);
	}

	/** Use both standbys, and wait until they serve. */
	Replicas replicas(ReplicaSettings settings) {
		return replicas(settings, new ServerQuestions());
	}

	Replicas replicas(ReplicaSettings settings, ServerQuestions questions) {
		Replicas replicas = open(settings, questions, this.standbys, TestServer::url);
		await(() -> isIn(replicas, "east") && isIn(replicas, "west"));
		return replicas;
	}

	/** Use some standbys, by URLs of the test's own. */
	Replicas open(ReplicaSettings settings, ServerQuestions questions, List<TestServer> servers,
			Function<TestServer, String> url) {
		return open(settings, questions, Moment::now, servers, url);
	}

	Replicas open(ReplicaSettings settings, ServerQuestions questions, LongSupplier clock, List<TestServer> servers,
			Function<TestServer, String> url) {
		List<ReplicaServer> listed = servers.stream()
			.map((server) -> new ReplicaServer(server.name(), 1, pool(url.apply(server), true), probe(server.url())))
			.toList();
		Replicas replicas = new Replicas("default",
				new PrimaryServer(pool(url.apply(this.primary), false), probe(this.primary.url())), listed, settings,
				questions, clock);
		replicas.start();
		this.opened.add(replicas);
		return replicas;
	}

	HikariDataSource pool(String url, boolean replica) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(url + (replica ? "&socketTimeout=5" : ""));
		config.setMaximumPoolSize(12);
		config.setMinimumIdle(0);
		config.setReadOnly(replica);
		config.setConnectionTimeout(replica ? 250 : 5000);
		config.setValidationTimeout(250);
		config.setInitializationFailTimeout(-1);
		config.setExceptionOverride(new FeatureRefusalOverride());
		HikariDataSource pool = new HikariDataSource(config);
		this.opened.add(pool);
		return pool;
	}

	static DataSource probe(String url) {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setUrl(url + "&socketTimeout=1&connectTimeout=1&loginTimeout=1");
		return source;
	}

	static boolean isIn(Replicas replicas, String name) {
		return state(replicas, name).condition() == Condition.IN;
	}

	static ReplicaState state(Replicas replicas, String name) {
		return replicas.cluster()
			.replicas()
			.stream()
			.filter((replica) -> replica.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	static void await(BooleanSupplier wanted) {
		await(Duration.ofSeconds(20), wanted);
	}

	static void await(Duration most, BooleanSupplier wanted) {
		long end = System.nanoTime() + most.toNanos();
		while (!wanted.getAsBoolean()) {
			if (System.nanoTime() > end) {
				throw new AssertionError("Waited in vain for " + most);
			}
			pause(2);
		}
	}

	static void pause(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void afterAll(ExtensionContext context) {
		close();
	}

	/** Close what was opened to use the servers. */
	void release() {
		for (AutoCloseable one : this.opened) {
			try {
				one.close();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}
		this.opened.clear();
	}

	@Override
	public void close() {
		release();
		this.standbys.forEach(TestServer::close);
		this.primary.close();
		try (Stream<Path> files = Files.walk(this.folder)) {
			files.sorted(Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
