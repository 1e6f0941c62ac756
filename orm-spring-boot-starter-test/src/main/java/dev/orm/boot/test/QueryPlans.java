package dev.orm.boot.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import dev.orm.boot.actuate.DatabaseDescriptors;
import dev.orm.boot.actuate.GenericPlans;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.observe.Operation;
import dev.orm.observe.QueryEvent;
import dev.orm.observe.QueryLog;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Tells how the database would run the queries of a log, whatever their values: by
 * {@code EXPLAIN (GENERIC_PLAN)} on a connection of its own, which sees what is committed
 * only. The pool must be HikariCP, and the server PostgreSQL 16 or later. Thread-safe.
 *
 * @since 0.1.0
 */
public final class QueryPlans {

	private final ObjectProvider<Databases> databases;

	QueryPlans(ObjectProvider<Databases> databases) {
		this.databases = databases;
	}

	/**
	 * Explain the queries of a log. Nothing is run.
	 * @param log the log; what is no SELECT is passed over
	 * @return the plans by the text of the query, in the order of their first run
	 */
	public Map<String, String> of(QueryLog log) {
		Map<String, String> plans = new LinkedHashMap<>();
		log.events()
			.stream()
			.filter((event) -> event.operation() == Operation.SELECT)
			.forEach((event) -> plans.computeIfAbsent(event.sql(), (sql) -> explain(event)));
		return plans;
	}

	private String explain(QueryEvent event) {
		DatabaseDescriptors descriptors = new DatabaseDescriptors(this.databases.getObject());
		try (Connection connection = descriptors.plain(event.database())) {
			return GenericPlans.explain(connection, event.sql(), "TEXT");
		}
		catch (SQLException ex) {
			throw Objects.requireNonNullElseGet(Database.exceptionTranslator().translate("explain", event.sql(), ex),
					() -> new IllegalStateException(ex));
		}
	}

}
