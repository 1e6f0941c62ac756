package dev.orm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.Annotation;
import dev.orm.expression.Condition;
import dev.orm.expression.Expression;
import dev.orm.expression.Q;
import dev.orm.expression.node.Node;
import dev.orm.model.Model;
import dev.orm.query.Combination;
import dev.orm.query.Operation;
import dev.orm.query.Restriction;
import dev.orm.query.Selection;
import org.jspecify.annotations.Nullable;

/**
 * The part that filters and annotates.
 *
 * @param <T> the model
 * @param <V> the rows: instances or values
 * @param <S> the querysets that come of it
 */
public abstract class Filtering<T extends Model, V, S extends Filtering<T, V, S>> extends Scoping<T, V, S> {

	Filtering() {
	}

	/**
	 * Keep the rows for which all conditions hold. Conditions of one call are about the
	 * same related row.
	 * @param conditions the conditions
	 * @return a queryset
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final S filter(Condition<? super T>... conditions) {
		return then(kept(conditions));
	}

	/**
	 * Keep the rows for which a lookup holds.
	 * @param lookup such as {@code category__name__icontains}
	 * @param value a value, an expression or a queryset
	 * @return a queryset
	 */
	public final S filter(String lookup, @Nullable Object value) {
		return then(kept(Q.of(lookup, value)));
	}

	/**
	 * Keep the rows for which all lookups hold.
	 * @param lookups values by lookup
	 * @return a queryset
	 */
	public final S filter(Map<String, ?> lookups) {
		return then(kept(Q.of(lookups)));
	}

	/**
	 * Drop the rows for which all conditions hold. Across a to-many relation, drop the
	 * rows any related row of which matches.
	 * @param conditions the conditions
	 * @return a queryset
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final S exclude(Condition<? super T>... conditions) {
		return then(new Restriction.Filter(nodes(conditions), true));
	}

	/**
	 * Drop the rows for which a lookup holds.
	 * @param lookup such as {@code status__in}
	 * @param value a value, an expression or a queryset
	 * @return a queryset
	 */
	public final S exclude(String lookup, @Nullable Object value) {
		return then(new Restriction.Filter(List.of(Q.of(lookup, value).node()), true));
	}

	/**
	 * Drop the rows for which all lookups hold.
	 * @param lookups values by lookup
	 * @return a queryset
	 */
	public final S exclude(Map<String, ?> lookups) {
		return then(new Restriction.Filter(List.of(Q.of(lookups).node()), true));
	}

	/**
	 * Add named expressions to each row; an aggregate groups.
	 * @param annotations the expressions, named by {@code as}
	 * @return a queryset
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final S annotate(Annotation<? super T, ?>... annotations) {
		return then(new Selection.Annotate(definitions(annotations), true));
	}

	/**
	 * Add a named expression to each row; an aggregate groups.
	 * @param name its name
	 * @param expression the expression
	 * @return a queryset
	 */
	public final S annotate(String name, Expression<? super T, ?> expression) {
		return then(new Selection.Annotate(Map.of(name, Annotation.definition(expression)), true));
	}

	/**
	 * Add named expressions to each row; aggregates group.
	 * @param expressions the expressions by name, in order
	 * @return a queryset
	 */
	public final S annotate(Map<String, ? extends Expression<? super T, ?>> expressions) {
		return then(new Selection.Annotate(definitions(expressions), true));
	}

	/**
	 * Name expressions for later use without selecting them.
	 * @param annotations the expressions, named by {@code as}
	 * @return a queryset
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final S alias(Annotation<? super T, ?>... annotations) {
		return then(new Selection.Annotate(definitions(annotations), false));
	}

	/**
	 * Name an expression for later use without selecting it.
	 * @param name its name
	 * @param expression the expression
	 * @return a queryset
	 */
	public final S alias(String name, Expression<? super T, ?> expression) {
		return then(new Selection.Annotate(Map.of(name, Annotation.definition(expression)), false));
	}

	/**
	 * Declare a common table expression (WITH), to join it.
	 * @param table the table
	 * @return a queryset
	 */
	public final S with(CommonTable table) {
		return then(table.declaration());
	}

	/**
	 * Join a common table expression; rows without match are dropped.
	 * @param table the table, declared by {@link #with(CommonTable)} or the one being
	 * defined
	 * @param near what its column must equal
	 * @param column its column
	 * @return a queryset
	 */
	public final S join(CommonTable table, Expression<? super T, ?> near, String column) {
		return then(new Combination.JoinTable(table.name(), near.node(), column, false));
	}

	/**
	 * Join a common table expression; rows without match stay.
	 * @param table the table, declared by {@link #with(CommonTable)}
	 * @param near what its column must equal
	 * @param column its column
	 * @return a queryset
	 */
	public final S leftJoin(CommonTable table, Expression<? super T, ?> near, String column) {
		return then(new Combination.JoinTable(table.name(), near.node(), column, true));
	}

	static Operation kept(Expression<?, ?>... conditions) {
		return new Restriction.Filter(nodes(conditions), false);
	}

	private static List<Node> nodes(Expression<?, ?>... expressions) {
		Node[] nodes = new Node[expressions.length];
		for (int i = 0; i < nodes.length; i++) {
			nodes[i] = expressions[i].node();
		}
		return List.of(nodes);
	}

	static Map<String, Node> definitions(Map<String, ? extends Expression<?, ?>> expressions) {
		Map<String, Node> definitions = new LinkedHashMap<>();
		expressions.forEach((name, expression) -> definitions.put(name, Annotation.definition(expression)));
		return definitions;
	}

	static Map<String, Node> definitions(Annotation<?, ?>... annotations) {
		Map<String, Node> definitions = new LinkedHashMap<>();
		for (Annotation<?, ?> annotation : annotations) {
			if (definitions.put(annotation.name(), annotation.definition()) != null) {
				throw new QueryValueException("The annotation '%s' is given twice.".formatted(annotation.name()),
						Subject.ofArgument(annotation.name()));
			}
		}
		return definitions;
	}

}
