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

	private static final Pattern CLAUSE = Pattern.compile(
			"\"(\"\")?\\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|FROM|WHERE|RETURNING|ON CONFLICT|GROUP BY|HAVING|SET"
					+ "|EXPLAIN|LOCK|TRUNCATE|CREATE|ALTER|DROP|COMMENT ON) ");

	/** A clause behind other words of a text. */
	private static final Pattern INNER_CLAUSE = Pattern.compile(
			"\"(?:[^\"\\\\\n]|\\\\.)*[ (](SELECT|INSERT INTO|DELETE FROM|FROM|WHERE|RETURNING|ON CONFLICT|GROUP BY|HAVING) ");

	/** Decision 69 says why. */
	private static final List<String> ROOMS_OF_TEXT = List.of("render/", "migration/ddl/", "migration/apply/",
			"migration/inspect/");

	/** The lines of a journal are a language of their own, with other escapes. */
	@Test
	void identifiersAreQuotedByTheDialect() throws IOException {
		String doubled = "replace(\"\\\"\", \"\\\"\\\"\")";
		assertThat(filesWith(doubled)).containsExactlyInAnyOrder("dialect/IdentifierQuoting.java",
				"schema/FactNames.java");
	}

	/**
	 * What a query or a write says is a tree until it is rendered. Migrations are texts
	 * by nature; what else is text says why in decision 69.
	 */
	@Test
	void clausesAreWrittenByTheRenderer() throws IOException {
		assertThat(filesWith(SourceRuleTests::holdsClause).stream()
			.filter((file) -> ROOMS_OF_TEXT.stream().noneMatch(file::startsWith)))
			.containsExactlyInAnyOrder("cluster/wal/ServerQuestions.java", "load/Explain.java",
					// EXTRACT(field FROM value) is a call
					"function/ExtractFunctions.java",
					// what it advises to write
					"migration/lint/StandardRules.java");
	}

	/** A rule that finds nothing where there is text has gone blind. */
	@Test
	void theRuleSeesTextsWhereverTheyBegin() throws IOException {
		assertThat(ROOMS_OF_TEXT).allSatisfy((room) -> assertThat(filesWith(SourceRuleTests::holdsClause)).as(room)
			.anyMatch((file) -> file.startsWith(room)));
		assertThat(List.of("\"SELECT 1\"", "\" WHERE \"", "\"\"\"\n\t\t\tSELECT 1", "\"EXPLAIN (\"", "\"DROP TABLE \"",
				"\"ARRAY(SELECT {} FROM UNNEST({}) AS \\\"members\\\")\"", "\"ARRAY[] FROM \\\"t\\\" WHERE \""))
			.allMatch(SourceRuleTests::holdsClause);
	}

	private static boolean holdsClause(String source) {
		return CLAUSE.matcher(source).find() || source.lines()
			.filter((line) -> !line.strip().startsWith("*") && !line.strip().startsWith("/"))
			.anyMatch((line) -> INNER_CLAUSE.matcher(line).find());
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
