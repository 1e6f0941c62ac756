package dev.orm.migration.apply;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.orm.migration.apply.resource.MigrationResources;
import dev.orm.migration.files.ScriptStatements;
import dev.orm.migration.inspect.LongTransactions;
import dev.orm.migration.inspect.TransactionPooler;
import dev.orm.migration.problem.MigrationException;
import dev.orm.migration.problem.MigrationProblem;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Runs what is pending by Flyway, again where a lock was not had in time. Used by one
 * thread.
 */
final class ForwardRun {

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
		try {
			return migrate(forward(target));
		}
		catch (FlywayException ex) {
			throw new MigrationFailure(this.flyway).of(ex);
		}
	}

	private int migrate(Flyway forward) {
		for (int attempt = 1;; attempt++) {
			try {
				return forward.migrate().migrationsExecuted;
			}
			catch (FlywayException ex) {
				MigrationException failure = new MigrationFailure(this.flyway).of(ex);
				if (failure.problem() != MigrationProblem.LOCK_TIMEOUT) {
					throw failure;
				}
				if (attempt >= this.timeout.attempts()) {
					throw lockTimeout(ex);
				}
				pause(this.timeout.pauseBefore(attempt + 1));
			}
		}
	}

	private Flyway forward(String target) {
		List<Callback> callbacks = new ArrayList<>(Arrays.asList(this.flyway.getConfiguration().getCallbacks()));
		callbacks.removeIf(LockTimeoutCallback.class::isInstance);
		callbacks.add(new LockTimeoutCallback(this.timeout));
		FluentConfiguration configuration = configuration(this.flyway).target(target)
			.callbacks(callbacks.toArray(Callback[]::new));
		List<String> concurrent = concurrent();
		if (concurrent.isEmpty()) {
			return configuration.load();
		}
		refusePooler(concurrent.get(0));
		return configuration.configuration(Map.of("flyway.postgresql.transactional.lock", "false")).load();
	}

	/** A copy of a configuration, which may be changed. */
	static FluentConfiguration configuration(Flyway flyway) {
		return Flyway.configure(flyway.getConfiguration().getClassLoader()).configuration(flyway.getConfiguration());
	}

	/** A concurrent index waits for all transactions, that of Flyway's lock included. */
	private List<String> concurrent() {
		return Arrays.stream(this.flyway.info().pending())
			.map(MigrationInfo::getScript)
			.filter((script) -> this.resources.script(script).filter(ScriptStatements::isConcurrent).isPresent())
			.toList();
	}

	/** The lock that such a file needs belongs to a session. */
	private void refusePooler(String script) {
		try (Connection one = this.flyway.getConfiguration().getDataSource().getConnection();
				Connection other = this.flyway.getConfiguration().getDataSource().getConnection()) {
			if (TransactionPooler.isBetween(one, other)) {
				throw new MigrationException(MigrationProblem.POOLER, script,
						"%s runs something CONCURRENTLY, for which others are kept from migrating by a lock of the session, and sessions of this server are shared by a pooler.%s"
							.formatted(script, MigrationFailure.hint(MigrationProblem.POOLER)),
						null);
			}
		}
		catch (SQLException ex) {
			throw new MigrationException(MigrationFailure.problem(ex), script, "The database does not answer: "
					+ ex.getMessage() + MigrationFailure.hint(MigrationFailure.problem(ex)), ex);
		}
	}

	private MigrationException lockTimeout(Exception cause) {
		return new MigrationException(MigrationProblem.LOCK_TIMEOUT, "", """
				A migration did not get its lock within %d ms, %d times. Nothing was recorded; run it again.
				  %s%s""".formatted(this.timeout.timeout().toMillis(), this.timeout.attempts(), longest(),
				MigrationFailure.hint(MigrationProblem.LOCK_TIMEOUT)), cause);
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
