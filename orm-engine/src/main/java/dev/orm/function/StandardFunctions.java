package dev.orm.function;

import java.util.List;

/** The factories of the built-in functions. */
final class StandardFunctions {

	private StandardFunctions() {
	}

	static List<FunctionFactory> factories() {
		return List.of(ChoiceFunctions.factory(), TextFunctions.factory(), MathFunctions.factory(),
				ExtractFunctions.factory(), TruncFunctions.factory(), WindowFunctions.factory(),
				SearchFunctions.factory());
	}

}
