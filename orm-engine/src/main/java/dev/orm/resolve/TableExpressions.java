package dev.orm.resolve;

import dev.orm.expression.node.Node;
import dev.orm.meta.EntityModel;
import dev.orm.sql.Sql;

/**
 * Binds what a model declares to the columns of its own table, with no query around it:
 * conditions of checks and of partial indexes, expressions of indexes. Django's
 * {@code build_where}. Used by one thread.
 */
public final class TableExpressions {

	private final ResolveContext context;

	/**
	 * Create it.
	 * @param context the registries
	 */
	public TableExpressions(ResolveContext context) {
		this.context = context;
	}

	/**
	 * Bind a condition.
	 * @param model the model
	 * @param condition the condition, on columns of the model's own table
	 * @return the condition on columns
	 * @throws dev.orm.error.OrmException if it goes over a relation, or is none
	 */
	public Sql condition(EntityModel model, Node condition) {
		SelectQuery query = new SelectQuery(this.context, model, null);
		query.base();
		return new ConditionBuilder(query).build(condition, ResolveMode.WITHOUT_JOINS).condition();
	}

	/**
	 * Bind an expression.
	 * @param model the model
	 * @param expression the expression, over columns of the model's own table
	 * @return the expression over columns
	 * @throws dev.orm.error.OrmException if it goes over a relation
	 */
	public Sql expression(EntityModel model, Node expression) {
		SelectQuery query = new SelectQuery(this.context, model, null);
		query.base();
		return new ExpressionResolver(query, ResolveMode.WITHOUT_JOINS).resolve(expression);
	}

}
