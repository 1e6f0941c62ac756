package dev.orm.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.orm.error.FieldException;
import dev.orm.sql.Sql;

/** Aggregates by name; the last factory added is asked first. Immutable. */
public final class AggregateRegistry {

	private static final AggregateRegistry STANDARD = new AggregateRegistry(StandardAggregates.factories());

	private final List<AggregateFactory> factories;

	private AggregateRegistry(List<AggregateFactory> factories) {
		this.factories = factories;
	}

	/**
	 * Return the registry of the built-in aggregates.
	 * @return the registry
	 */
	public static AggregateRegistry standard() {
		return STANDARD;
	}

	/**
	 * Add a factory; it is asked before all others.
	 * @param factory the factory
	 * @return a registry with it
	 */
	public AggregateRegistry with(AggregateFactory factory) {
		List<AggregateFactory> all = new ArrayList<>();
		all.add(factory);
		all.addAll(this.factories);
		return new AggregateRegistry(List.copyOf(all));
	}

	/**
	 * Make a call.
	 * @param request the call
	 * @return the expression
	 * @throws FieldException if no factory knows the name
	 */
	public Sql create(AggregateRequest request) {
		return this.factories.stream()
			.map((factory) -> factory.create(request))
			.flatMap(Optional::stream)
			.findFirst()
			.orElseThrow(() -> unknown(request.name()));
	}

	/**
	 * Return the names that are known.
	 * @return the names, sorted
	 */
	public Set<String> names() {
		Set<String> names = new TreeSet<>();
		this.factories.forEach((factory) -> names.addAll(factory.names()));
		return names;
	}

	private FieldException unknown(String name) {
		return new FieldException(
				"Unknown aggregate '%s'.%n  known here: %s%n  hint: add one of your own with a AggregateFactory"
					.formatted(name, String.join(", ", names())));
	}

}
