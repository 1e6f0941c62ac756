package dev.orm.migration.apply;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Runs what is pending by Flyway, again where a lock was not had in time. Used by one
 * thread.
 */
final class ForwardRun {

	/** SQLState of a statement that did not get its lock in time. */
	private static final String LOCK_NOT_AVAILABLE = "55P03";

	private static final String CHANGED = "\n  hint: a file was changed after it ran. Put it back as it was, or take it as it is now: repair --checksums";

	private final Flyway flyway;

	private final MigrationResources resources;

	private final LockTimeout timeout;

	ForwardRun(Flyway flyway, MigrationResources resources, LockTimeout timeout) {
		this.flyway = flyway;
		this.resources = resources;
		this.timeout = timeout;
	}

	/** Run what is pending, up to a target in Flyway's words. */
	int migrate(String target) {
		Flyway forward = forward(target);
		for (int attempt = 1;; attempt++) {
			try {
				return forward.migrate().migrationsExecuted;
			}
			catch (FlywayException ex) {
				if (!isLockTimeout(ex)) {
					throw failed(ex);
				}
				if (attempt >= this.timeout.attempts()) {
					throw lockTimeout(ex);
				}
				pause(this.timeout.pauseBefore(attempt + 1));
			}
		}
	}

	/** What Flyway says, and what code in Java threw, which it keeps to itself. */
	private static MigrationException failed(FlywayException failure) {
		Throwable cause = failure;
		while (cause.getCause() != null && !(cause instanceof MigrationException)) {
			cause = cause.getCause();
		}
		String said = String.valueOf(failure.getMessage()).strip();
		String reason = String.valueOf(cause.getMessage());
		return new MigrationException((cause instanceof MigrationException known) ? known.migration() : "",
				"A migration failed: " + (said.contains(reason) ? said : said + " " + reason)
						+ (said.contains("checksum mismatch") ? CHANGED : ""),
				failure);
	}

	private Flyway forward(String target) {
		List<Callback> callbacks = new ArrayList<>(Arrays.asList(this.flyway.getConfiguration().getCallbacks()));
		callbacks.removeIf(LockTimeoutCallback.class::isInstance);
		callbacks.add(new LockTimeoutCallback(this.timeout));
		FluentConfiguration configuration = configuration(this.flyway).target(target)
			.callbacks(callbacks.toArray(Callback[]::new));
		return (needsSessionLock()
				? configuration.configuration(Map.of("flyway.postgresql.transactional.lock", "false")) : configuration)
			.load();
	}

	/** A copy of a configuration, which may be changed. */
	static FluentConfiguration configuration(Flyway flyway) {
		return Flyway.configure(flyway.getConfiguration().getClassLoader()).configuration(flyway.getConfiguration());
	}

	/** A concurrent index waits for all transactions, that of Flyway's lock included. */
	private boolean needsSessionLock() {
		return Arrays.stream(this.flyway.info().pending())
			.map((info) -> this.resources.script(info.getScript()).orElse(""))
			.anyMatch((sql) -> sql.toUpperCase(Locale.ROOT).contains("CONCURRENTLY"));
	}

	private static boolean isLockTimeout(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException ex && LOCK_NOT_AVAILABLE.equals(ex.getSQLState())) {
				return true;
			}
		}
		return false;
	}

	private MigrationException lockTimeout(Exception cause) {
		return new MigrationException("", """
				A migration did not get its lock within %d ms, %d times. Nothing was recorded; run it again.
				  %s
				  hint: end what holds the table, or wait longer by orm.migrations.lock-timeout"""
			.formatted(this.timeout.timeout().toMillis(), this.timeout.attempts(), longest()), cause);
	}

	private String longest() {
		try (DatabaseSession session = DatabaseSession.open(this.flyway.getConfiguration())) {
			return LongTransactions.describe(session.connection());
		}
		catch (SQLException ex) {
			return "what holds it cannot be read: " + ex.getMessage();
		}
	}

	private static void pause(Duration duration) {
		try {
			Thread.sleep(duration.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new MigrationException("", "Interrupted while waiting for another try", ex);
		}
	}

}
