package dev.orm.function;

import java.util.Set;

import dev.orm.error.FieldException;
import dev.orm.sql.Sql;

/** Database functions by name; the last factory added is asked first. Immutable. */
public final class FunctionRegistry {

	private static final FunctionRegistry STANDARD = new FunctionRegistry(
			new Factories<>("function", StandardFunctions.factories(), FunctionFactory::names));

	private final Factories<FunctionFactory> factories;

	private FunctionRegistry(Factories<FunctionFactory> factories) {
		this.factories = factories;
	}

	/**
	 * Return the registry of the built-in functions.
	 * @return the registry
	 */
	public static FunctionRegistry standard() {
		return STANDARD;
	}

	/**
	 * Add a factory; it is asked before all others.
	 * @param factory the factory
	 * @return a registry with it
	 */
	public FunctionRegistry with(FunctionFactory factory) {
		return new FunctionRegistry(this.factories.with(factory));
	}

	/**
	 * Make a call.
	 * @param call the call
	 * @return the expression
	 * @throws FieldException if no factory knows the name
	 */
	public Sql create(FunctionCall call) {
		return this.factories.create(call.name(), (factory) -> factory.create(call));
	}

	/**
	 * Return the names that are known.
	 * @return the names, sorted
	 */
	public Set<String> names() {
		return this.factories.allNames();
	}

}
