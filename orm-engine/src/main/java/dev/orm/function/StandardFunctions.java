package dev.orm.function;

import java.util.List;

/** The factories of the built-in functions. */
final class StandardFunctions {

	private StandardFunctions() {
	}

	static List<FunctionFactory> factories() {
		return List.of(ChoiceFunctions.factory(), TextSql.factory(), MathSql.factory(), ExtractFunctions.factory(),
				TruncFunctions.factory(), WindowFunctions.factory(), SearchSql.factory());
	}

}
