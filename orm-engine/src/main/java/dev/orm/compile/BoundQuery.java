package dev.orm.compile;

import java.util.ArrayList;
import java.util.List;

import dev.orm.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * A plan with the values of one query. Used by one thread; the plan is shared.
 *
 * @param plan the plan
 * @param values the values to bind, converted, one for each slot
 * @param knownRow the only row of an aggregate over no rows; empty unless the plan is
 * @param sources where the queries inside are asked to be read, where they say it
 */
public record BoundQuery(CompiledQuery plan, List<@Nullable Object> values, List<@Nullable Object> knownRow,
		List<Route> sources) {

	/**
	 * Bind a query's values to a plan.
	 * @param plan the plan
	 * @param values the values as the query's shape collected them
	 * @return the bound query
	 */
	public static BoundQuery bind(CompiledQuery plan, List<@Nullable Object> values) {
		return new BoundQuery(plan, bind(plan.slots(), values), bind(plan.knownRow(), values), List.of());
	}

	BoundQuery asking(List<Object> routes) {
		return routes.isEmpty() ? this : new BoundQuery(this.plan, this.values, this.knownRow,
				routes.stream().map(Route.class::cast).toList());
	}

	private static List<@Nullable Object> bind(List<ValueSlot> slots, List<@Nullable Object> values) {
		if (slots.isEmpty()) {
			return List.of();
		}
		List<@Nullable Object> bound = new ArrayList<>(slots.size());
		for (int i = 0; i < slots.size(); i++) {
			bound.add(slots.get(i).value(values));
		}
		return bound;
	}

}
