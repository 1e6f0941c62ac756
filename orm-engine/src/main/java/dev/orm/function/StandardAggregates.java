package dev.orm.function;

import java.util.List;

/** The factories of the built-in aggregates. */
final class StandardAggregates {

	private StandardAggregates() {
	}

	static List<AggregateFactory> factories() {
		return List.of();
	}

}
