package dev.orm.migration.manage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.orm.migration.lint.Finding;
import dev.orm.migration.lint.LintedMigration;
import dev.orm.migration.lint.Linter;
import dev.orm.migration.lint.Severity;
import dev.orm.schema.Change;
import dev.orm.schema.Journal;
import dev.orm.schema.JournalEntry;
import dev.orm.schema.Schema;

/** Says what migrations do to an application that runs. */
final class Lint implements Command {

	@Override
	public String name() {
		return "lint";
	}

	@Override
	public String summary() {
		return "says what a migration does to an application that runs";
	}

	@Override
	public List<String> valued() {
		return List.of("to");
	}

	@Override
	public List<String> flags() {
		return List.of("all");
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		Journal journal = project.sources().journal();
		List<JournalEntry> migrations = journal.migrations();
		if (migrations.isEmpty()) {
			throw new CommandException(ExitCode.USAGE, "there is no migration to look at");
		}
		JournalEntry wanted = arguments.word(0)
			.or(() -> arguments.value("to"))
			.map((text) -> Entries.find(journal, text))
			.orElse(migrations.get(migrations.size() - 1));
		List<Finding> findings = new ArrayList<>();
		Schema before = Schema.empty();
		for (JournalEntry entry : migrations) {
			if (arguments.has("all") || entry.equals(wanted)) {
				List<Finding> found = Linter.standard().lint(linted(project, entry, before));
				found.forEach((finding) -> terminal.say("  " + entry + "  " + finding));
				findings.addAll(found);
			}
			before = journal.at(entry.number());
		}
		if (findings.isEmpty()) {
			terminal.say("  nothing found");
		}
		boolean errors = findings.stream().anyMatch((finding) -> finding.severity() == Severity.ERROR);
		return errors ? ExitCode.LINT : ExitCode.FINE;
	}

	private static LintedMigration linted(Project project, JournalEntry entry, Schema before) {
		String java = project.sources().java(entry).orElse("");
		Set<String> models = java.isEmpty() ? Set.of()
				: project.models()
					.get()
					.models()
					.stream()
					.filter((model) -> !model.autoCreated())
					.map((model) -> model.javaType().getName().replace('$', '.'))
					.collect(Collectors.toSet());
		return new LintedMigration(entry.title(), before, entry.changes(), project.sources().forward(entry).orElse(""),
				java, models);
	}

	static List<Finding> find(String title, Schema before, List<Change> changes, String sql) {
		return Linter.standard().lint(new LintedMigration(title, before, changes, sql));
	}

}
