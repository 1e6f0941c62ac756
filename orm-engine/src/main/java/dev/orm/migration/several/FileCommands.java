package dev.orm.migration.several;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import dev.orm.meta.EntityModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.index.ModelLibraries;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.manage.CommandLine;
import dev.orm.migration.manage.Project;

/**
 * Runs commands on the files of an application's databases: those of the one that
 * {@code --database} names, or of all where a command may speak of all. Immutable.
 */
public final class FileCommands {

	/** Commands that look at the models of all databases. */
	private static final Set<String> OF_ALL = Set.of("makemigrations", "check");

	private final Path root;

	private final Supplier<ModelRegistry> models;

	/**
	 * Create it.
	 * @param root the folder of the default database's migrations; those of the database
	 * {@code archive} are in the folder of that name below
	 * @param models the application's models, linked when they are asked for
	 */
	public FileCommands(Path root, Supplier<ModelRegistry> models) {
		this.root = root;
		this.models = new Linked(models);
	}

	/**
	 * Run a command.
	 * @param words its name, then its arguments and options
	 * @param terminal where it speaks and asks
	 * @return what the shell is told; of several databases the worst
	 */
	public ExitCode run(List<String> words, Terminal terminal) {
		List<String> rest = new ArrayList<>(words);
		Optional<String> named = Arguments.take(rest, "database");
		Optional<String> library = Arguments.take(rest, "library");
		if (library.isPresent()) {
			return ofLibrary(library.get(), rest, terminal);
		}
		if (named.isPresent()) {
			return run(named.get(), rest, terminal);
		}
		boolean all = !rest.isEmpty() && OF_ALL.contains(rest.get(0)) && !rest.contains("--empty");
		List<String> databases = all ? databases() : List.of(Project.DEFAULT);
		ExitCode worst = ExitCode.FINE;
		for (String database : databases) {
			if (databases.size() > 1) {
				terminal.say(database + ":");
			}
			ExitCode code = run(database, rest, terminal);
			worst = (code.code() > worst.code()) ? code : worst;
		}
		return worst;
	}

	private ExitCode run(String database, List<String> words, Terminal terminal) {
		if (!isName(database, "alias of a database", terminal)) {
			return ExitCode.USAGE;
		}
		Project project = Project.ofFiles(new MigrationFiles(folder(database)), this.models).of(database);
		return new CommandLine(project, terminal).run(words);
	}

	/** A library has its migrations beside the index of its models. */
	private ExitCode ofLibrary(String name, List<String> words, Terminal terminal) {
		if (!isName(name, "name of a library", terminal)) {
			return ExitCode.USAGE;
		}
		Path folder = this.root.resolveSibling(ModelLibraries.FOLDER).resolve(name);
		ExitCode code = new CommandLine(Project.ofFiles(new MigrationFiles(folder), this.models).ofLibrary(name),
				terminal)
			.run(words);
		Path marker = this.root.resolveSibling(ModelLibraries.LOCATION);
		if (Files.isDirectory(folder) && !Files.exists(marker)) {
			write(marker, name + "\n");
			terminal.say("  %s   says that the models of this jar have migrations of their own".formatted(marker));
		}
		return code;
	}

	private static void write(Path file, String text) {
		try {
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + file, ex);
		}
	}

	private static boolean isName(String name, String what, Terminal terminal) {
		if (name.matches("[a-z][a-z0-9-]*")) {
			return true;
		}
		terminal.say("'%s' is no %s: small letters, digits and '-', a letter first".formatted(name, what));
		return false;
	}

	private Path folder(String database) {
		return database.equals(Project.DEFAULT) ? this.root : this.root.resolve(database);
	}

	/** Those that models live in, and the default one where it has a history. */
	private List<String> databases() {
		Set<String> aliases = new TreeSet<>();
		this.models.get()
			.models()
			.stream()
			.filter((model) -> model.concrete() == model && model.managed())
			.map(EntityModel::database)
			.forEach(aliases::add);
		boolean first = aliases.remove(Project.DEFAULT) || aliases.isEmpty()
				|| Files.exists(new MigrationFiles(this.root).journalFile());
		List<String> databases = new ArrayList<>(first ? List.of(Project.DEFAULT) : List.of());
		databases.addAll(aliases);
		return databases;
	}

	/** Models that are linked once. */
	private static final class Linked implements Supplier<ModelRegistry> {

		private final Supplier<ModelRegistry> source;

		private Optional<ModelRegistry> linked = Optional.empty();

		private Linked(Supplier<ModelRegistry> source) {
			this.source = source;
		}

		@Override
		public synchronized ModelRegistry get() {
			if (this.linked.isEmpty()) {
				this.linked = Optional.of(this.source.get());
			}
			return this.linked.get();
		}

	}

}
