package dev.orm.acceptance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All rows of all tables as text, read by plain JDBC so that the library under test has
 * no say in it.
 *
 * @param tables by model, the columns' texts by key
 */
record TableSnapshot(Map<CaseModel, Map<List<String>, Map<String, @Nullable String>>> tables) {

	static TableSnapshot take(Connection connection, ModelCatalog catalog) throws SQLException {
		Map<CaseModel, Map<List<String>, Map<String, @Nullable String>>> tables = new LinkedHashMap<>();
		try (Statement statement = connection.createStatement()) {
			for (CaseModel model : catalog.all()) {
				if (!model.proxy()) {
					tables.put(model, rows(statement, model));
				}
			}
		}
		return new TableSnapshot(tables);
	}

	Map<List<String>, Map<String, @Nullable String>> rows(CaseModel model) {
		return this.tables.getOrDefault(model, Map.of());
	}

	private static Map<List<String>, Map<String, @Nullable String>> rows(Statement statement, CaseModel model)
			throws SQLException {
		List<JsonNode> fields = new ArrayList<>();
		model.localFields().forEach(fields::add);
		String columns = fields.stream().map(TableSnapshot::asText).collect(Collectors.joining(", "));
		Map<List<String>, Map<String, @Nullable String>> rows = new LinkedHashMap<>();
		try (ResultSet result = statement.executeQuery("SELECT " + columns + " FROM \"" + model.table() + "\"")) {
			while (result.next()) {
				Map<String, @Nullable String> row = new LinkedHashMap<>();
				for (int i = 0; i < fields.size(); i++) {
					row.put(column(fields.get(i)), result.getString(i + 1));
				}
				rows.put(key(model, row), row);
			}
		}
		return rows;
	}

	private static List<String> key(CaseModel model, Map<String, @Nullable String> row) {
		return model.key()
			.stream()
			.map((part) -> String.valueOf(row.get(column(Objects.requireNonNull(model.field(part))))))
			.toList();
	}

	static String column(JsonNode field) {
		return field.path("column").asString();
	}

	/** Texts that do not depend on settings of the session. */
	private static String asText(JsonNode field) {
		String name = "\"" + column(field) + "\"";
		String type = field.path("type").asString();
		if (type.endsWith("[]")) {
			return "to_json(" + name + ")::text";
		}
		return switch (type) {
			case "datetime" -> "to_char(" + name + " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
			case "duration" -> "extract(epoch FROM " + name + ")::text";
			default -> name + "::text";
		};
	}

}
