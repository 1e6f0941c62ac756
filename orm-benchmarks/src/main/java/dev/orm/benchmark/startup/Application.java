package dev.orm.benchmark.startup;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** An application that was written and compiled, to be started in JVMs of its own. */
final class Application {

	private static final String MARK = "started ";

	private final Library library;

	private final int models;

	private final Path folder;

	private final Jars jars;

	private Application(Library library, int models, Path folder, Jars jars) {
		this.library = library;
		this.models = models;
		this.folder = folder;
		this.jars = jars;
	}

	/**
	 * Write and compile an application.
	 * @param library what it uses
	 * @param models how many models it has
	 * @param folder where to, empty
	 * @return the application
	 */
	static Application compile(Library library, int models, Path folder) {
		return compile(library, models, folder, Jars.OWN);
	}

	/**
	 * Write and compile an application that uses another version of the ORM.
	 * @param library what it uses
	 * @param models how many models it has
	 * @param folder where to, empty
	 * @param jars the version
	 * @return the application
	 */
	static Application compile(Library library, int models, Path folder, Jars jars) {
		Application application = new Application(library, models, folder, jars);
		try {
			List<Path> files = new ArrayList<>();
			Path sources = Files.createDirectories(application.beside("-sources"));
			for (ModelSources.Source source : ModelSources.of(library, models)) {
				files.add(Files.writeString(sources.resolve(source.name() + ".java"), source.text()));
			}
			application.compile(files);
			application.pack();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write an application to " + folder, ex);
		}
		return application;
	}

	/** In a JVM of its own: a compiler in this one finds the processor of the suite. */
	private void compile(List<Path> files) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "javac").toString()));
		command.addAll(options());
		files.forEach((file) -> command.add(file.toString()));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String messages = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.onExit().join().exitValue() != 0) {
			throw new IllegalStateException(this.library + " does not compile: " + messages);
		}
	}

	/** As it is deployed. */
	private void pack() {
		ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
		if (tool.run(System.out, System.err, "--create", "--file", jar(), "-C", this.folder.toString(), ".") != 0) {
			throw new IllegalStateException("Cannot pack " + this.folder);
		}
	}

	private String jar() {
		return beside(".jar").toString();
	}

	private Path beside(String ending) {
		return this.folder.resolveSibling(this.folder.getFileName() + ending);
	}

	/** Sources lie elsewhere, as in a build: Spring would list them. */
	private List<String> options() throws IOException {
		Path generated = Files.createDirectories(beside("-generated"));
		List<String> options = new ArrayList<>(List.of("-d", this.folder.toString(), "-s", generated.toString(), "-cp",
				classPath(), "-parameters", "-nowarn"));
		if (this.library == Library.ORM) {
			options.addAll(List.of("-processorpath", this.jars.replaceIn(Library.processorPath())));
		}
		else {
			options.add("-proc:none");
		}
		return options;
	}

	/**
	 * Start it once.
	 * @param url the database
	 * @return how long until it was ready
	 */
	Start start(String url) {
		ProcessBuilder command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-cp", jar() + File.pathSeparator + classPath(), "app.App", "--spring.datasource.url=" + url,
				"--spring.datasource.hikari.minimum-idle=1", "--spring.main.banner-mode=off",
				"--logging.level.root=error")
			.redirectErrorStream(true);
		try {
			Process process = command.start();
			List<String> lines;
			try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
				lines = output.lines().toList();
			}
			return lines.stream()
				.filter((line) -> line.startsWith(MARK))
				.findFirst()
				.map(this::read)
				.orElseThrow(() -> new IllegalStateException(this.library + " did not start: " + lines));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot start a JVM", ex);
		}
	}

	private String classPath() {
		return this.jars.replaceIn(this.library.classPath());
	}

	/**
	 * Run a class with the application on its class path, and wait for its end.
	 * @param mainClass a class of the application, its libraries or this suite
	 * @param arguments its arguments
	 * @return what it printed
	 */
	List<String> fork(String mainClass, String... arguments) {
		return fork(List.of(), mainClass, arguments);
	}

	/**
	 * Run a class as {@link #fork(String, String...)} does, in a JVM with options.
	 * @param options what the JVM is told
	 * @param mainClass the class
	 * @param arguments its arguments
	 * @return what it printed
	 */
	List<String> fork(List<String> options, String mainClass, String... arguments) {
		List<String> words = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		words.addAll(options);
		try {
			words.addAll(
					List.of("-cp", String.join(File.pathSeparator, jar(), classPath(), suite(mainClass)), mainClass));
			words.addAll(List.of(arguments));
			Process process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
			List<String> lines;
			try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
				lines = output.lines().toList();
			}
			if (process.waitFor() != 0) {
				throw new IllegalStateException(mainClass + " failed: " + lines);
			}
			return lines;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot start a JVM", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while " + mainClass + " ran", ex);
		}
	}

	/**
	 * The suite's own classes, for its own main classes only, without its index of
	 * models: an application beside that would not be the one that was built.
	 */
	private String suite(String mainClass) throws IOException {
		if (!mainClass.startsWith("dev.orm.benchmark.")) {
			return "";
		}
		Path copies = beside("-suite");
		if (Files.notExists(copies)) {
			copyClasses(Path.of(Application.class.getProtectionDomain().getCodeSource().getLocation().getPath()),
					copies);
		}
		return copies + File.pathSeparator + Library.flyway();
	}

	private static void copyClasses(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".class")).toList()) {
				Path copy = to.resolve(from.relativize(file));
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy);
			}
		}
	}

	private Start read(String line) {
		String[] parts = line.split(" ", -1);
		int expected = (this.library == Library.NONE) ? 1 : this.models;
		if (Integer.parseInt(parts[2]) != expected) {
			throw new IllegalStateException(this.library + " has " + parts[2] + " beans, not " + expected);
		}
		return new Start(Long.parseLong(parts[1]), Long.parseLong(parts[3]), Integer.parseInt(parts[4]),
				Integer.parseInt(parts[5]));
	}

	/**
	 * A start.
	 *
	 * @param millis how long it took, in milliseconds since the JVM started
	 * @param cpuMillis how long the main thread had a processor, in milliseconds
	 * @param classes how many classes were loaded
	 * @param definitions how many definitions of beans there were
	 */
	record Start(long millis, long cpuMillis, int classes, int definitions) {

	}

}
