package dev.orm.migration.manage;

import java.util.List;

import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.CommandException;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.schema.Change;
import dev.orm.schema.Schema;

/** Compares a database with what the journal says of its version. */
final class Drift implements Command {

	@Override
	public String name() {
		return "drift";
	}

	@Override
	public String summary() {
		return "compares the database with the journal";
	}

	@Override
	public List<String> flags() {
		return List.of("sql");
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		Migrator migrator = project.database();
		if (!migrator.hasJournal()) {
			throw new CommandException(ExitCode.USAGE, "there is no journal beside the migrations");
		}
		Schema expected = migrator.journal().at(migrator.version());
		Schema found = migrator.read(expected);
		Difference difference = SchemaDiff.of(found, expected);
		if (arguments.has("sql") && !difference.isEmpty()) {
			terminal.say(new DdlWriter(false).write(found, difference.changes(), difference.fills())
				.forwardText()
				.stripTrailing());
			return ExitCode.TO_DO;
		}
		if (!difference.isEmpty()) {
			terminal.say("  %s at V%s:".formatted(project.alias(), migrator.version()));
		}
		report(difference, terminal);
		if (!difference.isEmpty()) {
			terminal.say("  write it down: record %s     put it back: drift %s"
				.formatted(terminal.option("from-database", ""), terminal.option("sql", "")));
		}
		return difference.isEmpty() ? ExitCode.FINE : ExitCode.TO_DO;
	}

	/** Say what the database lacks, has too much, or has otherwise. */
	static void report(Difference difference, Terminal terminal) {
		if (difference.isEmpty()) {
			terminal.say("  drift: none");
			return;
		}
		for (Change change : difference.changes()) {
			if (change instanceof Change.Add added) {
				terminal.say("  - " + added.object().line() + "   (missing)");
			}
			else if (change instanceof Change.Remove removed) {
				terminal.say("  + " + removed.object().line() + "   (unknown)");
			}
			else if (change instanceof Change.Replace replaced) {
				terminal.say("  \u2260 " + replaced.before().line() + "   (expected " + replaced.after().line() + ")");
			}
			else {
				terminal.say("  " + change.describe());
			}
		}
	}

}
