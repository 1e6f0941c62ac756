package dev.orm.migration;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.orm.migration.EvolutionTests.Evolution;
import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.ddl.Script;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.detect.Questions;
import dev.orm.migration.detect.RenameCandidate;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.schema.Column;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Schema;
import dev.orm.schema.Table;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of rows in the evolutions real Django was asked about, forward and back,
 * and which statements do it. Where we answer otherwise, it is listed.
 */
class EvolvedRowsTests {

	/** Ours, where Django's backward migration fails on rows: what comes back. */
	private static final Map<String, String> BROUGHT_BACK = Map.of("field dropped", "", "rename said no", "");

	/** A rename survives another length, and an attribute has no column of its own. */
	private static final Set<String> KEPT = Set.of("rename and other length", "attribute renamed, column kept");

	/** What a statement does, as far as both have to agree. */
	private static final Map<String, Pattern> KINDS = kinds();

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create();

	private static Map<String, Pattern> kinds() {
		Map<String, Pattern> kinds = new LinkedHashMap<>();
		String table = "ALTER TABLE (\\S+) ";
		kinds.put("create table", Pattern.compile("^CREATE TABLE (\\S+)"));
		kinds.put("drop table", Pattern.compile("^DROP TABLE (\\S+)"));
		kinds.put("rename table", Pattern.compile(table + "RENAME TO (\\S+)"));
		kinds.put("rename column", Pattern.compile(table + "RENAME COLUMN (\\S+) TO (\\S+)"));
		kinds.put("add column", Pattern.compile(table + "ADD COLUMN (\\S+)"));
		kinds.put("drop column", Pattern.compile(table + "DROP COLUMN (\\S+)"));
		kinds.put("type", Pattern.compile(table + "ALTER COLUMN (\\S+) TYPE"));
		kinds.put("not null", Pattern.compile(table + "ALTER COLUMN (\\S+) SET NOT NULL"));
		kinds.put("null", Pattern.compile(table + "ALTER COLUMN (\\S+) DROP NOT NULL"));
		kinds.put("update", Pattern.compile("^UPDATE (\\S+)"));
		kinds.put("unique", Pattern.compile(table + "ADD CONSTRAINT \\S+ UNIQUE"));
		kinds.put("check", Pattern.compile(table + "ADD CONSTRAINT \\S+ CHECK"));
		kinds.put("index", Pattern.compile("^CREATE INDEX (?!\\S+_like)\\S+ ON (\\S+)"));
		return kinds;
	}

	static Stream<Evolution> evolutions() throws IOException {
		return EvolutionTests.evolutions();
	}

	private static Difference difference(Evolution evolution) {
		JsonNode answers = evolution.node().get("answers");
		return evolution.difference(new Questions() {
			@Override
			public Optional<ObjectId> renamedFrom(ObjectId added, List<RenameCandidate> candidates) {
				boolean renamed = answers.path("rename").asBoolean(false);
				return renamed ? Optional.of(candidates.get(0).id()) : Optional.empty();
			}

			@Override
			public String fill(Column column, boolean added) {
				return answers.path("fill").asString("''");
			}
		});
	}

	private static Script script(Evolution evolution) {
		Difference difference = difference(evolution);
		return new DdlWriter(false).write(evolution.before(), difference.changes(), difference.fills());
	}

	@ParameterizedTest
	@MethodSource("evolutions")
	void rowsAreDjangosForwardAndBack(Evolution evolution) throws SQLException {
		JsonNode django = evolution.node().get("django");
		Schema before = evolution.before();
		Script script = script(evolution);
		try (Connection connection = database.dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			List<String> work = new ArrayList<>(List.of("DROP SCHEMA public CASCADE", "CREATE SCHEMA public"));
			work.addAll(new DdlWriter(false).create(before, SchemaDiff.of(Schema.empty(), before).changes()));
			evolution.node().get("rows").forEach((row) -> work.add(row.asString()));
			run(statement, work);
			Map<String, List<Map<String, String>>> first = rows(statement, before);
			run(statement, script.forward());
			Map<String, List<Map<String, String>>> now = rows(statement, before.plus(difference(evolution).changes()));
			assertThat(now)
				.isEqualTo(KEPT.contains(evolution.toString()) ? renamed(first, now) : rows(django.get("forwards")));
			run(statement, script.undo());
			assertThat(rows(statement, before)).isEqualTo(back(evolution, first, django.get("backwards")));
		}
	}

	/**
	 * Django's answer, or ours where it has none: the rows as they were, or without the
	 * value.
	 */
	private static Map<String, List<Map<String, String>>> back(Evolution evolution,
			Map<String, List<Map<String, String>>> first, JsonNode django) {
		if (!django.isString()) {
			return rows(django);
		}
		String value = BROUGHT_BACK.get(evolution.toString());
		first.getOrDefault("shop_product", List.of()).forEach((row) -> {
			if (value != null) {
				row.put("name", value);
			}
		});
		return first;
	}

	private static Map<String, List<Map<String, String>>> renamed(Map<String, List<Map<String, String>>> first,
			Map<String, List<Map<String, String>>> now) {
		Map<String, List<Map<String, String>>> renamed = new TreeMap<>(first);
		boolean title = now.get("shop_product").get(0).containsKey("title");
		renamed.put("shop_product", first.get("shop_product").stream().map((row) -> {
			Map<String, String> other = new TreeMap<>(row);
			if (title) {
				other.put("title", other.remove("name"));
			}
			return other;
		}).toList());
		return renamed;
	}

	private static void run(Statement statement, List<String> sql) throws SQLException {
		statement.execute("BEGIN;\n" + String.join(";\n", sql) + ";\nCOMMIT");
	}

	private static Map<String, List<Map<String, String>>> rows(JsonNode tables) {
		Map<String, List<Map<String, String>>> all = new TreeMap<>();
		tables.properties().forEach((table) -> {
			List<Map<String, String>> rows = new ArrayList<>();
			table.getValue().forEach((row) -> {
				Map<String, String> values = new TreeMap<>();
				row.properties()
					.forEach((value) -> values.put(value.getKey(),
							value.getValue().isNull() ? null : value.getValue().asString()));
				rows.add(values);
			});
			all.put(table.getKey(), rows);
		});
		return all;
	}

	private static Map<String, List<Map<String, String>>> rows(Statement statement, Schema schema) throws SQLException {
		Map<String, List<Map<String, String>>> all = new TreeMap<>();
		for (Table table : schema.all(Table.class)) {
			List<String> names = schema.columns(table.name()).stream().map(Column::name).toList();
			List<Map<String, String>> rows = new ArrayList<>();
			try (ResultSet result = statement.executeQuery("SELECT %s FROM %s ORDER BY id".formatted(
					names.stream().map((name) -> '"' + name + "\"::text").collect(Collectors.joining(", ")),
					table.name()))) {
				while (result.next()) {
					Map<String, String> row = new TreeMap<>();
					for (int i = 0; i < names.size(); i++) {
						row.put(names.get(i), result.getString(i + 1));
					}
					rows.add(row);
				}
			}
			all.put(table.name(), rows);
		}
		return all;
	}

	@ParameterizedTest
	@MethodSource("evolutions")
	void theStatementsDoWhatDjangosDo(Evolution evolution) {
		if (KEPT.contains(evolution.toString())) {
			return;
		}
		List<String> django = new ArrayList<>();
		evolution.node().get("django").get("sqlmigrate").get("forwards").forEach((sql) -> django.add(sql.asString()));
		assertThat(kinds(script(evolution).forward())).isEqualTo(kinds(django));
	}

	/** What is made with a new table is part of it. */
	private static Set<String> kinds(List<String> statements) {
		Set<String> found = new TreeSet<>();
		String plain = String.join(";\n", statements).replace("\"", "");
		for (String sql : plain.split(";\\s*")) {
			KINDS.forEach((kind, pattern) -> {
				Matcher matcher = pattern.matcher(sql);
				if (matcher.find()) {
					List<String> words = new ArrayList<>(List.of(kind));
					for (int i = 1; i <= matcher.groupCount(); i++) {
						words.add(matcher.group(i));
					}
					found.add(String.join(" ", words));
				}
			});
		}
		Set<String> created = found.stream()
			.filter((kind) -> kind.startsWith("create table "))
			.map((kind) -> kind.substring("create table ".length()))
			.collect(Collectors.toSet());
		found.removeIf((kind) -> created.stream()
			.anyMatch((table) -> kind.equals("unique " + table) || kind.equals("index " + table)));
		return found;
	}

}
