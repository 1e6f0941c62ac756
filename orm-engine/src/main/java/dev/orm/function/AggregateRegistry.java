package dev.orm.function;

import java.util.Optional;
import java.util.Set;

import dev.orm.error.FieldException;
import dev.orm.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Aggregates by name; the last factory added is asked first. Immutable. */
public final class AggregateRegistry {

	private static final AggregateRegistry STANDARD = new AggregateRegistry(
			new Factories<>("aggregate", StandardAggregates.factories(), AggregateFactory::names));

	private final Factories<AggregateFactory> factories;

	private AggregateRegistry(Factories<AggregateFactory> factories) {
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
		return new AggregateRegistry(this.factories.with(factory));
	}

	/**
	 * Make a call.
	 * @param request the call
	 * @return the expression
	 * @throws FieldException if no factory knows the name
	 */
	public Sql create(AggregateRequest request) {
		return this.factories.create(request.name(), (factory) -> factory.create(request));
	}

	/**
	 * Return what an aggregate answers for no rows.
	 * @param name the Django name
	 * @return the value; null for NULL
	 */
	public @Nullable Object emptyValue(String name) {
		return this.factories.find((factory) -> Optional.ofNullable(factory.emptyValue(name))).orElse(null);
	}

	/**
	 * Return the names that are known.
	 * @return the names, sorted
	 */
	public Set<String> names() {
		return this.factories.allNames();
	}

}
