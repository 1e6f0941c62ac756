package dev.orm.function;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Aggregates by name; the last factory added is asked first. Immutable. */
public final class AggregateRegistry extends Registry<AggregateFactory, AggregateRequest, AggregateRegistry> {

	private static final AggregateRegistry STANDARD = new AggregateRegistry(new Factories<>("aggregate",
			StandardAggregates.factories(), AggregateFactory::names, AggregateFactory::create, AggregateRequest::name));

	private AggregateRegistry(Factories<AggregateFactory, AggregateRequest> factories) {
		super(factories);
	}

	/**
	 * Return the registry of the built-in aggregates.
	 * @return the registry
	 */
	public static AggregateRegistry standard() {
		return STANDARD;
	}

	@Override
	AggregateRegistry of(Factories<AggregateFactory, AggregateRequest> all) {
		return new AggregateRegistry(all);
	}

	/**
	 * Return what an aggregate answers for no rows.
	 * @param name the Django name
	 * @return the value; null for NULL
	 */
	public @Nullable Object emptyValue(String name) {
		return factories().find((factory) -> Optional.ofNullable(factory.emptyValue(name))).orElse(null);
	}

}
