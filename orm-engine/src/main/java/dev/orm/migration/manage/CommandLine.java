package dev.orm.migration.manage;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.UnknownName;
import dev.orm.journal.JournalException;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.CommandException;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.detect.UnknownChangeException;
import dev.orm.migration.problem.MigrationException;
import dev.orm.schema.FactException;

/** Runs commands by their names. Immutable. */
public final class CommandLine {

	private static final List<Command> COMMANDS = List.of(new MakeMigrations(), new CheckModels(), new SqlMigrate(),
			new Migrate(), new ShowMigrations(), new Drift(), new Rebase(), new Discard(), new RecordEntry(),
			new Lint(), new Squash(), new Adopt(), new Repair(), new InspectDatabase(), new Contract(), new Revert(),
			new Verify());

	private final Project project;

	private final Terminal terminal;

	/**
	 * Create a command line.
	 * @param project what commands work on
	 * @param terminal where they speak and ask
	 */
	public CommandLine(Project project, Terminal terminal) {
		this.project = project;
		this.terminal = terminal;
	}

	/**
	 * Run a command.
	 * @param words its name, then its arguments and options
	 * @return what the shell is told
	 */
	public ExitCode run(List<String> words) {
		try {
			Command command = command(words);
			Arguments arguments = Arguments.parse(words.subList(1, words.size()), command.valued(), command.flags());
			return command.run(arguments, this.project, this.terminal);
		}
		catch (CommandException ex) {
			this.terminal.say(text(ex));
			return ex.exitCode();
		}
		catch (JournalException | FactException ex) {
			this.terminal.say("conflict: " + text(ex));
			return ExitCode.CONFLICT;
		}
		catch (MigrationException | ModelDefinitionException | UnknownChangeException ex) {
			this.terminal.say(text(ex));
			return ExitCode.USAGE;
		}
		catch (UncheckedIOException ex) {
			this.terminal.say("%s: %s".formatted(text(ex), ex.getCause()));
			return ExitCode.USAGE;
		}
	}

	private static String text(RuntimeException ex) {
		return Optional.ofNullable(ex.getMessage()).orElse(ex.toString());
	}

	private static Command command(List<String> words) {
		String name = words.isEmpty() ? "help" : words.get(0);
		return COMMANDS.stream()
			.filter((command) -> command.name().equals(name))
			.findFirst()
			.orElseThrow(() -> name.equals("help") ? new CommandException(ExitCode.USAGE, usage()) : unknown(name));
	}

	private static String usage() {
		return "Commands:\n" + COMMANDS.stream()
			.map((command) -> "  %-16s %s".formatted(command.name(), command.summary()))
			.collect(Collectors.joining("\n"));
	}

	private static CommandException unknown(String name) {
		return new CommandException(ExitCode.USAGE, "Unknown command '%s'.".formatted(name),
				UnknownName.of("", name, COMMANDS.stream().map(Command::name).toList()), "\n" + usage());
	}

}
