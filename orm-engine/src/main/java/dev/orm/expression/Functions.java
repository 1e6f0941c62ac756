package dev.orm.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Functions that choose, cast and build JSON, to be imported statically; those of texts,
 * dates, numbers and search are in {@code dev.orm.expression.functions}. Django's
 * {@code db.models.functions.comparison} and {@code json}.
 */
public class Functions extends Aggregates {

	/** There are no instances: a class further down hands on these functions. */
	protected Functions() {
	}

	/**
	 * Take the first that is not NULL.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param first the first
	 * @param others values or expressions, at least one
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, T> coalesce(Expression<R, T> first, Object... others) {
		return NumberExpression.of(call("Coalesce", first, others));
	}

	/**
	 * Take the greatest; NULLs are ignored.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param first the first
	 * @param others values or expressions, at least one
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, T> greatest(Expression<R, T> first, Object... others) {
		return NumberExpression.of(call("Greatest", first, others));
	}

	/**
	 * Take the least; NULLs are ignored.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param first the first
	 * @param others values or expressions, at least one
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, T> least(Expression<R, T> first, Object... others) {
		return NumberExpression.of(call("Least", first, others));
	}

	/**
	 * Count those that are not NULL. PostgreSQL's {@code num_nonnulls}.
	 * @param <R> the root model
	 * @param first the first
	 * @param others values or expressions
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Integer> numNonNulls(Expression<R, ?> first, Object... others) {
		return NumberExpression.of(call("NumNonNulls", first, others));
	}

	/**
	 * Take NULL where it equals a value.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the expression
	 * @param value a value or an expression
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, T> nullIf(Expression<R, T> expression, Object value) {
		return NumberExpression.of(call("NullIf", expression, value));
	}

	/**
	 * Turn it into another type.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the expression
	 * @param type the type
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, T> cast(Expression<R, ?> expression, ValueType type) {
		return NumberExpression.of(new Computation.Function("Cast", List.of(expression.node()), Map.of(), type));
	}

	/**
	 * Compare and order it by a collation.
	 * @param <R> the root model
	 * @param expression the expression
	 * @param collation the name of the collation
	 * @return an expression
	 */
	public static <R> StringExpression<R> collate(Expression<R, String> expression, String collation) {
		return StringExpression
			.of(new Computation.Function("Collate", List.of(expression.node()), Map.of("collation", collation), null));
	}

	/**
	 * Build a JSON object.
	 * @param <R> the root model
	 * @param fields values or expressions by key
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Object> jsonObject(Map<String, ?> fields) {
		List<String> names = List.copyOf(fields.keySet());
		List<Node> values = names.stream().map((name) -> Nodes.of(fields.get(name))).toList();
		return NumberExpression.of(new Computation.Function("JSONObject", values, Map.of("names", names), null));
	}

	/**
	 * Build a JSON array.
	 * @param <R> the root model
	 * @param items values or expressions
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Object> jsonArray(@Nullable Object... items) {
		return NumberExpression.of(new Computation.Function("JSONArray", Nodes.all(items), Map.of(), null));
	}

	/**
	 * Take the JSON document {@code null}, which is not the same as no document.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, T> jsonNull() {
		return NumberExpression.of(new Computation.Function("JSONNull", List.of(), Map.of(), null));
	}

	/**
	 * Make a random UUID, version 4.
	 * @param <R> the root model
	 * @return an expression
	 */
	public static <R> NumberExpression<R, UUID> randomUuid() {
		return NumberExpression.of(new Computation.Function("RandomUUID", List.of(), Map.of(), null));
	}

	/**
	 * Make a UUID in the order of time, version 7. PostgreSQL 18.
	 * @param <R> the root model
	 * @return an expression
	 */
	public static <R> NumberExpression<R, UUID> uuid7() {
		return NumberExpression.of(new Computation.Function("UUID7", List.of(), Map.of(), null));
	}

	/**
	 * Make a random UUID, version 4. Django's {@code UUID4}.
	 * @param <R> the root model
	 * @return an expression
	 */
	public static <R> NumberExpression<R, UUID> uuid4() {
		return NumberExpression.of(new Computation.Function("UUID4", List.of(), Map.of(), null));
	}

	/**
	 * Make a UUID in the order of time, version 7, for another moment than now.
	 * PostgreSQL 18.
	 * @param <R> the root model
	 * @param shift how much later, negative for earlier; a {@link java.time.Duration} or
	 * an expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, UUID> uuid7(Object shift) {
		return NumberExpression.of(new Computation.Function("UUID7", List.of(Nodes.of(shift)), Map.of(), null));
	}

	private static Node call(String name, Expression<?, ?> first, @Nullable Object... others) {
		List<Node> arguments = new ArrayList<>();
		arguments.add(first.node());
		arguments.addAll(Nodes.all(others));
		return new Computation.Function(name, arguments, Map.of(), null);
	}

}
