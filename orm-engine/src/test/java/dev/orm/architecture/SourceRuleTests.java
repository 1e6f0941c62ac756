package dev.orm.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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

	/**
	 * What a query or a write says is a tree until it is rendered. Migrations are texts
	 * by nature; a setting of the session has no other form.
	 */
	@Test
	void clausesAreWrittenByTheRenderer() throws IOException {
		Pattern clause = Pattern.compile(
				"\" ?(SELECT|INSERT INTO|UPDATE|DELETE FROM|FROM|WHERE|RETURNING|ON CONFLICT|GROUP BY|HAVING|SET) ");
		assertThat(filesWith((text) -> clause.matcher(text).find()).stream()
			.filter((file) -> !file.startsWith("render/") && !file.startsWith("migration/")))
			.containsExactlyInAnyOrder("execute/StatementRunner.java", "execute/settings/SettingsStatement.java");
	}

	private static List<String> filesWith(String text) throws IOException {
		return filesWith((file) -> file.contains(text));
	}

	private static List<String> filesWith(Predicate<String> rule) throws IOException {
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
