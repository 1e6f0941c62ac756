package dev.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.orm.compile.BoundQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.execute.Database;
import dev.orm.execute.StatementCall;
import dev.orm.execute.StatementRunner;
import dev.orm.expression.Assignment;
import dev.orm.expression.Nodes;
import dev.orm.expression.Q;
import dev.orm.load.ReadOptions;
import dev.orm.load.Reader;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;
import dev.orm.transaction.Atomic;

/** Runs the updates of querysets. Thread-safe. */
final class Writer {

	private final QueryCompiler compiler;

	private final Reader reader;

	private final StatementRunner runner;

	private final Atomic atomic;

	Writer(QueryCompiler compiler, Reader reader, StatementRunner runner, Atomic atomic) {
		this.compiler = compiler;
		this.reader = reader;
		this.runner = runner;
		this.atomic = atomic;
	}

	long update(QuerySpec spec, ReadOptions options, List<Assignment<?>> assignments) {
		if (assignments.isEmpty()) {
			return 0;
		}
		String database = (options.database() != null) ? options.database() : Database.DEFAULT;
		List<BoundQuery> statements = this.compiler.update(spec, assignments, List.of());
		if (statements.size() == 1) {
			return run(statements.get(0), database);
		}
		return this.atomic.using(database).call(() -> updateTables(spec, database, assignments));
	}

	/**
	 * Update several tables of one model. The rows are found first, as the first update
	 * may change what they are found by.
	 */
	private long updateTables(QuerySpec spec, String database, List<Assignment<?>> assignments) {
		List<Object> keys = new ArrayList<>();
		QuerySpec selected = spec.then(new Operation.OrderBy(List.of(new Nodes.Field("pk"))))
			.then(new Operation.Values(List.of("pk"), Map.of()));
		this.reader.values(selected, ReadOptions.DEFAULT.using(database))
			.rows()
			.forEach((row) -> keys.add(Objects.requireNonNull(row[0])));
		QuerySpec found = QuerySpec.of(spec.model())
			.then(new Operation.Filter(List.of(Q.of("pk__in", keys).node()), false));
		long matched = 0;
		for (BoundQuery statement : this.compiler.update(found, assignments, List.of())) {
			matched = Math.max(matched, run(statement, database));
		}
		return matched;
	}

	private long run(BoundQuery query, String database) {
		if (query.plan().isEmpty()) {
			return 0;
		}
		return this.runner.update(new StatementCall(database, query.plan().sql(), query.plan().types(), query.values(),
				dev.orm.observe.Operation.UPDATE, query.plan().table()));
	}

}
