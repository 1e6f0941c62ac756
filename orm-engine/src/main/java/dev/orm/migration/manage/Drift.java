package dev.orm.migration.manage;

import dev.orm.migration.apply.Migrator;
import dev.orm.migration.detect.Difference;
import dev.orm.schema.Change;

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
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		Migrator migrator = project.database();
		if (!migrator.hasJournal()) {
			throw new CommandException(ExitCode.USAGE, "there is no journal beside the migrations");
		}
		Difference difference = migrator.drift();
		report(difference, terminal);
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
