package dev.orm.sql;

import java.util.List;
import java.util.function.Function;

import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/** An expression of a statement, with columns bound to table aliases. Immutable. */
public sealed interface Sql permits Column, Parameter, Fragment, Template, Infix, Cast, CaseWhen, AggregateCall,
		WindowCall, SubqueryCall, Exists, Logical, Not, Truth, SortTerm {

	/**
	 * Return the type of the values.
	 * @return the type
	 */
	ValueType type();

	/**
	 * Return the expressions inside.
	 * @return the parts, in the order they are written
	 */
	List<Sql> children();

	/**
	 * Return a copy with other parts.
	 * @param children as many parts as {@link #children()} has
	 * @return a copy
	 */
	Sql withChildren(List<Sql> children);

	/**
	 * Let a visitor answer for this node.
	 * @param <R> the answer
	 * @param visitor the visitor
	 * @return its answer
	 */
	<R> R accept(SqlVisitor<R> visitor);

	/**
	 * Replace parts, outermost first; what is replaced is not looked into.
	 * @param replacement answers a replacement, or null to look inside
	 * @return this, or a copy with replacements
	 */
	default Sql transform(Function<Sql, @Nullable Sql> replacement) {
		Sql replaced = replacement.apply(this);
		if (replaced != null) {
			return replaced;
		}
		List<Sql> before = children();
		if (before.isEmpty()) {
			return this;
		}
		List<Sql> after = before.stream().map((child) -> child.transform(replacement)).toList();
		for (int i = 0; i < after.size(); i++) {
			if (after.get(i) != before.get(i)) {
				return withChildren(after);
			}
		}
		return this;
	}

	/**
	 * Return whether the rows of a group are folded somewhere inside, outside of windows
	 * and subqueries.
	 * @return true if it contains an aggregate
	 */
	default boolean containsAggregate() {
		return children().stream().anyMatch(Sql::containsAggregate);
	}

	/**
	 * Return whether a window function is inside.
	 * @return true if it contains one
	 */
	default boolean containsWindow() {
		return children().stream().anyMatch(Sql::containsWindow);
	}

	/**
	 * Return whether a subquery is inside.
	 * @return true if it contains one
	 */
	default boolean containsSubquery() {
		return children().stream().anyMatch(Sql::containsSubquery);
	}

	/**
	 * Return whether a column is inside.
	 * @return true if it contains one
	 */
	default boolean containsColumn() {
		return children().stream().anyMatch(Sql::containsColumn);
	}

	/**
	 * Return whether it can be NULL. Used for Django's NULL-aware negation.
	 * @return false only if it surely never is
	 */
	default boolean nullable() {
		return true;
	}

}
