package dev.orm.migration.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.JournalEntry.Kind;
import dev.orm.journal.Version;

/**
 * Where files and journal do not tell one story.
 *
 * @param journal the journal
 * @param files the files Flyway runs
 * @param next the next version
 * @param folder the folder of the files, as one types it
 */
record FileProblems(Journal journal, List<MigrationFile> files, Version next, String folder) {

	/** What is wrong, each with its way out. */
	List<String> find() {
		List<String> problems = new ArrayList<>();
		Map<String, MigrationFile> byVersion = new HashMap<>();
		for (MigrationFile file : this.files) {
			MigrationFile other = byVersion.putIfAbsent(file.prefix() + number(file.version()), file);
			if (other != null) {
				problems.add(fork(other, file));
			}
			if (!isRecorded(file)) {
				problems.add(unrecorded(file));
			}
		}
		for (JournalEntry entry : this.journal.entries()) {
			problem(entry).ifPresent(problems::add);
		}
		return problems;
	}

	/** Only what has an entry is known to be on some branch. */
	private String fork(MigrationFile one, MigrationFile other) {
		String fix = Stream.of(one, other)
			.filter((file) -> !isRecorded(file))
			.findFirst()
			.map((file) -> "call %s %s, then record".formatted(file.fileName(),
					file.fileName().replaceFirst("\\d+([._]\\d+)*", this.next.text())))
			.orElse("rebase gives yours the next one");
		return "history-fork: %s and %s have one version.  fix: %s".formatted(one.fileName(), other.fileName(), fix);
	}

	private boolean isRecorded(MigrationFile file) {
		return this.journal.entries().stream().anyMatch((entry) -> entry.title().equals(file.title()));
	}

	/** One that comes late fails on the databases that are ahead, and only there. */
	private String unrecorded(MigrationFile file) {
		boolean late = file.prefix().equals("V") && file.version().compareTo(this.journal.version()) < 0;
		return late
				? "history-order: %s has no entry in the journal and comes before %s, which databases may have run.  fix: give it a version after that, then record"
					.formatted(file.fileName(), this.journal.version())
				: "history-unrecorded: %s has no entry in the journal.  fix: record".formatted(file.fileName());
	}

	private Optional<String> problem(JournalEntry entry) {
		if (entry.version() == null || this.files.stream().anyMatch((file) -> file.title().equals(entry.title()))) {
			return Optional.empty();
		}
		boolean summedUp = this.journal.entries()
			.stream()
			.anyMatch((other) -> other.kind() == Kind.BASELINE && other.number().compareTo(entry.number()) >= 0);
		return (summedUp && entry.kind() == Kind.MIGRATION) ? Optional.empty()
				: Optional.of("history-missing: the journal names %s, but there is no such file below %s"
					.formatted(entry.title(), this.folder));
	}

	private static String number(Version version) {
		return version.text().replace('_', '.').replaceAll("(^|\\.)0+(?=\\d)", "$1").replaceAll("(\\.0)+$", "");
	}

}
