package dev.orm.function;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.orm.sql.Literal;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.sql.Call;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/** Functions that only a window may call. Django's {@code db.models.functions.window}. */
final class WindowFunctions {

	private WindowFunctions() {
	}

	static FunctionFactory factory() {
		Map<String, Function<FunctionCall, Sql>> makers = new HashMap<>();
		makers.put("RowNumber", (call) -> rank("ROW_NUMBER", call, ValueTypes.BIGINT));
		makers.put("Rank", (call) -> rank("RANK", call, ValueTypes.BIGINT));
		makers.put("DenseRank", (call) -> rank("DENSE_RANK", call, ValueTypes.BIGINT));
		makers.put("PercentRank", (call) -> rank("PERCENT_RANK", call, ValueTypes.FLOAT));
		makers.put("CumeDist", (call) -> rank("CUME_DIST", call, ValueTypes.FLOAT));
		makers.put("Ntile", (call) -> ranked("NTILE", call, ValueTypes.INTEGER,
				List.of(number(Arguments.positive(call, "num_buckets", 1)))));
		makers.put("Lag", (call) -> neighbour("LAG", call));
		makers.put("Lead", (call) -> neighbour("LEAD", call));
		makers.put("FirstValue", (call) -> value("FIRST_VALUE", call, Arguments.all(call, 1, 1)));
		makers.put("LastValue", (call) -> value("LAST_VALUE", call, Arguments.all(call, 1, 1)));
		makers.put("NthValue", (call) -> value("NTH_VALUE", call,
				List.of(Arguments.only(call), number(Arguments.positive(call, "nth", 1)))));
		return new NamedFunctions(makers);
	}

	private static Sql rank(String function, FunctionCall call, ValueType type) {
		return ranked(function, call, type, List.of());
	}

	private static Sql ranked(String function, FunctionCall call, ValueType type, List<Sql> arguments) {
		Arguments.all(call, 0, 0);
		return Call.of(function, Arguments.typeOr(call, type), arguments);
	}

	private static Sql neighbour(String function, FunctionCall call) {
		List<Sql> given = Arguments.all(call, 1, 2);
		List<Sql> arguments = new ArrayList<>();
		arguments.add(given.get(0));
		arguments.add(number(Arguments.positive(call, "offset", 1)));
		if (given.size() == 2) {
			arguments.add(matching(given.get(1), given.get(0).type()));
		}
		return value(function, call, arguments);
	}

	/** The default of a neighbour must have the very type of the value. */
	private static Sql matching(Sql argument, ValueType type) {
		return (argument instanceof Parameter parameter && type.kind() != Kind.UNKNOWN)
				? OutputTypes.withType(parameter, type).asTyped() : argument;
	}

	private static Sql value(String function, FunctionCall call, List<Sql> arguments) {
		return Call.of(function, Arguments.typeOr(call, arguments.get(0).type()), arguments);
	}

	private static Sql number(long value) {
		return Literal.of(value);
	}

}
