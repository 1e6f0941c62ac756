package dev.orm.boot.migration;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.orm.migration.apply.MigrationStatus;
import dev.orm.migration.apply.MigrationStatus.State;
import dev.orm.migration.problem.MigrationException;
import dev.orm.migration.problem.MigrationProblem;

/**
 * The application was told not to start while migrations are pending, failed or late.
 *
 * @since 0.1.0
 */
public class PendingMigrationsException extends MigrationException {

	private final transient List<MigrationStatus> migrations;

	PendingMigrationsException(String database, List<MigrationStatus> migrations) {
		super(problem(migrations), migrations.get(0).title(), message(database, migrations), null);
		this.migrations = List.copyOf(migrations);
	}

	private static MigrationProblem problem(List<MigrationStatus> migrations) {
		List<State> states = migrations.stream().map(MigrationStatus::state).toList();
		if (states.contains(State.FAILED)) {
			return MigrationProblem.FAILED_BEFORE;
		}
		return states.contains(State.LATE) ? MigrationProblem.LATE : MigrationProblem.PENDING;
	}

	private static String message(String database, List<MigrationStatus> migrations) {
		String names = migrations.stream()
			.map((status) -> (status.state() == State.PENDING) ? status.title()
					: status.title() + ": " + status.state().name().toLowerCase(Locale.ROOT))
			.collect(Collectors.joining(", "));
		return "%d migration%s pending on database '%s' (%s) and orm.migrations.at-startup=verify."
			.formatted(migrations.size(), (migrations.size() == 1) ? " is" : "s are", database, names);
	}

	/**
	 * Return the migrations.
	 * @return those that did not run, oldest first
	 */
	public List<MigrationStatus> migrations() {
		return this.migrations;
	}

}
