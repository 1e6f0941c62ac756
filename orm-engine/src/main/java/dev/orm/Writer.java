package dev.orm;

import java.util.List;

import dev.orm.compile.BoundQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.execute.Database;
import dev.orm.execute.StatementCall;
import dev.orm.execute.StatementRunner;
import dev.orm.expression.Assignment;
import dev.orm.load.ReadOptions;
import dev.orm.observe.Operation;
import dev.orm.query.QuerySpec;

/** Runs the writes of querysets. Thread-safe. */
final class Writer {

	private final QueryCompiler compiler;

	private final StatementRunner runner;

	Writer(QueryCompiler compiler, StatementRunner runner) {
		this.compiler = compiler;
		this.runner = runner;
	}

	long update(QuerySpec spec, ReadOptions options, List<? extends Assignment<?>> assignments) {
		if (assignments.isEmpty()) {
			return 0;
		}
		long matched = 0;
		for (BoundQuery plan : this.compiler.update(spec, List.copyOf(assignments), List.of())) {
			if (!plan.plan().isEmpty()) {
				matched = Math.max(matched, this.runner.update(call(plan, options)));
			}
		}
		return matched;
	}

	private static StatementCall call(BoundQuery query, ReadOptions options) {
		String database = (options.database() != null) ? options.database() : Database.DEFAULT;
		return new StatementCall(database, query.plan().sql(), query.plan().types(), query.values(), Operation.UPDATE,
				query.plan().table());
	}

}
