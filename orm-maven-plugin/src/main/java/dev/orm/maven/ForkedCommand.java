package dev.orm.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A command in a process of its own. Immutable.
 *
 * @param mainClass the class that runs it
 * @param arguments its words
 */
record ForkedCommand(String mainClass, List<String> arguments) {

	/** What the command language knows; everything else a user sets is not for it. */
	private static final List<String> OPTIONS = List.of("name", "rename", "fill", "drop", "to", "check", "dry-run",
			"empty", "no-input", "online", "direct", "verbose", "verbosity", "backwards", "plan", "fake",
			"fake-initial", "accept-loss", "list", "all", "upstream", "from-models", "rows-only", "keep", "checksums",
			"java", "batches", "package", "schemas", "update", "prune", "rehearse", "scratch", "database", "schema",
			"all-schemas", "sql", "library", "directory");

	private static final String MANAGE = "dev.orm.migration.Manage";

	ForkedCommand {
		arguments = List.copyOf(arguments);
	}

	/** The options of the command language among the properties a user gave. */
	static Map<String, String> options(Properties properties) {
		Map<String, String> options = new TreeMap<>();
		for (String name : OPTIONS) {
			String value = properties.getProperty(name);
			if (value != null) {
				options.put(name, value);
			}
		}
		return options;
	}

	/** A command of files. */
	static ForkedCommand ofFiles(String command, File directory, Map<String, String> options) {
		List<String> words = new ArrayList<>(List.of(command, "--directory=" + directory));
		// where they are is a parameter of each goal
		options.forEach((name, value) -> {
			if (!name.equals("directory")) {
				words.add(word(name, value));
			}
		});
		return new ForkedCommand(MANAGE, words);
	}

	/** A command of the application's database. */
	static ForkedCommand ofApplication(String command, String mainClass, Map<String, String> options) {
		StringBuilder text = new StringBuilder(command);
		if (options.containsKey("to")) {
			text.append(' ').append(options.get("to"));
		}
		options.forEach((name, value) -> text.append(name.equals("to") ? "" : " " + word(name, value)));
		return new ForkedCommand(mainClass, List.of("--orm.command=" + text));
	}

	private static String word(String name, String value) {
		return (value.isEmpty() || value.equals("true")) ? "--" + name : "--" + name + "=" + value;
	}

	/** The words that start the process. */
	List<String> words(List<String> classPath, boolean interactive) {
		List<String> words = new ArrayList<>();
		words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		// a short run is over before the second compiler is worth it
		words.add("-XX:TieredStopAtLevel=1");
		words.add("-Dorm.maven=true");
		words.add("-Dorm.interactive=" + interactive);
		if (this.mainClass.equals(MANAGE)) {
			// without Spring Boot, Logback would log all that Flyway says
			words.add("-Dlogback.configurationFile=dev/orm/migration/logback.xml");
		}
		words.add("-cp");
		words.add(String.join(File.pathSeparator, classPath));
		words.add(this.mainClass);
		words.addAll(this.arguments);
		return words;
	}

}
