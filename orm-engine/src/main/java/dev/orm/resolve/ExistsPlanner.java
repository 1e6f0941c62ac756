package dev.orm.resolve;

import java.util.List;
import java.util.Set;

import dev.orm.meta.FieldModel;
import dev.orm.sql.Fragment;
import dev.orm.type.ValueTypes;

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
			this.query.limitOne = true;
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
		target.clearOrdering(true);
	}

	/**
	 * Whether what is selected does not matter. Members of a union may select anything
	 * then, but they become one row, so that none of them may be skipped.
	 */
	private static boolean isReducible(SelectQuery target) {
		if (target.compound == null) {
			return !target.distinct || !target.isSliced();
		}
		boolean skips = target.slice != null && target.slice.offset() != null;
		return !skips && target.compound.operator().startsWith("UNION")
				&& target.compound.members().stream().allMatch(ExistsPlanner::isReducible);
	}

	private static void simplify(SelectQuery target) {
		if (target.groupByModel) {
			ValuesPlanner planner = new ValuesPlanner(target);
			planner.select(target.model.fields().stream().map(FieldModel::attname).toList());
			planner.group(false);
		}
		Set<String> references = target.selectedAnnotations().keySet();
		target.clearSelect();
		target.selected = null;
		target.select = List.of(new Fragment("1", ValueTypes.INTEGER));
		target.valuesSelect = List.of("a");
		if (references.isEmpty() && target.groupBy == null) {
			target.distinct = target.distinct && !target.distinctFields.isEmpty();
		}
	}

}
