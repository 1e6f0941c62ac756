package dev.orm.migration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.orm.meta.ModelRegistry;
import dev.orm.migration.command.StreamTerminal;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.model.OfflineModels;
import dev.orm.migration.several.FileCommands;

/**
 * The commands that need no database, as a program: Django's {@code manage.py} for
 * {@code makemigrations} and its kin. It needs the application's classes on its class
 * path, compiled by the annotation processor, and neither Spring nor a database.
 * <p>
 * {@code --directory=src/main/resources/db} says where migrations are,
 * {@code --database=archive} which database they are of.
 */
public final class Manage {

	private static final String DIRECTORY = "--directory=";

	private Manage() {
	}

	/**
	 * Run a command and exit with its code.
	 * @param words the command, its arguments and options
	 */
	public static void main(String[] words) {
		System.exit(run(List.of(words), StreamTerminal.ofProcess(true)));
	}

	/**
	 * Run a command.
	 * @param words the command, its arguments and options
	 * @param terminal where it speaks and asks
	 * @return the exit code: 0 fine, 1 something to do, 2 usage, 3 a question nobody can
	 * answer, 4 a rule of the linter, 5 a conflict
	 */
	public static int run(List<String> words, Terminal terminal) {
		List<String> rest = new ArrayList<>(words);
		String directory = rest.stream()
			.filter((word) -> word.startsWith(DIRECTORY))
			.map((word) -> word.substring(DIRECTORY.length()))
			.findFirst()
			.orElse("src/main/resources/db");
		rest.removeIf((word) -> word.startsWith(DIRECTORY));
		return new FileCommands(Path.of(directory), Manage::models).run(rest, terminal).code();
	}

	private static ModelRegistry models() {
		return OfflineModels.load(Thread.currentThread().getContextClassLoader());
	}

}
