package dev.orm.boot.test;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.orm.observe.Destination;
import dev.orm.observe.Operation;
import dev.orm.observe.QueryEvent;
import dev.orm.observe.QueryLog;
import org.assertj.core.api.AbstractAssert;

/**
 * Says where the queries of a log went.
 *
 * @since 0.1.0
 */
public final class QueryLogAssert extends AbstractAssert<QueryLogAssert, QueryLog> {

	QueryLogAssert(QueryLog actual) {
		super(actual, QueryLogAssert.class);
	}

	/**
	 * Verify that all SELECTs were answered by a replica.
	 * @param replica its name
	 * @return this
	 */
	public QueryLogAssert readsFrom(String replica) {
		return all("replica '" + replica + "'", (destination) -> destination.server().equals(replica));
	}

	/**
	 * Verify that all SELECTs were answered by the primary.
	 * @return this
	 */
	public QueryLogAssert readsFromPrimary() {
		return all("the primary", (destination) -> !destination.isReplica());
	}

	private QueryLogAssert all(String wanted, Predicate<Destination> fits) {
		isNotNull();
		List<QueryEvent> reads = this.actual.events()
			.stream()
			.filter((event) -> event.operation() == Operation.SELECT)
			.toList();
		if (reads.isEmpty()) {
			throw failure("Expected reads from %s, but nothing was read", wanted);
		}
		if (!reads.stream().map(QueryEvent::destination).allMatch(fits)) {
			throw failure("Expected all reads from %s, but they went to:%n%s", wanted,
					reads.stream().map(QueryLogAssert::line).collect(Collectors.joining("\n")));
		}
		return this;
	}

	private static String line(QueryEvent event) {
		return "  %s, %s: %s".formatted(event.server(), event.destination().reason().label(), event.sql());
	}

}
