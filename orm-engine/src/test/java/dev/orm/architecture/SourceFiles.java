package dev.orm.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The sources of the engine, and of the modules beside it. */
final class SourceFiles {

	private static final Path SOURCES = Path.of("src/main/java/dev/orm");

	private SourceFiles() {
	}

	/**
	 * Return the files whose source fulfils a rule, by their path below the root package.
	 */
	static List<String> with(Predicate<String> rule) throws IOException {
		return with(rule, SOURCES, SOURCES);
	}

	/**
	 * Return the files of the libraries beside the engine, by module and path below its
	 * sources. Benchmarks write SQL to be compared with.
	 */
	static List<String> besideTheEngine(Predicate<String> rule) throws IOException {
		List<String> found = new ArrayList<>();
		try (DirectoryStream<Path> modules = Files.newDirectoryStream(Path.of(".."), "orm-*")) {
			for (Path module : modules) {
				Path sources = module.resolve("src/main/java");
				String name = module.getFileName().toString();
				if (Files.isDirectory(sources) && !name.equals("orm-engine") && !name.equals("orm-benchmarks")) {
					found.addAll(with(rule, sources, Path.of("..")));
				}
			}
		}
		return found.stream().map((file) -> file.replace("src/main/java/dev/orm/", "")).toList();
	}

	private static List<String> with(Predicate<String> rule, Path sources, Path root) throws IOException {
		try (Stream<Path> files = Files.walk(sources)) {
			return files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> rule.test(read(file)))
				.map((file) -> root.relativize(file).toString().replace('\\', '/'))
				.toList();
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
