package dev.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.expression.Assignment;
import dev.orm.expression.Nodes;

/** Makes assignments of maps. */
final class Assignments {

	private Assignments() {
	}

	static List<Assignment<?>> of(Map<String, ?> values) {
		List<Assignment<?>> assignments = new ArrayList<>();
		values.forEach((name, value) -> assignments.add(new Assignment<>(name, Nodes.of(value))));
		return assignments;
	}

}
