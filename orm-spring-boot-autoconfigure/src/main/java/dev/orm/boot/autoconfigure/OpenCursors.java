package dev.orm.boot.autoconfigure;

import java.time.Duration;
import java.util.List;

import dev.orm.Orm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;

/**
 * Lets streams and iterators that are open be read to their end when the application
 * stops gracefully: after the last request, before connections go. Whatever is open then
 * is named, and ends with its connection.
 */
final class OpenCursors implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(OpenCursors.class);

	private static final long PAUSE_MILLIS = 5;

	private static final Duration USUAL = Duration.ofSeconds(30);

	private final Orm orm;

	private final Duration grace;

	private volatile boolean running;

	private OpenCursors(Orm orm, Duration grace) {
		this.orm = orm;
		this.grace = grace;
	}

	/** As long as Spring Boot waits for requests. */
	static OpenCursors of(Orm orm, Environment environment) {
		boolean immediate = environment.getProperty("server.shutdown", "graceful").equals("immediate");
		return new OpenCursors(orm,
				immediate ? Duration.ZERO
						: Binder.get(environment)
							.bind("spring.lifecycle.timeout-per-shutdown-phase", Duration.class)
							.orElse(USUAL));
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		long end = System.nanoTime() + this.grace.toNanos();
		List<String> open = this.orm.openCursors();
		while (!open.isEmpty() && System.nanoTime() < end && pause()) {
			open = this.orm.openCursors();
		}
		open.forEach((sql) -> logger
			.warn("A stream is open while the application stops; it ends with its connection: {}", sql));
	}

	private static boolean pause() {
		try {
			Thread.sleep(PAUSE_MILLIS);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** After what serves requests, and before the monitor of replicas. */
	@Override
	public int getPhase() {
		return DEFAULT_PHASE / 2 + 1;
	}

}
