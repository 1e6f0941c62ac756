package dev.orm.migration.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.Version;
import dev.orm.migration.apply.MigrationStatus;
import dev.orm.migration.apply.MigrationStatus.State;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.apply.Rollback;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.lint.PlannedLocks;
import dev.orm.migration.lint.RunningScript;
import dev.orm.schema.Change;
import dev.orm.schema.Schema;

/**
 * What would run on a database, file by file: the changes each makes, what they lock and
 * on what they would fail, and the statements where they are asked for. Django's
 * {@code migrate --plan}. Immutable; reads the database each time.
 */
public final class MigrationPlan {

	private static final String INDENT = "      ";

	private final Migrator migrator;

	private final boolean sql;

	/**
	 * Create a plan.
	 * @param migrator knows the database and the migrations
	 * @param sql whether statements are shown
	 */
	public MigrationPlan(Migrator migrator, boolean sql) {
		this.migrator = migrator;
		this.sql = sql;
	}

	/**
	 * Return what is pending.
	 * @param migrator knows the database and the migrations
	 * @param target the last version that is asked for
	 * @return the migrations, oldest first
	 */
	public static List<MigrationStatus> pending(Migrator migrator, Version target) {
		return migrator.status()
			.stream()
			.filter((status) -> status.state() == State.PENDING)
			.filter((status) -> new Version(status.version()).compareTo(target) <= 0)
			.toList();
	}

	/**
	 * Return whether a file beside a script says that it runs in no transaction.
	 * @param migrator knows the files
	 * @param title the title of the migration
	 * @return true if it does
	 */
	public static boolean runsApart(Migrator migrator, String title) {
		return migrator.script(title + ".sql.conf").filter(MigrationFiles::saysNoTransaction).isPresent();
	}

	/**
	 * Say what would run.
	 * @param pending the migrations, oldest first
	 * @return lines; none if nothing is pending
	 */
	public List<String> forward(List<MigrationStatus> pending) {
		Journal journal = this.migrator.journal();
		PlannedLocks planned = new PlannedLocks(this.migrator.rowCounts());
		Obstacles obstacles = new Obstacles(this.migrator);
		List<String> lines = new ArrayList<>();
		for (MigrationStatus status : pending) {
			Optional<String> script = this.migrator.script(status.title() + ".sql");
			lines.add("  " + status.title());
			Optional<JournalEntry> entry = entry(journal, status);
			RunningScript running = running(status.title(), script);
			lines.addAll(indented(remarks(running, script, entry)));
			entry.map(JournalEntry::changes).ifPresent((changes) -> {
				lines.addAll(described(changes));
				lines.addAll(indented(planned.lines(before(journal, status), changes, running)));
				lines.addAll(indented(obstacles.lines(changes)));
			});
			lines.addAll(shown(script));
		}
		return lines;
	}

	private RunningScript running(String title, Optional<String> script) {
		return RunningScript.of(script.orElse(""), runsApart(this.migrator, title));
	}

	/** What the changes do not say of a file. */
	private List<String> remarks(RunningScript running, Optional<String> script, Optional<JournalEntry> entry) {
		List<String> remarks = new ArrayList<>();
		if (script.isEmpty()) {
			remarks.add("runs code in Java");
		}
		if (entry.isEmpty()) {
			remarks.add("is not in the journal: what it changes is not known");
		}
		else if (entry.get().changes().isEmpty()) {
			remarks.add("changes rows only");
		}
		if (running.apart()) {
			remarks.add("runs in no transaction");
		}
		return remarks;
	}

	/**
	 * Say what would be taken back.
	 * @param rollback the migration
	 * @return lines: the changes the other way round, and the statements
	 */
	public List<String> back(Rollback rollback) {
		String number = rollback.title().substring(1);
		List<String> lines = new ArrayList<>();
		this.migrator.journal()
			.migrations()
			.stream()
			.filter((entry) -> entry.title().equals(rollback.title()))
			.forEach((entry) -> lines.addAll(described(Change.inverse(entry.changes()))));
		lines.addAll(shown(this.migrator.script("U" + number + ".sql")));
		return lines;
	}

	private static List<String> described(List<Change> changes) {
		return changes.stream().flatMap((change) -> change.describe().lines()).map((line) -> INDENT + line).toList();
	}

	private static List<String> indented(List<String> lines) {
		return lines.stream().map((line) -> INDENT + line).toList();
	}

	private List<String> shown(Optional<String> script) {
		return script.filter((text) -> this.sql)
			.map((text) -> text.stripTrailing().lines().map((line) -> INDENT + line).toList())
			.orElse(List.of());
	}

	private static Optional<JournalEntry> entry(Journal journal, MigrationStatus status) {
		return journal.entries()
			.stream()
			.filter((entry) -> entry.version() != null && entry.title().equals(status.title()))
			.findFirst();
	}

	/** A baseline makes all there is. */
	private static Schema before(Journal journal, MigrationStatus status) {
		Version version = new Version(status.version());
		return status.baseline() ? Schema.empty()
				: journal.at(journal.migrations()
					.stream()
					.map(JournalEntry::number)
					.filter((other) -> other.compareTo(version) < 0)
					.max(Version::compareTo)
					.orElse(Version.ZERO));
	}

}
