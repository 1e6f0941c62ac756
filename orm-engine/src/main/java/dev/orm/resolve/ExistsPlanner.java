package dev.orm.resolve;

import java.util.List;

import dev.orm.sql.Literal;

/**
 * Turns a query into the question whether it has rows: SELECT 1 … LIMIT 1, unordered.
 * Django's {@code Query.exists}.
 */
final class ExistsPlanner {

	private final SelectQuery query;

	ExistsPlanner(SelectQuery query) {
		this.query = query;
	}

	void plan() {
		reduce(this.query);
		if (!this.query.isSliced()) {
			this.query.limitToOne();
		}
	}

	private static void reduce(SelectQuery target) {
		if (target.compound == null) {
			if (isReducible(target)) {
				simplify(target);
			}
		}
		else if (isReducible(target)) {
			target.compound.members().forEach(ExistsPlanner::reduce);
		}
		target.clearOrdering();
	}

	/**
	 * Whether what is selected does not matter. Members of a union may select anything
	 * then, but they become one row, so that none of them may be skipped.
	 */
	private static boolean isReducible(SelectQuery target) {
		if (target.compound == null) {
			return !target.isDistinct() || !target.isSliced();
		}
		boolean skips = target.slice() != null && target.slice().offset() != null;
		return !skips && target.compound.isUnion()
				&& target.compound.members().stream().allMatch(ExistsPlanner::isReducible);
	}

	private static void simplify(SelectQuery target) {
		if (target.isGroupedByModel()) {
			new ValuesPlanner(target).groupByColumns();
		}
		boolean annotated = !target.annotations.selected().isEmpty();
		target.selectNothing();
		target.select.select(List.of(Literal.of(1)), List.of("a"));
		if (!annotated && target.groupBy() == null && target.distinctFields().isEmpty()) {
			target.keepDuplicates();
		}
	}

}
