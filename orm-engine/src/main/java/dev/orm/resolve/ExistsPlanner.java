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
		SelectQuery target = this.query;
		if (target.compound != null) {
			target.clearOrdering(true);
			if (!target.isSliced()) {
				target.limitOne = true;
			}
			return;
		}
		boolean distinctSlice = target.distinct && target.isSliced();
		if (!distinctSlice) {
			simplify(target);
		}
		target.clearOrdering(true);
		if (!target.isSliced()) {
			target.limitOne = true;
		}
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
