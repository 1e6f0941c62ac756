package dev.orm.resolve;

import java.util.List;
import java.util.Map;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.UnsupportedCombinationException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.expression.Assignment;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.query.QuerySpec;
import dev.orm.resolve.follow.FieldColumns;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.Sql;
import dev.orm.sql.write.DeleteStatement;

/**
 * The door of the room: binds a query to columns and puts it together as a statement.
 * Used once, by one thread.
 */
public final class Resolver {

	private final ResolveContext context;

	/**
	 * Create a resolver for one query.
	 * @param context the registries and the query's values
	 */
	public Resolver(ResolveContext context) {
		this.context = context;
	}

	/**
	 * A statement and what it answers.
	 *
	 * @param statement the statement
	 * @param shape what the columns mean
	 * @param empty whether it is known to have no rows
	 * @param selections the expressions of the select list
	 */
	public record ResolvedSelect(SelectStatement statement, RowShape shape, boolean empty, List<Sql> selections) {

	}

	/**
	 * Resolve the reading of rows.
	 * @param spec the query
	 * @return the statement
	 */
	public ResolvedSelect select(QuerySpec spec) {
		return resolved(new StatementAssembler(replay(spec)).assemble());
	}

	/**
	 * Resolve aggregates over all rows.
	 * @param spec the query
	 * @param aggregates the aggregates by name
	 * @return the statement
	 * @throws UnsupportedCombinationException if the rows are distinct by some fields
	 */
	public ResolvedSelect aggregate(QuerySpec spec, Map<String, Node> aggregates) {
		SelectQuery query = replay(spec);
		if (!query.distinctFields().isEmpty()) {
			throw new UnsupportedCombinationException(
					"aggregate() after distinct(fields) is not implemented. hint: aggregate the rows whose pk is in (…) it",
					query.model.subject().by("aggregate"));
		}
		return resolved(new AggregationPlanner(query).plan(aggregates));
	}

	/**
	 * Resolve the counting of rows.
	 * @param spec the query
	 * @return the statement
	 */
	public ResolvedSelect count(QuerySpec spec) {
		Node star = new Computation.Aggregate("Count", List.of(new Atom.Star()), false, null, List.of(), null, Map.of(),
				null);
		return resolved(new AggregationPlanner(replay(ThroughRows.of(spec))).plan(Map.of("__count", star)));
	}

	/**
	 * Resolve the question whether there are rows.
	 * @param spec the query
	 * @return the statement
	 */
	public ResolvedSelect exists(QuerySpec spec) {
		SelectQuery query = replay(ThroughRows.of(spec));
		new ExistsPlanner(query).plan();
		return resolved(new StatementAssembler(query).assemble());
	}

	/**
	 * Resolve an update.
	 * @param spec the query
	 * @param assignments the new values
	 * @param returning the attributes to answer
	 * @return the statements, one for each table
	 * @throws IllegalQueryException if the rows are sliced or distinct by some fields
	 * @throws UnsupportedQueryException if the rows are those of a set operation
	 */
	public List<UpdatePlanner.Planned> update(QuerySpec spec, List<Assignment<?>> assignments, List<String> returning) {
		SelectQuery query = replay(spec);
		refuseUnlessPlain(query, "update");
		new OrderingPlanner(query).checkUpdatable();
		return new UpdatePlanner(query).plan(assignments, returning);
	}

	/**
	 * Resolve an insert of rows that hold expressions.
	 * @param model the model whose own table gets the rows
	 * @param rows the rows
	 * @return the statement
	 */
	public InsertPlanner.Planned insert(EntityModel model, InsertPlanner.Rows rows) {
		return new InsertPlanner(replay(QuerySpec.of(model))).plan(rows);
	}

	/**
	 * Resolve a delete by one statement.
	 * @param spec the query
	 * @param returning the model's own columns to return for each deleted row
	 * @return the statement; its condition is false if there are surely no rows
	 * @throws IllegalQueryException if the rows are sliced, values, or distinct by some
	 * fields
	 * @throws UnsupportedQueryException if the rows are those of a set operation
	 */
	public DeleteStatement delete(QuerySpec spec, List<FieldModel> returning) {
		SelectQuery query = replay(spec);
		refuseUnlessPlain(query, "delete");
		if (query.select.isFixed()) {
			throw new IllegalQueryException(
					"Cannot call delete() after values() or valuesList(): call it before, on the rows themselves.",
					query.model.subject().by("delete"));
		}
		Sql where = new KeyCondition(query).condition();
		List<Sql> answered = returning.stream().<Sql>map((field) -> FieldColumns.of(query.base(), field)).toList();
		return new DeleteStatement(query.model.concrete().table(), query.base(), where, answered);
	}

	/**
	 * Refuse to write what a query took of the rows: only rows as a whole are written.
	 */
	private static void refuseUnlessPlain(SelectQuery query, String operation) {
		if (!query.moment().isNow()) {
			throw new IllegalQueryException(
					"Cannot call %s() on rows as they were, by asOf(…): the past stays as it is.".formatted(operation),
					query.model.subject().by(operation));
		}
		if (query.compound != null) {
			throw new UnsupportedQueryException(
					"Calling %s() after a set operation is not supported: filter by pk in (…) instead."
						.formatted(operation),
					query.model.subject().by(operation));
		}
		if (query.isSliced()) {
			throw new IllegalQueryException(
					"Cannot use 'limit' or 'offset' with %s(): filter by pk in (…) instead.".formatted(operation),
					query.model.subject().by(operation));
		}
		if (!query.distinctFields().isEmpty()) {
			throw new IllegalQueryException(
					"Cannot call %s() after distinct(fields): filter by pk in (…) instead.".formatted(operation),
					query.model.subject().by(operation));
		}
	}

	private SelectQuery replay(QuerySpec spec) {
		return new QueryReplayer(this.context).replay(spec, null);
	}

	private static ResolvedSelect resolved(StatementAssembler.Assembled assembled) {
		return new ResolvedSelect(assembled.statement(), assembled.shape(), assembled.empty(), assembled.selections());
	}

}
