package dev.orm.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes assignments of maps. */
public final class Assignments {

	private Assignments() {
	}

	/**
	 * Let attributes have values.
	 * @param values the values, or expressions, by the name of their attribute
	 * @return the assignments, in the order of the map
	 */
	public static List<Assignment<?>> of(Map<String, ?> values) {
		List<Assignment<?>> assignments = new ArrayList<>();
		values.forEach((name, value) -> assignments.add(new Assignment<>(name, Nodes.of(value))));
		return assignments;
	}

}
