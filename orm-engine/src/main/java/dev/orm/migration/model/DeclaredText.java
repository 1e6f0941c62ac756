package dev.orm.migration.model;

import java.util.function.Supplier;

import dev.orm.dialect.Dialect;
import dev.orm.error.ModelDefinitionException;
import dev.orm.error.OrmException;
import dev.orm.expression.node.Node;
import dev.orm.meta.EntityModel;
import dev.orm.render.SqlRenderer;
import dev.orm.resolve.ResolveContext;
import dev.orm.resolve.TableExpressions;
import dev.orm.sql.Sql;

/**
 * Writes what a model declares as SQL: columns in double quotes, values as literals. Used
 * by one thread.
 */
final class DeclaredText {

	private final EntityModel model;

	private final TableExpressions expressions = new TableExpressions(ResolveContext.standard());

	DeclaredText(EntityModel model) {
		this.model = model;
	}

	/**
	 * Write a condition.
	 * @param place what it belongs to, for errors
	 * @param condition the condition
	 * @return the SQL text
	 */
	String condition(String place, Node condition) {
		return write(place, () -> this.expressions.condition(this.model, condition));
	}

	/**
	 * Write an expression.
	 * @param place what it belongs to, for errors
	 * @param expression the expression
	 * @return the SQL text
	 */
	String expression(String place, Node expression) {
		return write(place, () -> this.expressions.expression(this.model, expression));
	}

	/**
	 * Write an expression behind which further words of a column follow.
	 * @param place what it belongs to, for errors
	 * @param expression the expression
	 * @return the SQL text, in parentheses if it needs any
	 */
	String enclosed(String place, Node expression) {
		return told(place, () -> SqlRenderer.enclosedDefinition(this.expressions.expression(this.model, expression),
				Dialect.POSTGRESQL, ValueLiterals::of));
	}

	private String write(String place, Supplier<Sql> bound) {
		return told(place, () -> SqlRenderer.definition(bound.get(), Dialect.POSTGRESQL, ValueLiterals::of));
	}

	private String told(String place, Supplier<String> text) {
		try {
			return text.get();
		}
		catch (OrmException ex) {
			throw new ModelDefinitionException(
					"The %s of %s cannot be written as SQL: %s".formatted(place, this.model, ex.getMessage()),
					this.model.subject().by(place), ex);
		}
	}

}
