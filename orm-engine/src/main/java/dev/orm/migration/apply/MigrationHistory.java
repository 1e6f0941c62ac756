package dev.orm.migration.apply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import dev.orm.journal.Version;
import dev.orm.migration.apply.MigrationStatus.State;
import dev.orm.migration.problem.MigrationException;
import dev.orm.migration.problem.MigrationProblem;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/**
 * What Flyway knows of the migrations of one database, read anew each time. Immutable.
 */
final class MigrationHistory {

	private final Flyway flyway;

	MigrationHistory(Flyway flyway) {
		this.flyway = flyway;
	}

	/** All migrations, applied or not, by version. */
	List<MigrationStatus> status() {
		return versioned().stream().map(MigrationHistory::status).toList();
	}

	/** Those that ran and are newer than a version, the newest first. */
	List<MigrationInfo> applied(Version target) {
		baseline().filter((info) -> version(info).compareTo(target) > 0).ifPresent(MigrationHistory::refuse);
		for (MigrationInfo info : versioned()) {
			if (version(info).compareTo(target) > 0) {
				requireWhole(info);
			}
		}
		List<MigrationInfo> applied = new ArrayList<>(versioned().stream()
			.filter((info) -> state(info.getState()) == State.APPLIED || state(info.getState()) == State.LATE)
			.filter((info) -> info.getInstalledOn() != null)
			.filter((info) -> version(info).compareTo(target) > 0)
			.toList());
		Collections.reverse(applied);
		return applied;
	}

	/** What ran, and has no file any more. */
	List<MigrationInfo> missing() {
		return versioned().stream().filter((info) -> state(info.getState()) == State.MISSING).toList();
	}

	/** The file that sums up what is older, where nothing that ran is left beside it. */
	Optional<MigrationInfo> summary() {
		boolean othersRan = versioned().stream().anyMatch((info) -> state(info.getState()) == State.APPLIED);
		return Arrays.stream(info().all())
			.filter((info) -> !othersRan && info.getType().isBaseline() && info.getInstalledOn() == null)
			.reduce((older, newer) -> newer);
	}

	/** What failed half-way, or has no file, cannot be passed over. */
	private static void requireWhole(MigrationInfo info) {
		String title = MigrationStatus.title(info);
		if (state(info.getState()) == State.FAILED) {
			throw new MigrationException(MigrationProblem.FAILED_BEFORE, title,
					"%s failed half-way, and nothing before it can be taken back until that is cleared away.%s"
						.formatted(title, MigrationFailure.hint(MigrationProblem.FAILED_BEFORE)),
					null);
		}
		if (state(info.getState()) == State.MISSING) {
			throw new MigrationException(MigrationProblem.IRREVERSIBLE, title,
					"%s ran here, and has no file: nothing before it can be taken back.\n  hint: use the version of the application that has it, or bring the file back"
						.formatted(title),
					null);
		}
	}

	private static void refuse(MigrationInfo baseline) {
		String version = baseline.getVersion().getVersion();
		throw new MigrationException(MigrationProblem.IRREVERSIBLE, MigrationStatus.title(baseline),
				"The history of this database begins with a baseline, V%s, and nothing below it can be taken back.\n  hint: migrate %s is as far back as it goes"
					.formatted(version, version),
				null);
	}

	/** Those that would run, up to a version. */
	List<MigrationInfo> pending(Version target) {
		return Arrays.stream(info().pending())
			.filter((info) -> info.getVersion() != null && version(info).compareTo(target) <= 0)
			.toList();
	}

	/** The newest version that ran, baselines included; zero for none. */
	Version version() {
		MigrationInfo current = info().current();
		return (current == null || current.getVersion() == null) ? Version.ZERO : version(current);
	}

	/** What the history begins with, where that is no migration. */
	Optional<MigrationInfo> baseline() {
		return Arrays.stream(info().applied())
			.filter((info) -> info.getVersion() != null && info.getType().isBaseline())
			.reduce((older, newer) -> newer);
	}

	private List<MigrationInfo> versioned() {
		return Arrays.stream(info().all())
			.filter((info) -> info.getVersion() != null && (!info.getType().isBaseline() || isWaiting(info)))
			.filter((info) -> info.getState() != MigrationState.DELETED && info.getState() != MigrationState.UNDONE)
			.filter((info) -> !info.getType().isSynthetic())
			.sorted((left, right) -> left.getVersion().compareTo(right.getVersion()))
			.toList();
	}

	/** Whether it is a baseline that would run, as nothing else did. */
	private static boolean isWaiting(MigrationInfo info) {
		return info.getState() == MigrationState.PENDING && info.getInstalledOn() == null;
	}

	/** What Flyway knows, or why it knows nothing. */
	private MigrationInfoService info() {
		try {
			return this.flyway.info();
		}
		catch (FlywayException ex) {
			throw new MigrationFailure(this.flyway).of(ex);
		}
	}

	private static MigrationStatus status(MigrationInfo info) {
		return new MigrationStatus(MigrationStatus.title(info), info.getVersion().getVersion(), state(info.getState()),
				(info.getInstalledOn() != null) ? info.getInstalledOn().toInstant() : null,
				(info.getExecutionTime() != null) ? info.getExecutionTime() : 0, info.getType().isBaseline());
	}

	private static Version version(MigrationInfo info) {
		return new Version(info.getVersion().getVersion());
	}

	private static State state(MigrationState state) {
		return switch (state) {
			case PENDING, AVAILABLE, ABOVE_TARGET -> State.PENDING;
			case FAILED, FUTURE_FAILED, MISSING_FAILED -> State.FAILED;
			case MISSING_SUCCESS, FUTURE_SUCCESS -> State.MISSING;
			case IGNORED -> State.LATE;
			case BELOW_BASELINE, BASELINE, BASELINE_IGNORED -> State.BELOW_BASELINE;
			default -> State.APPLIED;
		};
	}

}
