package dev.orm.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules that compiled classes do not show.
 */
class SourceRuleTests {

	private static final Path SOURCES = Path.of("src/main/java/dev/orm");

	/** The lines of a journal are a language of their own, with other escapes. */
	@Test
	void identifiersAreQuotedByTheDialect() throws IOException {
		String doubled = "replace(\"\\\"\", \"\\\"\\\"\")";
		assertThat(filesWith(doubled)).containsExactlyInAnyOrder("dialect/IdentifierQuoting.java",
				"schema/FactNames.java");
	}

	private static List<String> filesWith(String text) throws IOException {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			return files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> read(file).contains(text))
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
