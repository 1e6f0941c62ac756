package dev.orm.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.orm.error.FieldException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.SubqueryKind;
import dev.orm.model.Model;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Values, references, subqueries and choices as expressions, to be imported statically.
 * Django's {@code db.models.expressions}.
 */
public class Expressions {

	/** There are no instances: a class further down hands on these functions. */
	protected Expressions() {
	}

	/**
	 * Take a value as an expression. It is bound, never written into the text.
	 * @param <R> the root model
	 * @param <T> its class
	 * @param value the value
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, T> value(T value) {
		return NumberExpression.of(new Atom.Literal(value, null));
	}

	/**
	 * Take a value of a given type as an expression.
	 * @param <R> the root model
	 * @param <T> its class
	 * @param value the value, or null
	 * @param type the type it is bound with
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, T> value(@Nullable T value, ValueType type) {
		return NumberExpression.of(new Atom.Literal(value, type));
	}

	/**
	 * Refer to a column, transform or annotation by its path. Django's {@code F}.
	 * @param path segments joined by two underscores
	 * @return an expression
	 */
	public static NumberExpression<Model, Object> f(String path) {
		return F.of(path);
	}

	/**
	 * Refer, inside a subquery, to the query around it. Django's {@code OuterRef}.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param reference an expression of the query around; an {@code outer} again to go
	 * one further out
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, T> outer(Expression<?, T> reference) {
		return NumberExpression.of(new Atom.Outer(reference.node()));
	}

	/**
	 * Refer, inside a subquery, to the query around it. Django's {@code OuterRef}.
	 * @param path a path of the query around
	 * @return an expression
	 */
	public static NumberExpression<Model, Object> outer(String path) {
		return NumberExpression.of(new Atom.Outer(new Atom.Field(path)));
	}

	/**
	 * Take the value a query selects, at most one row. Django's {@code Subquery}.
	 * @param <R> the root model
	 * @param <T> the Java class of its value
	 * @param source one typed column, such as {@code latest.values(ORDER.total)}
	 * @return an expression
	 */
	public static <R, T extends @Nullable Object> NumberExpression<R, T> subquery(ValueSource<T> source) {
		return NumberExpression.of(new Atom.Subquery(SubqueryKind.SCALAR, source.query(), null));
	}

	/**
	 * Take the value a query selects, at most one row. Django's {@code Subquery}.
	 * @param <R> the root model
	 * @param <T> the Java class of its value
	 * @param source a queryset of one column
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, T> subquery(QuerySource source) {
		return NumberExpression.of(new Atom.Subquery(SubqueryKind.SCALAR, source.query(), null));
	}

	/**
	 * Take the value a query selects, read as a type.
	 * @param <R> the root model
	 * @param <T> the Java class of its value
	 * @param source a queryset of one column
	 * @param type the output type
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, T> subquery(QuerySource source, ValueType type) {
		return NumberExpression.of(new Atom.Subquery(SubqueryKind.SCALAR, source.query(), type));
	}

	/**
	 * Test whether a query has rows. Django's {@code Exists}.
	 * @param <R> the root model
	 * @param source a queryset
	 * @return a condition
	 */
	public static <R> Condition<R> exists(QuerySource source) {
		return Condition.of(new Atom.Subquery(SubqueryKind.EXISTS, source.query(), null));
	}

	/**
	 * Collect the values a query selects in an array. Django's {@code ArraySubquery}.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param source a queryset of one column
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, List<T>> arraySubquery(QuerySource source) {
		return NumberExpression.of(new Atom.Subquery(SubqueryKind.ARRAY, source.query(), null));
	}

	/**
	 * Choose by conditions, the first that holds: {@code CASE WHEN}. NULL if none does
	 * and there is no {@code otherwise}.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param condition the first condition
	 * @param then its value
	 * @return an expression to go on with
	 */
	public static <R, T> Case<R, T> caseWhen(Condition<R> condition, T then) {
		return new Case<>(List.of(condition.node()), List.of(Nodes.of(then)), null, null);
	}

	/**
	 * Choose by conditions, the first that holds: {@code CASE WHEN}.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param condition the first condition
	 * @param then its value
	 * @return an expression to go on with
	 */
	public static <R, T> Case<R, T> caseWhen(Condition<R> condition, Expression<? super R, T> then) {
		return new Case<>(List.of(condition.node()), List.of(then.node()), null, null);
	}

	/**
	 * Write SQL by hand. It is sent as it is: never build it from what users enter. It
	 * has no type; give it one to read what is calculated with it. Django's
	 * {@code RawSQL}.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param sql the text, with {@code %s} for each parameter and {@code %%} for a
	 * percent sign
	 * @param parameters the values, which are bound
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, T> raw(String sql, @Nullable Object... parameters) {
		return NumberExpression.of(new Atom.Raw(sql, Nodes.all(parameters), null));
	}

	/**
	 * Write SQL by hand, with a type.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param type the output type
	 * @param sql the text, with {@code %s} for each parameter and {@code %%} for a
	 * percent sign
	 * @param parameters the values, which are bound
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, T> raw(ValueType type, String sql, @Nullable Object... parameters) {
		return NumberExpression.of(new Atom.Raw(sql, Nodes.all(parameters), type));
	}

	/**
	 * Say that a function answers several rows, so that a row that selects it becomes as
	 * many, and is counted so. Django's {@code set_returning}.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param call a call of such a function, such as {@code unnest}
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, T> unfolding(Expression<R, T> call) {
		return NumberExpression.of(new Computation.Unfolded(call.node()));
	}

	/**
	 * Say what type an expression has where it cannot be inferred. Django's
	 * {@code ExpressionWrapper}.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression an expression
	 * @param type the output type
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, T> wrap(Expression<R, ?> expression, ValueType type) {
		return NumberExpression.of(new Computation.Typed(expression.node(), type));
	}

	/**
	 * Take the value of a JSON key as text. Django's {@code KT}.
	 * @param path a path into a JSON column
	 * @return an expression
	 */
	public static StringExpression<Model> kt(String path) {
		return StringExpression.of(new Atom.KeyText(path));
	}

	/**
	 * Use an expression of texts with the lookups and functions of texts.
	 * @param <R> the root model
	 * @param expression an expression
	 * @return the same, as a text
	 */
	public static <R> StringExpression<R> text(Expression<R, String> expression) {
		return StringExpression.of(expression.node());
	}

	/**
	 * Join a relation with a further ON condition; to be annotated, and used in later
	 * paths and in {@code selectRelated} by its name. Django's {@code FilteredRelation}.
	 * @param <R> the root model
	 * @param <T> the model the relation leads to, as {@code selectRelated} loads it
	 * @param relation the path of the relation
	 * @param condition the condition, with paths from the root
	 * @return an expression for {@code annotate} alone
	 * @throws FieldException if the first argument is no path
	 */
	public static <R, T> NumberExpression<R, T> filteredRelation(Expression<R, T> relation,
			Condition<? super R> condition) {
		if (relation.node() instanceof Atom.Field field) {
			return NumberExpression.of(new Clause.FilteredRelation(field.path(), condition.node()));
		}
		throw new FieldException("A filtered relation needs the path of a relation, not " + relation.node(),
				Subject.ofArgument("filteredRelation"));
	}

	/**
	 * Join a relation with a further ON condition; to be annotated, and used in later
	 * paths and in {@code selectRelated} by its name.
	 * @param path the path of the relation
	 * @param condition the condition, with paths from the root
	 * @return an expression for {@code annotate} alone
	 */
	public static NumberExpression<Model, Object> filteredRelation(String path, Condition<Model> condition) {
		return NumberExpression.of(new Clause.FilteredRelation(path, condition.node()));
	}

	/**
	 * Call a function by its registered name, one of the application's own included.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param name the name its factory knows
	 * @param arguments values or expressions
	 * @return an expression
	 */
	public static <R, T> Call<R, T> function(String name, @Nullable Object... arguments) {
		return new Call<>(new Computation.Function(name, Nodes.all(arguments), Map.of(), null));
	}

	/**
	 * Use a boolean expression as a condition.
	 * @param <R> the root model
	 * @param expression an expression
	 * @return a condition
	 */
	public static <R> Condition<R> condition(Expression<R, Boolean> expression) {
		return Condition.of(expression.node());
	}

	/**
	 * A call of a function by its name. Immutable; each method returns a changed copy.
	 * Django's {@code Func}.
	 *
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 */
	public static final class Call<R, T> implements NumberExpression<R, T> {

		private final Computation.Function call;

		private Call(Computation.Function call) {
			this.call = call;
		}

		/**
		 * Set an option of the function, such as {@code precision} of {@code Round}. The
		 * function checks it before it gets into the text.
		 * @param name the option
		 * @param value its value, not an expression
		 * @return a copy
		 */
		public Call<R, T> option(String name, Object value) {
			Map<String, Object> options = new HashMap<>(this.call.options());
			options.put(name, value);
			return new Call<>(
					new Computation.Function(this.call.name(), this.call.arguments(), options, this.call.type()));
		}

		/**
		 * Say what the result is. Django's {@code output_field}.
		 * @param type the type
		 * @return a copy
		 */
		public Call<R, T> typed(ValueType type) {
			return new Call<>(
					new Computation.Function(this.call.name(), this.call.arguments(), this.call.options(), type));
		}

		@Override
		public Node node() {
			return this.call;
		}

	}

	/**
	 * A choice by conditions. Immutable.
	 *
	 * @param <R> the root model
	 * @param <T> the Java class of its values
	 */
	public static final class Case<R, T> implements NumberExpression<R, T> {

		private final List<Node> conditions;

		private final List<Node> results;

		private final @Nullable Node otherwise;

		private final @Nullable ValueType type;

		Case(List<Node> conditions, List<Node> results, @Nullable Node otherwise, @Nullable ValueType type) {
			this.conditions = List.copyOf(conditions);
			this.results = List.copyOf(results);
			this.otherwise = otherwise;
			this.type = type;
		}

		/**
		 * Add a condition; it counts if none before it holds.
		 * @param condition the condition
		 * @param then its value, or an expression
		 * @return a copy
		 */
		public Case<R, T> when(Condition<? super R> condition, @Nullable Object then) {
			List<Node> moreConditions = new ArrayList<>(this.conditions);
			moreConditions.add(condition.node());
			List<Node> moreResults = new ArrayList<>(this.results);
			moreResults.add(Nodes.of(then));
			return new Case<>(moreConditions, moreResults, this.otherwise, this.type);
		}

		/**
		 * Say what it is where no condition holds.
		 * @param value a value or an expression
		 * @return a copy
		 */
		public Case<R, T> otherwise(@Nullable Object value) {
			return new Case<>(this.conditions, this.results, Nodes.of(value), this.type);
		}

		/**
		 * Say what type it has, where its values have different ones.
		 * @param output the output type
		 * @return a copy
		 */
		public Case<R, T> typed(ValueType output) {
			return new Case<>(this.conditions, this.results, this.otherwise, output);
		}

		@Override
		public Node node() {
			return new Computation.Case(this.conditions, this.results, this.otherwise, this.type);
		}

	}

}
