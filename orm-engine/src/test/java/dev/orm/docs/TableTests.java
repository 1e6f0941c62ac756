package dev.orm.docs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.orm.Manager;
import dev.orm.catalogue.Catalogue;
import dev.orm.catalogue.Entry;
import dev.orm.catalogue.LookupCatalogue;
import dev.orm.catalogue.LookupSample;
import dev.orm.catalogue.Sample;
import dev.orm.catalogue.SampleDatabase;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tables of functions, aggregates and lookups are those of the registries, with the
 * SQL they become and the value it has. With {@code -Dsnippets.update=true} the pages are
 * rewritten instead.
 */
class TableTests {

	@RegisterExtension
	static final TestDatabase database = SampleDatabase.create();

	private static final Project PROJECT = Project.here();

	private static final Pattern MARK = Pattern.compile("<!-- table: (\\w+) -->");

	/** The columns whose lookups others have, too, or that are of a type of their own. */
	private static final List<String> LOOKUPS = List.of("title", "count", "day", "at", "moment", "document", "words",
			"span", "labels", "vector");

	private static final Map<String, List<String>> TABLES = tables();

	static List<String> pages() {
		return PROJECT.pages();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void theTablesOfAPageAreThoseOfTheRegistries(String path) {
		Page page = PROJECT.page(path);
		Page expected = withTables(page);
		if (Boolean.getBoolean("snippets.update") && !expected.equals(page)) {
			PROJECT.write(expected);
			return;
		}
		assertThat(page.lines()).as("%s is stale; -Dsnippets.update=true on the build rewrites it", path)
			.containsExactlyElementsOf(expected.lines());
	}

	@Test
	void everyTableIsOnAPage() {
		List<String> shown = pages().stream()
			.flatMap((path) -> PROJECT.page(path).lines().stream())
			.map(MARK::matcher)
			.filter(Matcher::matches)
			.map((mark) -> mark.group(1))
			.sorted()
			.toList();
		assertThat(shown).containsExactlyElementsOf(TABLES.keySet());
	}

	private static Page withTables(Page page) {
		List<String> result = new ArrayList<>();
		List<String> lines = page.lines();
		for (int i = 0; i < lines.size(); i++) {
			result.add(lines.get(i));
			Matcher mark = MARK.matcher(lines.get(i));
			if (mark.matches()) {
				result.addAll(TABLES.getOrDefault(mark.group(1), List.of("Unknown table " + mark.group(1))));
				while (i + 1 < lines.size() && lines.get(i + 1).startsWith("|")) {
					i++;
				}
			}
		}
		return new Page(page.name(), result);
	}

	private static Map<String, List<String>> tables() {
		Manager<Sample> samples = SampleDatabase.open(database);
		Catalogue catalogue = new Catalogue(samples);
		Map<String, List<String>> tables = new TreeMap<>();
		for (Entry entry : Stream.concat(Catalogue.functions().stream(), Catalogue.aggregates().stream()).toList()) {
			tables
				.computeIfAbsent(entry.topic(),
						(topic) -> new ArrayList<>(List.of("| name | Java | SQL | value |", "|---|---|---|---|")))
				.add(catalogue.row(entry));
		}
		LOOKUPS.forEach((column) -> tables.put(column, lookups(samples, column)));
		return tables;
	}

	private static List<String> lookups(Manager<Sample> samples, String column) {
		Stream<String> rows = LookupCatalogue.samples(column)
			.stream()
			.filter((sample) -> column.equals("title") || LookupCatalogue.isSpecific(sample))
			.sorted(Comparator.comparing(LookupSample::name))
			.map((sample) -> LookupCatalogue.row(samples, sample));
		return Stream.concat(Stream.of("| path | SQL |", "|---|---|"), rows).toList();
	}

}
