package dev.orm.migration.manage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.orm.check.ModelChecks;
import dev.orm.check.Problem;
import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.files.SharedBranch;
import dev.orm.migration.lint.Finding;
import dev.orm.migration.lint.LintedJournal;
import dev.orm.migration.model.SchemaStamp;
import org.jspecify.annotations.Nullable;

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
	public List<String> valued() {
		return List.of("stamp");
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		Journal journal = project.sources().journal();
		List<String> problems = project.sources().problems();
		problems.forEach(terminal::say);
		for (String missing : missingUndo(project, journal)) {
			terminal.say("warn " + missing);
		}
		ModelRegistry models = project.models().get();
		boolean works = works(project, models, terminal);
		Difference difference = project.toModels(journal.target(), journal.adopted());
		boolean agree = problems.isEmpty() && difference.isEmpty();
		if (project.alias().equals(Project.DEFAULT)) {
			arguments.value("stamp").ifPresent((file) -> stamp(Path.of(file), project, agree ? models : null));
		}
		if (!difference.isEmpty()) {
			terminal.say("models and journal differ:");
			difference.changes().forEach((change) -> terminal.say(change.describe().indent(2).stripTrailing()));
			terminal.say("run  " + terminal.command("makemigrations") + (journal.entries().isEmpty()
					? "   or, where a database has these tables already,  " + terminal.command("adopt") : ""));
		}
		if (!problems.isEmpty() || !works) {
			return ExitCode.CONFLICT;
		}
		if (!difference.isEmpty()) {
			return ExitCode.TO_DO;
		}
		return isHarmless(project, journal, terminal) ? fine(journal, terminal) : ExitCode.LINT;
	}

	private static boolean isHarmless(Project project, Journal journal, Terminal terminal) {
		LintedJournal linted = new LintedJournal(journal, (entry, before) -> Lint.find(project, entry, before));
		Map<JournalEntry, List<Finding>> findings = linted.findings();
		linted.unused(findings, (entry) -> isShared(project, entry))
			.forEach((finding) -> terminal.say(Lint.line(finding, terminal)));
		List<Finding> errors = linted.errors(findings);
		errors.forEach((finding) -> terminal.say(Lint.line(finding, terminal)));
		if (!errors.isEmpty()) {
			terminal.say("  silence one by a line  -- orm:allow RULE because …  above its statement, or"
					+ "  # orm:allow RULE because …  above its title in the journal, where the file ran already");
		}
		return errors.isEmpty();
	}

	/** Whether others may have run its file, which must not change then. */
	private static boolean isShared(Project project, JournalEntry entry) {
		return SharedBranch.of(project.sources().root()).filter((branch) -> branch.has(entry)).isPresent();
	}

	/** Say what is odd about the models, once for all databases. */
	private static boolean works(Project project, ModelRegistry models, Terminal terminal) {
		if (!project.alias().equals(Project.DEFAULT)) {
			return true;
		}
		List<Problem> odd = ModelChecks.standard().run(models);
		odd.forEach((problem) -> terminal.say((problem.isError() ? "error " : "warn ") + problem.text()));
		return odd.stream().noneMatch(Problem::isError);
	}

	/**
	 * Say in the build's output that all was compared, so that a start need not do so.
	 */
	private static void stamp(Path file, Project project, @Nullable ModelRegistry models) {
		Optional<SchemaStamp> stamp = Optional.ofNullable(models)
			.flatMap((known) -> SchemaStamp.ofAgreeing(known, Thread.currentThread().getContextClassLoader(),
					project.sources().journalText()));
		try {
			if (stamp.isPresent()) {
				Files.createDirectories(file.toAbsolutePath().getParent());
				Files.writeString(file, stamp.get().text());
			}
			else {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + file, ex);
		}
	}

	private static ExitCode fine(Journal journal, Terminal terminal) {
		terminal.say("models, journal and files agree: %d migrations, %d objects".formatted(journal.migrations().size(),
				journal.target().objects().size()));
		return ExitCode.FINE;
	}

	private static List<String> missingUndo(Project project, Journal journal) {
		return journal.migrations()
			.stream()
			.filter((entry) -> Lint.lacksUndo(project, entry))
			.map((entry) -> "data-irreversible: %s has no undo.  fix: write %s, empty if there is nothing to undo"
				.formatted(entry, project.sources().undoFile(entry)))
			.toList();
	}

}
