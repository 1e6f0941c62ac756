package dev.orm.migration.inspect.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.check.Problem;

/**
 * Compares the tables of several schemas with those of models. What is odd in many is
 * told once. Immutable.
 *
 * @param tables compares those of one
 */
record SchemaTables(FoundTables tables) {

	/** So many schemas are named. */
	private static final int NAMED = 5;

	List<Problem> of(Connection connection, List<String> schemas) throws SQLException {
		Map<Problem, List<String>> found = new LinkedHashMap<>();
		String before = connection.getSchema();
		try {
			for (String schema : schemas) {
				in(connection, schema)
					.forEach((problem) -> found.computeIfAbsent(problem, (first) -> new ArrayList<>()).add(schema));
			}
		}
		finally {
			connection.setSchema(before);
		}
		return found.entrySet().stream().map((problem) -> told(problem.getKey(), problem.getValue())).toList();
	}

	private List<Problem> in(Connection connection, String schema) throws SQLException {
		if (!isThere(connection, schema)) {
			return List.of(Problem.error("db-schema", "schemas of tenants", "A schema is not there.",
					"make it by migrate --schema=..., or let TenantSchemas leave it out"));
		}
		connection.setSchema(schema);
		return this.tables.of(connection);
	}

	private static boolean isThere(Connection connection, String schema) throws SQLException {
		try (PreparedStatement statement = connection
			.prepareStatement("SELECT 1 FROM pg_namespace WHERE nspname = ?")) {
			statement.setString(1, schema);
			try (ResultSet row = statement.executeQuery()) {
				return row.next();
			}
		}
	}

	private static Problem told(Problem problem, List<String> schemas) {
		String more = (schemas.size() > NAMED) ? " and %d more".formatted(schemas.size() - NAMED) : "";
		String names = String.join(", ", schemas.subList(0, Math.min(NAMED, schemas.size())));
		return problem.withMessage("%s (in schema %s%s)".formatted(problem.message(), names, more));
	}

}
