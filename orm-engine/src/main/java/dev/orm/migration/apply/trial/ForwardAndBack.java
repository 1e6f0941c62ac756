package dev.orm.migration.apply.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.Version;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.problem.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * Runs all migrations of an empty database one by one, takes each back and runs it again,
 * and compares the database with the journal every time. Used once.
 */
public final class ForwardAndBack {

	private final Migrator migrator;

	private final Journal journal;

	private final List<String> problems = new ArrayList<>();

	private final List<String> irreversible = new ArrayList<>();

	/**
	 * Create a trial.
	 * @param migrator runs the migrations, none of which has run
	 * @param journal says what each makes
	 */
	public ForwardAndBack(Migrator migrator, Journal journal) {
		this.migrator = migrator;
		this.journal = journal;
	}

	/**
	 * Return the baseline a history begins with, as what it sums up is gone.
	 * @param journal the history
	 * @return its entry; empty if migrations come first
	 */
	public static Optional<JournalEntry> baseline(Journal journal) {
		return journal.entries()
			.stream()
			.filter((entry) -> entry.version() != null)
			.findFirst()
			.filter((entry) -> entry.kind() == JournalEntry.Kind.BASELINE);
	}

	/** Run them, until one fails. */
	public void run() {
		try {
			Version before = baseline(this.journal).map(JournalEntry::number).orElse(Version.ZERO);
			if (!before.isSame(Version.ZERO)) {
				this.migrator.migrate(before);
				compare(before, "the baseline");
			}
			for (JournalEntry entry : this.journal.migrations()) {
				run(entry, before);
				before = entry.number();
			}
		}
		catch (MigrationException ex) {
			this.problems.add(String.valueOf(ex.getMessage()));
		}
	}

	private void run(JournalEntry entry, Version before) {
		this.migrator.migrate(entry.number());
		compare(entry.number(), entry.title());
		String refused = back(before);
		if (refused != null) {
			this.irreversible.add(refused);
			return;
		}
		compare(before, "taking back " + entry.title());
		this.migrator.migrate(entry.number());
		compare(entry.number(), entry.title() + " again");
	}

	/** Take the newest migration back; return why not, or null. */
	private @Nullable String back(Version before) {
		try {
			this.migrator.rollbacks(before);
		}
		catch (MigrationException ex) {
			return ex.getMessage();
		}
		this.migrator.rollBack(before);
		return null;
	}

	private void compare(Version version, String when) {
		this.problems.addAll(problems(this.migrator.drift(this.journal.at(version)), when));
	}

	/**
	 * Say in what a database is not what the journal says.
	 * @param difference what would bring it there
	 * @param when after what
	 * @return a sentence for each change
	 */
	public static List<String> problems(Difference difference, String when) {
		return difference.changes()
			.stream()
			.map((change) -> "after %s the journal asks for:  %s".formatted(when, change.describe()))
			.toList();
	}

	/**
	 * Return what was not as it should be.
	 * @return a sentence for each; none if all is well
	 */
	public List<String> problems() {
		return List.copyOf(this.problems);
	}

	/**
	 * Return which migrations cannot be taken back.
	 * @return the refusals, each with its way out
	 */
	public List<String> irreversible() {
		return List.copyOf(this.irreversible);
	}

}
