package dev.orm.migration.apply;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import dev.orm.journal.Version;
import dev.orm.migration.problem.MigrationProblem;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;

/**
 * Finds migrations that ran under a version which their file has no longer: what is left
 * in a database of one's own once a branch was put after others. Immutable.
 */
final class Renumbering {

	private final Flyway flyway;

	Renumbering(Flyway flyway) {
		this.flyway = flyway;
	}

	/** What ran under another version than it has now, in the order of the former. */
	List<Moved> find() {
		Map<Version, HistoryRow> ran = ran();
		Map<Version, HistoryRow> files = ran.isEmpty() ? Map.of() : byVersion(files());
		List<Moved> moved = new ArrayList<>();
		ran.forEach((version, row) -> {
			HistoryRow file = files.get(version);
			// what has no file at all was squashed, and may be there again by intention
			if (file != null && !file.isSame(row)) {
				now(version, row, files, ran).ifPresent((now) -> moved.add(new Moved(row, now)));
			}
		});
		return moved;
	}

	/** What ran, where another migration has its version now. */
	List<Moved> replaced() {
		Map<Version, HistoryRow> files = byVersion(files());
		List<Moved> replaced = new ArrayList<>();
		ran().forEach((version, row) -> {
			HistoryRow file = files.get(version);
			if (file != null && !file.description().equals(row.description())
					&& !Objects.equals(file.checksum(), row.checksum())) {
				replaced.add(new Moved(row, file));
			}
		});
		return replaced;
	}

	/** Refuse to take a file for a changed one that is another, or is elsewhere now. */
	void requireNone() {
		if (!find().isEmpty()) {
			throw new MigrationFailure(this.flyway).of(MigrationProblem.RENUMBERED);
		}
		if (!replaced().isEmpty()) {
			throw new MigrationFailure(this.flyway).of(MigrationProblem.REPLACED);
		}
	}

	private Map<Version, HistoryRow> ran() {
		try (DatabaseSession session = DatabaseSession.open(this.flyway.getConfiguration())) {
			HistoryTable history = new HistoryTable(this.flyway.getConfiguration(), session.connection().getSchema());
			return history.exists(session.connection()) ? byVersion(history.applied(session.connection())) : Map.of();
		}
		catch (SQLException ex) {
			throw MigrationFailure.of("Cannot read the history", ex);
		}
	}

	/** The file of a row, which has a later version, under which it did not run. */
	private static Optional<HistoryRow> now(Version version, HistoryRow row, Map<Version, HistoryRow> files,
			Map<Version, HistoryRow> ran) {
		return files.entrySet()
			.stream()
			.filter((file) -> file.getKey().compareTo(version) > 0 && file.getValue().isSame(row))
			.filter((file) -> !ran.containsKey(file.getKey()) || !ran.get(file.getKey()).isSame(row))
			.map(Map.Entry::getValue)
			.findFirst();
	}

	private static Map<Version, HistoryRow> byVersion(Collection<HistoryRow> rows) {
		Map<Version, HistoryRow> byVersion = new TreeMap<>();
		rows.forEach((row) -> byVersion.put(new Version(row.version()), row));
		return byVersion;
	}

	/** To a history that is not there all files are news. */
	private List<HistoryRow> files() {
		Flyway blank = ForwardRun.configuration(this.flyway)
			.table(this.flyway.getConfiguration().getTable() + "_none")
			.callbacks(new Callback[0])
			.load();
		return Arrays.stream(blank.info().all())
			.filter((info) -> info.getVersion() != null && !info.getType().isBaseline())
			.map(HistoryRow::of)
			.toList();
	}

	/**
	 * A migration whose version is another than when it ran.
	 *
	 * @param ran the row that says that it ran
	 * @param now the row of what it is now
	 */
	record Moved(HistoryRow ran, HistoryRow now) {

		Renumbered told() {
			return new Renumbered(this.ran.title(), this.now.title());
		}

	}

}
