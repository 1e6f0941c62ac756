package dev.orm.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/** An expression of a statement, with columns bound to table aliases. Immutable. */
public sealed interface Sql permits Leaf, Template, Infix, ValueTest, Reading, Cast, Coalesce, CaseWhen, AggregateCall,
		WindowCall, RowSet, Listed, Logical, Not, SortTerm, Call, Extract, AtZone, Subscript {

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
		List<Sql> after = new ArrayList<>(before.size());
		boolean changed = false;
		for (Sql child : before) {
			Sql transformed = child.transform(replacement);
			changed |= transformed != child;
			after.add(transformed);
		}
		return changed ? withChildren(after) : this;
	}

	private boolean anyChild(Predicate<Sql> test) {
		// no stream: conditions may be nested deep, and a stream takes ten frames a level
		for (Sql child : children()) {
			if (test.test(child)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether the rows of a group are folded somewhere inside, outside of windows
	 * and subqueries.
	 * @return true if it contains an aggregate
	 */
	default boolean containsAggregate() {
		return anyChild(Sql::containsAggregate);
	}

	/**
	 * Return whether a window function is inside.
	 * @return true if it contains one
	 */
	default boolean containsWindow() {
		return anyChild(Sql::containsWindow);
	}

	/**
	 * Return whether a function that answers several rows is inside.
	 * @return true if it contains one
	 */
	default boolean containsRowSet() {
		return anyChild(Sql::containsRowSet);
	}

	/**
	 * Return whether a subquery is inside.
	 * @return true if it contains one
	 */
	default boolean containsSubquery() {
		return anyChild(Sql::containsSubquery);
	}

	/**
	 * Return whether a column is inside.
	 * @return true if it contains one
	 */
	default boolean containsColumn() {
		return anyChild(Sql::containsColumn);
	}

	/**
	 * Return whether it can be NULL. Used for Django's NULL-aware negation.
	 * @return false only if it surely never is
	 */
	default boolean nullable() {
		return true;
	}

}
