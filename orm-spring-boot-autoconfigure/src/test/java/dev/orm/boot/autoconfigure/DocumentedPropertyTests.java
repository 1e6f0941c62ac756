package dev.orm.boot.autoconfigure;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.boot.databases.DatabaseProperties;
import dev.orm.boot.databases.ReplicaProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;

import static org.assertj.core.api.Assertions.assertThat;

/** The keys that the pages list are those that editors know, and the other way round. */
class DocumentedPropertyTests {

	private static final Pattern KEY = Pattern.compile("`([a-z<>.*-]+)`");

	/** A line of the tables of checks. */
	private static final Pattern CHECK = Pattern.compile("\\| `([a-z-]+)` \\| .* \\| (error|warning) \\|");

	private static final String DATABASE = "orm.databases.<alias>";

	/** Keys of tests, which the module of tests has. */
	private static final String OF_TESTS = "orm.test.";

	@ParameterizedTest
	@ValueSource(strings = { "reference/configuration.md", "reference/migrations.md", "how-to/replicas.md" })
	void whatPagesListIsThere(String page) throws IOException {
		Set<String> listed = listed(page);
		assertThat(listed).isNotEmpty();
		assertThat(known()).containsAll(listed);
	}

	@Test
	void whatIsThereIsListedAndDescribed() throws IOException {
		Set<String> listed = listed("reference/configuration.md");
		listed.addAll(listed("reference/migrations.md"));
		listed.addAll(listed("how-to/replicas.md"));
		assertThat(listed).containsAll(known().stream()
			.filter((key) -> key.startsWith("orm.") && !key.startsWith(DATABASE) && !key.equals("orm.databases"))
			.toList());
		for (JsonNode property : properties()) {
			assertThat(property.path("description").asString("")).as(property.path("name").asString()).isNotEmpty();
		}
	}

	@Test
	void hintsAreForKeysThatAreThere() throws IOException {
		List<JsonNode> hints = read("hints");
		assertThat(hints).isNotEmpty();
		for (JsonNode hint : hints) {
			assertThat(known()).contains(hint.path("name").asString().replaceFirst("\\.(keys|values)$", ""));
			for (JsonNode value : hint.path("values")) {
				assertThat(value.path("description").asString("")).as(value.toString()).isNotEmpty();
			}
		}
	}

	@Test
	void onlyChecksOfThePageAreHinted() throws IOException {
		List<String> hinted = new ArrayList<>();
		for (JsonNode hint : read("hints")) {
			if (hint.path("name").asString().equals("orm.checks.silence")) {
				hint.path("values").forEach((value) -> hinted.add(value.path("value").asString()));
			}
		}
		List<String> listed = new ArrayList<>();
		for (String line : Files.readAllLines(Path.of("..", "docs", "reference", "checks.md"))) {
			Matcher check = CHECK.matcher(line);
			if (check.matches()) {
				listed.add(check.group(1));
			}
		}
		assertThat(hinted).isNotEmpty().isSubsetOf(listed);
	}

	@Test
	void whatHasADefaultSaysSo() throws IOException {
		for (JsonNode property : properties()) {
			String type = property.path("type").asString();
			boolean mayBeNothing = type.startsWith("java.util.")
					|| property.path("name").asString().equals("orm.command");
			// a default that depends on the class path is told in words
			boolean told = property.has("defaultValue")
					|| property.path("description").asString().contains("By default");
			assertThat(mayBeNothing || told).as(property.path("name").asString()).isTrue();
		}
	}

	/** The keys in the first column of tables; one with a dot in front is a sibling. */
	private static Set<String> listed(String page) throws IOException {
		Set<String> keys = new TreeSet<>();
		for (String line : Files.readAllLines(Path.of("..", "docs").resolve(page))) {
			if (line.startsWith("| `orm.") || line.startsWith("| `management.endpoint.orm")) {
				String parent = "";
				Matcher key = KEY.matcher(line.substring(0, line.indexOf(" |")));
				while (key.find()) {
					String name = key.group(1).startsWith(".") ? parent + key.group(1) : key.group(1);
					parent = name.substring(0, name.lastIndexOf('.'));
					keys.add(name.replaceFirst("(replicas|hikari)\\..*", "$1").replaceFirst("\\.\\*$", ""));
				}
			}
		}
		keys.removeIf((key) -> key.startsWith(OF_TESTS));
		return keys;
	}

	private static Set<String> known() throws IOException {
		Set<String> known = new TreeSet<>();
		properties().forEach((property) -> known.add(property.path("name").asString()));
		// the metadata of a map says nothing of its values
		nested(DATABASE, DatabaseProperties.class, known);
		nested(DATABASE + ".migrations", DatabaseProperties.Migrations.class, known);
		nested(DATABASE + ".replicas", ReplicaProperties.class, known);
		return known;
	}

	private static void nested(String prefix, Class<? extends Record> type, Set<String> known) {
		RecordComponent[] components = type.getRecordComponents();
		Parameter[] parameters = type.getDeclaredConstructors()[0].getParameters();
		for (int i = 0; i < components.length; i++) {
			Name name = parameters[i].getAnnotation(Name.class);
			known.add(prefix + "."
					+ ((name != null) ? name.value() : DataObjectPropertyName.toDashedForm(components[i].getName())));
		}
	}

	/** Properties of ours; one that is described by hand is there only once. */
	private static Collection<JsonNode> properties() throws IOException {
		Map<String, JsonNode> properties = new LinkedHashMap<>();
		for (JsonNode property : read("properties")) {
			properties.put(property.path("name").asString(), property);
		}
		return properties.values();
	}

	private static List<JsonNode> read(String what) throws IOException {
		List<JsonNode> all = new ArrayList<>();
		for (String file : List.of("spring-configuration-metadata.json",
				"additional-spring-configuration-metadata.json")) {
			for (URL resource : Collections
				.list(DocumentedPropertyTests.class.getClassLoader().getResources("META-INF/" + file))) {
				JsonNode metadata = JsonMapper.builder().build().readTree(resource.openStream());
				metadata.path(what).forEach((entry) -> {
					if (entry.path("name").asString().matches("orm\\..*|management\\.endpoint\\.orm.*")) {
						all.add(entry);
					}
				});
			}
		}
		return all;
	}

}
