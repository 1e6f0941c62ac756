package dev.orm.migration.manage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.JournalEntry.Kind;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.CommandException;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.files.NewMigration;
import dev.orm.migration.files.NewMigration.Form;
import dev.orm.schema.Change;
import dev.orm.schema.Schema;

/**
 * Sums all migrations up in one file, which Flyway runs on empty databases instead of
 * them. Others go on as they were. Django's {@code squashmigrations}.
 */
final class Squash implements Command {

	/** What stands above a step in the file of a baseline. */
	private static final Pattern STEP = Pattern.compile("^-- (V\\S+__\\S+)\\s");

	@Override
	public String name() {
		return "squash";
	}

	@Override
	public String summary() {
		return "sums all migrations up in one file for empty databases";
	}

	@Override
	public List<String> valued() {
		return List.of("keep");
	}

	@Override
	public List<String> flags() {
		return List.of("prune");
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		MigrationFiles files = project.sources();
		Journal journal = files.journal();
		List<JournalEntry> migrations = journal.migrations();
		if (arguments.has("prune")) {
			return prune(files, journal, terminal);
		}
		if (migrations.size() < 2) {
			throw new CommandException(ExitCode.USAGE, "there is nothing to sum up: %d migration%s"
				.formatted(migrations.size(), (migrations.size() == 1) ? "" : "s"));
		}
		List<JournalEntry> kept = arguments.values("keep").stream().map((text) -> Entries.find(journal, text)).toList();
		refuseDataSteps(migrations, kept, terminal);
		Schema head = journal.head();
		List<Change> changes = SchemaDiff.of(Schema.empty(), head).changes();
		JournalEntry newest = migrations.get(migrations.size() - 1);
		JournalEntry entry = new JournalEntry(Kind.BASELINE, newest.number(), "squashed", false, List.of(), changes,
				journal.adopted().ids());
		List<JournalEntry> all = new ArrayList<>(journal.entries());
		all.add(all.indexOf(newest) + 1, entry);
		// what commits in between does so here as well
		Form form = kept.stream().anyMatch(files::runsApart) ? Form.SQL_APART : Form.SQL;
		String text = schema(head, changes) + carried(files, journal) + steps(files, kept);
		files.write(journal.with(all), List.of(new NewMigration(entry, form, text, "")));
		terminal.say("  %s.sql   sums up %d migrations; empty databases run it instead of them".formatted(entry.title(),
				migrations.size()));
		return ExitCode.FINE;
	}

	/** Delete what the newest baseline sums up. */
	private static ExitCode prune(MigrationFiles files, Journal journal, Terminal terminal) {
		JournalEntry baseline = journal.entries()
			.stream()
			.filter((entry) -> entry.kind() == Kind.BASELINE)
			.reduce((first, second) -> second)
			.orElseThrow(() -> new CommandException(ExitCode.USAGE, "there is no baseline yet: squash first"));
		List<JournalEntry> gone = journal.entries()
			.subList(0, journal.entries().indexOf(baseline))
			.stream()
			.filter((entry) -> entry.version() != null)
			.toList();
		List<JournalEntry> left = new ArrayList<>(journal.entries());
		left.removeAll(gone);
		files.write(journal.with(left));
		gone.forEach(files::delete);
		terminal.say("  %d migrations are gone; %s has it all".formatted(gone.size(), baseline));
		terminal.say("  databases that ran them: %s, or spring.flyway.ignore-migration-patterns=*:missing"
			.formatted(terminal.command("migrate --prune")));
		return ExitCode.FINE;
	}

	/**
	 * What changes rows only is in no schema: it is kept by name, or marked as not
	 * needed.
	 */
	private static void refuseDataSteps(List<JournalEntry> migrations, List<JournalEntry> kept, Terminal terminal) {
		List<String> left = migrations.stream()
			.filter((entry) -> entry.changes().isEmpty() && !entry.elidable() && !kept.contains(entry))
			.map(JournalEntry::title)
			.toList();
		if (!left.isEmpty()) {
			throw new CommandException(ExitCode.USAGE,
					"%s change rows, which an empty database may need too.  keep them: %s   leave them out: write 'elidable' after their titles in the journal"
						.formatted(String.join(", ", left), terminal.option("keep", String.join(";", left))));
		}
	}

	/**
	 * The steps that an older baseline has kept, of files that are gone: nobody else has
	 * them.
	 */
	private static String carried(MigrationFiles files, Journal journal) {
		String older = journal.entries()
			.stream()
			.filter((entry) -> entry.kind() == Kind.BASELINE)
			.reduce((first, second) -> second)
			.flatMap(files::forward)
			.orElse("");
		Set<String> there = journal.migrations().stream().map(JournalEntry::title).collect(Collectors.toSet());
		StringBuilder carried = new StringBuilder();
		for (String step : older.split("(?m)^(?=-- V\\S+__\\S+$)")) {
			Matcher title = STEP.matcher(step);
			if (title.find() && !there.contains(title.group(1))) {
				carried.append(step);
			}
		}
		return carried.toString();
	}

	private static String schema(Schema head, List<Change> changes) {
		return new DdlWriter(false).create(head, changes)
			.stream()
			.map((statement) -> statement + ";\n")
			.collect(Collectors.joining());
	}

	private static String steps(MigrationFiles files, List<JournalEntry> kept) {
		return kept.stream()
			.map((entry) -> "-- " + entry.title() + "\n" + files.forward(entry)
				.orElseThrow(() -> new CommandException(ExitCode.USAGE,
						"%s is code in Java, which a baseline cannot run.  write what an empty database needs of it in SQL (makemigrations --empty) and keep that, and 'elidable' after the title of %s"
							.formatted(entry, entry))))
			.collect(Collectors.joining());
	}

}
