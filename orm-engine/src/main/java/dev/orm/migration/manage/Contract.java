package dev.orm.migration.manage;

import java.util.ArrayList;
import java.util.List;

import dev.orm.error.detail.UnknownName;
import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.CommandException;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.files.MigrationFiles;

/**
 * Releases a step that waited until no version of the application uses what it takes
 * away: it becomes the newest migration.
 */
final class Contract implements Command {

	@Override
	public String name() {
		return "contract";
	}

	@Override
	public String summary() {
		return "releases a step that waits in db/pending";
	}

	@Override
	public List<String> valued() {
		return List.of("name");
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		MigrationFiles files = project.sources();
		Journal journal = files.journal();
		JournalEntry waiting = find(journal, arguments.word(0).or(() -> arguments.value("name")).orElse(""));
		JournalEntry released = JournalEntry.migration(files.next(), waiting.name(), waiting.changes());
		List<JournalEntry> others = new ArrayList<>(journal.entries());
		others.remove(waiting);
		Journal after = journal.with(others).append(released);
		files.move(waiting, released);
		files.write(after);
		terminal.say("  %s.sql".formatted(released.title()));
		Lint.find(project, released, journal.head())
			.forEach((finding) -> terminal.say("  " + Lint.line(finding, terminal)));
		return ExitCode.FINE;
	}

	private static JournalEntry find(Journal journal, String name) {
		List<JournalEntry> waiting = journal.waiting();
		if (name.isEmpty() && waiting.isEmpty()) {
			throw new CommandException(ExitCode.USAGE, "no step waits for its release");
		}
		return waiting.stream()
			.filter((entry) -> entry.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new CommandException(ExitCode.USAGE,
					(name.isEmpty() ? "which step that waits?" : "no step '%s' waits.").formatted(name),
					UnknownName.of("", name, waiting.stream().map(JournalEntry::name).toList())));
	}

}
