package dev.orm.expression;

import java.util.List;
import java.util.Map;

import dev.orm.expression.node.Connector;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Conditions by path, for dynamic code. They fit any model and are checked when the query
 * is. Django's {@code Q}.
 */
public final class Q {

	private Q() {
	}

	/**
	 * Test a lookup.
	 * @param lookup such as {@code price__gt}; without a lookup name it is {@code exact}
	 * @param value a value, an expression or a queryset
	 * @return a condition
	 */
	public static Condition<Model> of(String lookup, @Nullable Object value) {
		return Condition.of(new Predicate.Lookup(lookup, Nodes.of(value)));
	}

	/**
	 * Test several lookups, all of which must hold. They are taken in the order of their
	 * names, as Django takes keyword arguments: where relations share joins it matters,
	 * and not every map has an order.
	 * @param lookups values by lookup
	 * @return a condition
	 */
	public static Condition<Model> of(Map<String, ?> lookups) {
		List<Node> parts = lookups.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.<Node>map((entry) -> new Predicate.Lookup(entry.getKey(), Nodes.of(entry.getValue())))
			.toList();
		return Condition.of(new Predicate.Junction(Connector.AND, parts));
	}

	/**
	 * Return a condition that is neutral in any combination.
	 * @return an empty condition
	 */
	public static Condition<Model> empty() {
		return Condition.of(new Predicate.Junction(Connector.AND, List.of()));
	}

}
