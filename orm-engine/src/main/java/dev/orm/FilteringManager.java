package dev.orm;

import java.util.Map;

import dev.orm.expression.Annotation;
import dev.orm.expression.Condition;
import dev.orm.expression.Expression;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * The part of a manager that filters and annotates: each method starts from all rows of
 * the manager.
 *
 * @param <T> the model
 * @param <S> the queryset
 */
public abstract class FilteringManager<T extends Model, S extends AbstractQuerySet<T, S>> extends ManagerWrites<T, S> {

	FilteringManager() {
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
		return getQuerySet().filter(conditions);
	}

	/**
	 * Keep the rows for which a lookup holds.
	 * @param lookup such as {@code category__name__icontains}
	 * @param value a value, an expression or a queryset
	 * @return a queryset
	 */
	public final S filter(String lookup, @Nullable Object value) {
		return getQuerySet().filter(lookup, value);
	}

	/**
	 * Keep the rows for which all lookups hold.
	 * @param lookups values by lookup
	 * @return a queryset
	 */
	public final S filter(Map<String, ?> lookups) {
		return getQuerySet().filter(lookups);
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
		return getQuerySet().exclude(conditions);
	}

	/**
	 * Drop the rows for which a lookup holds.
	 * @param lookup such as {@code status__in}
	 * @param value a value, an expression or a queryset
	 * @return a queryset
	 */
	public final S exclude(String lookup, @Nullable Object value) {
		return getQuerySet().exclude(lookup, value);
	}

	/**
	 * Drop the rows for which all lookups hold.
	 * @param lookups values by lookup
	 * @return a queryset
	 */
	public final S exclude(Map<String, ?> lookups) {
		return getQuerySet().exclude(lookups);
	}

	/**
	 * Add named expressions to each row; an aggregate groups.
	 * @param annotations the expressions, named by {@code as}
	 * @return a queryset
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final S annotate(Annotation<? super T, ?>... annotations) {
		return getQuerySet().annotate(annotations);
	}

	/**
	 * Add a named expression to each row; an aggregate groups.
	 * @param name its name
	 * @param expression the expression
	 * @return a queryset
	 */
	public final S annotate(String name, Expression<? super T, ?> expression) {
		return getQuerySet().annotate(name, expression);
	}

	/**
	 * Add named expressions to each row; aggregates group.
	 * @param expressions the expressions by name, in order
	 * @return a queryset
	 */
	public final S annotate(Map<String, ? extends Expression<? super T, ?>> expressions) {
		return getQuerySet().annotate(expressions);
	}

	/**
	 * Name expressions for later use without selecting them.
	 * @param annotations the expressions, named by {@code as}
	 * @return a queryset
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final S alias(Annotation<? super T, ?>... annotations) {
		return getQuerySet().alias(annotations);
	}

	/**
	 * Name an expression for later use without selecting it.
	 * @param name its name
	 * @param expression the expression
	 * @return a queryset
	 */
	public final S alias(String name, Expression<? super T, ?> expression) {
		return getQuerySet().alias(name, expression);
	}

}
