package dev.orm.tree;

import java.util.ArrayList;
import java.util.List;

import dev.orm.error.FieldException;
import dev.orm.error.UnsupportedCombinationException;
import dev.orm.error.detail.Subject;
import dev.orm.sql.Logical;
import dev.orm.sql.Not;
import dev.orm.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a query by the clause they belong to. Django's
 * {@code split_having_qualify}.
 *
 * @param rows conditions on rows
 * @param having conditions on groups
 * @param qualify conditions on the results of window functions
 */
public record WhereSplit(List<Sql> rows, List<Sql> having, List<Sql> qualify) {

	/**
	 * Split a condition.
	 * @param condition the condition
	 * @return its parts by clause
	 */
	public static WhereSplit of(Sql condition) {
		WhereSplit split = new WhereSplit(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		for (Sql part : Terms.conjuncts(condition)) {
			if (part.containsWindow()) {
				split.qualify.add(part);
			}
			else if (part.containsAggregate()) {
				split.having.add(part);
			}
			else {
				split.rows.add(part);
			}
		}
		return split;
	}

	/**
	 * Refuse conditions on rows beside those on windows where rows are grouped: taken
	 * after the grouping, they would be about groups.
	 */
	public void checkGrouped() {
		for (Sql part : this.qualify) {
			if (hasRowPart(part, false)) {
				throw new UnsupportedCombinationException(
						"Heterogeneous disjunctive predicates against window functions are not implemented when"
								+ " performing conditional aggregation: compare the window in a filter of its own,"
								+ " or aggregate in a subquery.",
						Subject.ofArgument("filter"));
			}
		}
	}

	/**
	 * Refuse conditions on aggregates of a query whose rows are no groups.
	 * @param selected what it selects
	 * @param model the name of its model
	 */
	public void checkUngrouped(List<Sql> selected, String model) {
		if (!this.having.isEmpty() && selected.stream().noneMatch(Sql::containsAggregate)) {
			throw new FieldException(
					"Using an aggregate in filter() of %s without also including it in annotate() is not allowed."
						.formatted(model),
					Subject.ofModel(model));
		}
	}

	/** Whether a part could stand in WHERE, if it were not joined with the others. */
	private static boolean hasRowPart(Sql condition, boolean negated) {
		if (!condition.containsAggregate() && !condition.containsWindow()) {
			return true;
		}
		if (condition instanceof Not not) {
			return hasRowPart(not.condition(), !negated);
		}
		if (!(condition instanceof Logical logical)) {
			return false;
		}
		boolean connected = logical.and() == negated;
		boolean ofGroups = connected && !condition.containsWindow();
		return !ofGroups && logical.children().stream().anyMatch((child) -> hasRowPart(child, negated));
	}

	/**
	 * Return the condition on rows.
	 * @return the condition, or null for none
	 */
	public @Nullable Sql where() {
		return this.rows.isEmpty() ? null : Terms.join(true, this.rows);
	}

	/**
	 * Return the condition on groups.
	 * @return the condition, or null for none
	 */
	public @Nullable Sql havingCondition() {
		return this.having.isEmpty() ? null : Terms.join(true, this.having);
	}

}
