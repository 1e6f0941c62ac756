package dev.orm.boot.migration;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import dev.orm.migration.apply.MigrationStatus;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Tells the application of migrations that run: events before and after all of them, and
 * the timer {@code orm.migration} for each, with its database, version and outcome.
 * Thread-safe: a run belongs to its thread.
 */
final class ObservedMigrations implements Callback {

	private static final String TIMER = "orm.migration";

	private final String database;

	private final ApplicationEventPublisher events;

	private final ObjectProvider<MeterRegistry> meters;

	/** A run belongs to the thread that migrates. */
	private final Map<Thread, Run> runs = new ConcurrentHashMap<>();

	private volatile String url = "";

	ObservedMigrations(String database, ApplicationEventPublisher events, ObjectProvider<MeterRegistry> meters) {
		this.database = database;
		this.events = events;
		this.meters = meters;
	}

	/** Tells of another database in the same way. */
	ObservedMigrations of(String alias) {
		return new ObservedMigrations(alias, this.events, this.meters);
	}

	/**
	 * For whoever handles an event around all migrations Flyway borrows a connection
	 * beside the two it has, which a small pool may not have. As nothing is to be done
	 * with one, such events are heard of by being asked for.
	 */
	@Override
	public boolean supports(Event event, Context context) {
		return switch (event) {
			case BEFORE_MIGRATE, AFTER_MIGRATE, AFTER_MIGRATE_ERROR -> {
				around(event);
				yield false;
			}
			case AFTER_CONNECT, BEFORE_EACH_MIGRATE, AFTER_EACH_MIGRATE, AFTER_EACH_MIGRATE_ERROR -> true;
			default -> false;
		};
	}

	@Override
	public boolean canHandleInTransaction(Event event, Context context) {
		return true;
	}

	@Override
	public void handle(Event event, Context context) {
		switch (event) {
			case AFTER_CONNECT -> this.url = url(context);
			case BEFORE_EACH_MIGRATE -> current().started = System.nanoTime();
			case AFTER_EACH_MIGRATE -> ran(context, "success");
			default -> ran(context, "error");
		}
	}

	/** Flyway may ask twice. */
	private void around(Event event) {
		Thread thread = Thread.currentThread();
		if (event == Event.BEFORE_MIGRATE) {
			if (!this.runs.containsKey(thread)) {
				this.events.publishEvent(new BeforeMigrate(this.database, this.url));
				this.runs.put(thread, new Run());
			}
			return;
		}
		Run run = this.runs.remove(thread);
		if (run != null && event == Event.AFTER_MIGRATE) {
			this.events.publishEvent(new AfterMigrate(this.database, this.url, run.applied));
		}
	}

	private Run current() {
		return this.runs.computeIfAbsent(Thread.currentThread(), (thread) -> new Run());
	}

	private void ran(Context context, String outcome) {
		Run current = current();
		MigrationInfo migration = context.getMigrationInfo();
		if (outcome.equals("success")) {
			current.applied.add(MigrationStatus.title(migration));
		}
		MeterRegistry registry = this.meters.getIfAvailable();
		if (registry != null) {
			String version = (migration.getVersion() != null) ? migration.getVersion().getVersion() : "repeatable";
			Timer.builder(TIMER)
				.description("Migrations that ran")
				.tag("database", this.database)
				.tag("version", version)
				.tag("outcome", outcome)
				.register(registry)
				.record(Duration.ofNanos(System.nanoTime() - current.started));
		}
	}

	private static String url(Context context) {
		try {
			return context.getConnection().getMetaData().getURL();
		}
		catch (SQLException ex) {
			return "";
		}
	}

	@Override
	public String getCallbackName() {
		return "orm observation";
	}

	/** What happened so far. */
	private static final class Run {

		private final List<String> applied = new ArrayList<>();

		private long started = System.nanoTime();

	}

}
