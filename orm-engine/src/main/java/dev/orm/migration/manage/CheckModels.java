package dev.orm.migration.manage;

import java.util.List;
import java.util.Map;

import dev.orm.journal.Journal;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.detect.Questions;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.model.ModelSchema;

/** Looks whether models, journal and files tell one story. */
final class CheckModels implements Command {

	@Override
	public String name() {
		return "check";
	}

	@Override
	public String summary() {
		return "looks whether models, journal and files tell one story";
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		Journal journal = project.sources().journal();
		List<String> problems = project.sources().problems();
		problems.forEach(terminal::say);
		for (String missing : missingUndo(project, journal)) {
			terminal.say("warn " + missing);
		}
		Difference difference = SchemaDiff.of(journal.target(), ModelSchema.of(project.models().get()), Map.of(),
				Questions.none());
		if (!difference.isEmpty()) {
			terminal.say("models and journal differ:");
			difference.changes().forEach((change) -> terminal.say(change.describe().indent(2).stripTrailing()));
			terminal.say("run  " + terminal.command("makemigrations"));
		}
		if (!problems.isEmpty()) {
			return ExitCode.CONFLICT;
		}
		return difference.isEmpty() ? fine(journal, terminal) : ExitCode.TO_DO;
	}

	private static ExitCode fine(Journal journal, Terminal terminal) {
		terminal.say("models, journal and files agree: %d migrations, %d objects".formatted(journal.migrations().size(),
				journal.target().objects().size()));
		return ExitCode.FINE;
	}

	private static List<String> missingUndo(Project project, Journal journal) {
		return journal.migrations()
			.stream()
			.filter((entry) -> project.sources().forward(entry).isPresent() && project.sources().undo(entry).isEmpty())
			.map((entry) -> "data-irreversible: %s has no undo.  fix: write %s, empty if there is nothing to undo"
				.formatted(entry, project.sources().undoFile(entry)))
			.toList();
	}

}
