package dev.orm.acceptance;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a write case in a transaction that is always rolled back, and looks at what it
 * changed.
 */
final class WriteCase {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final QueryTranslator queries;

	private final DataSource dataSource;

	WriteCase(QueryTranslator queries, DataSource dataSource) {
		this.queries = queries;
		this.dataSource = dataSource;
	}

	ObjectNode run(JsonNode body) {
		TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(this.dataSource));
		return transaction.execute((status) -> {
			try {
				return run(body, status);
			}
			catch (SQLException ex) {
				throw new IllegalStateException("Cannot compare the tables", ex);
			}
			finally {
				status.setRollbackOnly();
			}
		});
	}

	private ObjectNode run(JsonNode body, TransactionStatus status) throws SQLException {
		Connection connection = DataSourceUtils.getConnection(this.dataSource);
		TableSnapshot before = TableSnapshot.take(connection, this.queries.catalog());
		ArrayNode steps = NODES.arrayNode();
		for (JsonNode step : body.path("steps")) {
			steps.add(step(step, status));
		}
		TableSnapshot after = TableSnapshot.take(connection, this.queries.catalog());
		TableDifference difference = new TableDifference(this.queries.catalog(), before, after);
		ObjectNode answer = NODES.objectNode();
		answer.set("steps", keyed(body, steps, difference));
		answer.set("tables", difference.tables());
		checkConstraints(connection, status, answer);
		return answer;
	}

	private ObjectNode step(JsonNode step, TransactionStatus status) {
		Object savepoint = status.createSavepoint();
		try {
			ObjectNode answer = NODES.objectNode();
			answer.set("result", new WriteTerminals(this.queries).evaluate(step));
			status.releaseSavepoint(savepoint);
			return answer;
		}
		catch (UnsupportedCaseException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			status.rollbackToSavepoint(savepoint);
			return Failure.answer(ex);
		}
	}

	private ArrayNode keyed(JsonNode body, ArrayNode steps, TableDifference difference) {
		ArrayNode keyed = NODES.arrayNode();
		for (int i = 0; i < steps.size(); i++) {
			JsonNode step = body.path("steps").path(i);
			CaseModel model = answeredModel(step);
			ObjectNode answer = (ObjectNode) steps.path(i).deepCopy();
			if (answer.has("result")) {
				answer.set("result", keyed(answer.path("result"), model, difference));
			}
			keyed.add(answer);
		}
		return keyed;
	}

	/** The model of the keys in a step's answer. */
	private CaseModel answeredModel(JsonNode step) {
		CaseModel model = this.queries.model(step);
		JsonNode relation = step.path("terminal").path("rel").path("name");
		CaseModel.Accessor accessor = relation.isString() ? model.accessor(relation.asString()) : null;
		return (accessor != null) ? this.queries.catalog().get(accessor.target()) : model;
	}

	private static JsonNode keyed(JsonNode result, CaseModel model, TableDifference difference) {
		if (result.isArray()) {
			ArrayNode items = NODES.arrayNode();
			result.forEach((item) -> items.add(keyed(item, model, difference)));
			return items;
		}
		if (result.has("pk")) {
			ObjectNode copy = (ObjectNode) result.deepCopy();
			copy.set("pk", difference.key(model, result.path("pk")));
			return copy;
		}
		return result;
	}

	private static void checkConstraints(Connection connection, TransactionStatus status, ObjectNode answer)
			throws SQLException {
		Object savepoint = status.createSavepoint();
		try (Statement statement = connection.createStatement()) {
			statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
		}
		catch (SQLException ex) {
			answer.put("commit_error", ErrorNames.of(ex));
		}
		status.rollbackToSavepoint(savepoint);
	}

}
