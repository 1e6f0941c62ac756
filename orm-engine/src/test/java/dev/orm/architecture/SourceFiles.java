package dev.orm.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The sources of the engine. */
final class SourceFiles {

	private static final Path SOURCES = Path.of("src/main/java/dev/orm");

	private SourceFiles() {
	}

	/**
	 * Return the files whose source fulfils a rule, by their path below the root package.
	 */
	static List<String> with(Predicate<String> rule) throws IOException {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			return files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> rule.test(read(file)))
				.map((file) -> SOURCES.relativize(file).toString().replace('\\', '/'))
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
