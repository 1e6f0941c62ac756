package dev.orm.function;

/** Database functions by name; the last factory added is asked first. Immutable. */
public final class FunctionRegistry extends Registry<FunctionFactory, FunctionCall, FunctionRegistry> {

	private static final FunctionRegistry STANDARD = new FunctionRegistry(new Factories<>("function",
			StandardFunctions.factories(), FunctionFactory::names, FunctionFactory::create, FunctionCall::name));

	private FunctionRegistry(Factories<FunctionFactory, FunctionCall> factories) {
		super(factories);
	}

	/**
	 * Return the registry of the built-in functions.
	 * @return the registry
	 */
	public static FunctionRegistry standard() {
		return STANDARD;
	}

	@Override
	FunctionRegistry of(Factories<FunctionFactory, FunctionCall> all) {
		return new FunctionRegistry(all);
	}

}
