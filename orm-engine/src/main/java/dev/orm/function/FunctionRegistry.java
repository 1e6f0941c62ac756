package dev.orm.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.orm.error.FieldException;
import dev.orm.sql.Sql;

/** Database functions by name; the last factory added is asked first. Immutable. */
public final class FunctionRegistry {

	private static final FunctionRegistry STANDARD = new FunctionRegistry(StandardFunctions.factories());

	private final List<FunctionFactory> factories;

	private FunctionRegistry(List<FunctionFactory> factories) {
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
		List<FunctionFactory> all = new ArrayList<>();
		all.add(factory);
		all.addAll(this.factories);
		return new FunctionRegistry(List.copyOf(all));
	}

	/**
	 * Make a call.
	 * @param call the call
	 * @return the expression
	 * @throws FieldException if no factory knows the name
	 */
	public Sql create(FunctionCall call) {
		return this.factories.stream()
			.map((factory) -> factory.create(call))
			.flatMap(Optional::stream)
			.findFirst()
			.orElseThrow(() -> unknown(call.name()));
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
				"Unknown function '%s'.%n  known here: %s%n  hint: add one of your own with a FunctionFactory"
					.formatted(name, String.join(", ", names())));
	}

}
