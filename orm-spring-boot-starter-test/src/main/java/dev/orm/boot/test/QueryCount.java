package dev.orm.boot.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.orm.observe.Operation;
import dev.orm.observe.QueryEvent;
import dev.orm.observe.QueryLog;

/** Compares the statements that ran with what was expected. */
final class QueryCount {

	private final AssertQueries expected;

	private final List<QueryEvent> events;

	QueryCount(AssertQueries expected, QueryLog log) {
		this.expected = expected;
		this.events = expected.database().isEmpty() ? log.events() : log.on(expected.database());
	}

	/** Fail unless all numbers agree. */
	void check() {
		int max = this.expected.max();
		if (max >= 0 && this.events.size() > max) {
			throw new AssertionError(message("at most " + max, "queries", this.events.size()));
		}
		compare(this.expected.value(), "queries", this.events.size());
		compare(this.expected.selects(), Operation.SELECT);
		compare(this.expected.inserts(), Operation.INSERT);
		compare(this.expected.updates(), Operation.UPDATE);
		compare(this.expected.deletes(), Operation.DELETE);
	}

	private void compare(int wanted, Operation operation) {
		long count = this.events.stream().filter((event) -> event.operation() == operation).count();
		compare(wanted, operation.name().toLowerCase(Locale.ROOT) + "s", count);
	}

	private void compare(int wanted, String what, long count) {
		if (wanted >= 0 && wanted != count) {
			throw new AssertionError(message(String.valueOf(wanted), what, count));
		}
	}

	private String message(String wanted, String what, long count) {
		Map<String, Integer> runs = new LinkedHashMap<>();
		this.events.forEach((event) -> runs.merge(event.sql(), 1, Integer::sum));
		StringBuilder message = new StringBuilder("Expected %s %s, but %d ran:".formatted(wanted, what, count));
		runs.forEach((sql, times) -> message.append("\n  %d x %s".formatted(times, sql)));
		return message.toString();
	}

}
