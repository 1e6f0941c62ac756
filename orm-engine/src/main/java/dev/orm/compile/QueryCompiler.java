package dev.orm.compile;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.orm.expression.Assignment;
import dev.orm.expression.node.Node;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.TableName;
import dev.orm.query.QuerySpec;
import dev.orm.resolve.InsertPlanner;
import dev.orm.resolve.ResolveContext;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.copy.CopyOption;
import dev.orm.sql.write.WriteStatement;

/**
 * Turns queries into SQL. Wrong queries raise an {@code OrmException} here, before
 * anything is sent. Thread-safe.
 */
public interface QueryCompiler {

	/**
	 * Compile the reading of rows.
	 * @param query the query
	 * @return a plan whose shape says what the columns mean
	 */
	BoundQuery select(QuerySpec query);

	/**
	 * Compile the copying of rows out of the database.
	 * @param query the query
	 * @param options how the rows are written
	 * @return a plan whose text takes no parameters: the values replace the question
	 * marks before it is sent
	 */
	BoundQuery copy(QuerySpec query, List<CopyOption> options);

	/**
	 * Compile the counting of rows.
	 * @param query the query
	 * @return a plan with one number
	 */
	BoundQuery count(QuerySpec query);

	/**
	 * Compile the question whether there are rows.
	 * @param query the query
	 * @return a plan that answers a row if there are
	 */
	BoundQuery exists(QuerySpec query);

	/**
	 * Compile aggregates over all rows.
	 * @param query the query
	 * @param aggregates the aggregates by name, in order; later ones may refer to earlier
	 * ones
	 * @return a plan whose shape is {@code RowShape.Values}; if it is empty,
	 * {@link BoundQuery#knownRow()} is the answer
	 */
	BoundQuery aggregate(QuerySpec query, Map<String, Node> aggregates);

	/**
	 * Compile an update of all rows of a query, over joins by a subquery of keys. The
	 * plan has one statement; for fields of several tables (multi-table inheritance)
	 * there are several.
	 * @param query the query
	 * @param assignments the new values
	 * @param returning the attributes to return for each updated row; empty for none
	 * @return the plans, in order
	 */
	List<BoundQuery> update(QuerySpec query, List<Assignment<?>> assignments, List<String> returning);

	/**
	 * Compile an insert of rows some values of which the database computes.
	 * @param model the model whose own table gets the rows
	 * @param rows the rows, all with the same attributes
	 * @return a plan
	 */
	BoundQuery insert(EntityModel model, InsertPlanner.Rows rows);

	/**
	 * Compile a delete of all rows of a query by one statement, without looking at
	 * related rows.
	 * @param query the query
	 * @param returning the model's own columns to return for each deleted row; empty for
	 * none
	 * @return a plan
	 */
	BoundQuery delete(QuerySpec query, List<FieldModel> returning);

	/**
	 * Render a statement that names rows by values, once for all that have its text.
	 * @param key what the text depends on, with value equality
	 * @param table the table it is about, for metrics
	 * @param statement makes the statement; its parameters are numbered in text order
	 * @return the plan, to be given a value for each parameter
	 */
	CompiledQuery statement(Object key, TableName table, Supplier<? extends WriteStatement> statement);

	/**
	 * Render a SELECT that no query describes, once for all that have its text.
	 * @param key what the text depends on, with value equality
	 * @param table the table it is about, for metrics
	 * @param statement makes the statement, with what resolves expressions; its
	 * parameters are numbered, or constants
	 * @return the plan
	 */
	CompiledQuery selection(Object key, TableName table, Function<ResolveContext, SelectStatement> statement);

	/**
	 * Return whether an insert of many rows answers in the order of the rows.
	 * @return true if the database promises so
	 */
	boolean answersInOrder();

}
