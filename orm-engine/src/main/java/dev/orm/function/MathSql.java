package dev.orm.function;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.orm.sql.Cast;
import dev.orm.sql.Literal;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.sql.Call;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/** Functions on numbers. Django's {@code db.models.functions.math}. */
final class MathSql {

	/**
	 * Django casts to this; PostgreSQL has no LOG, MOD and ROUND of two arguments on
	 * {@code double precision}.
	 */
	private static final ValueType WIDE_DECIMAL = new ValueType(Kind.DECIMAL, ValueTypes.DECIMAL.javaType(),
			"numeric(1000, 15)", null, ValueTypes.DECIMAL.codec());

	private MathSql() {
	}

	static FunctionFactory factory() {
		Map<String, Function<FunctionCall, Sql>> makers = new HashMap<>();
		Map.of("Abs", "ABS", "Ceil", "CEILING", "Floor", "FLOOR", "Sign", "SIGN")
			.forEach((name, function) -> makers.put(name, (call) -> keepingType(function, call)));
		for (String name : List.of("ACos", "ASin", "ATan", "Cos", "Cot", "Degrees", "Exp", "Ln", "Radians", "Sin",
				"Sqrt", "Tan")) {
			makers.put(name, (call) -> numeric(name.toUpperCase(Locale.ROOT), call, Arguments.all(call, 1, 1)));
		}
		makers.put("ATan2", (call) -> numeric("ATAN2", call, Arguments.all(call, 2, 2)));
		makers.put("Power", (call) -> numeric("POWER", call, Arguments.all(call, 2, 2)));
		makers.put("Log", (call) -> numeric("LOG", call, withoutFloats(Arguments.all(call, 2, 2))));
		makers.put("Mod", (call) -> numeric("MOD", call, withoutFloats(Arguments.all(call, 2, 2))));
		makers.put("Round", MathSql::round);
		makers.put("Pi", (call) -> numeric("PI", call, Arguments.all(call, 0, 0)));
		makers.put("Random", (call) -> numeric("RANDOM", call, Arguments.all(call, 0, 0)));
		return new NamedFunctions(makers);
	}

	/**
	 * The type of what is computed from numbers: integers give floats, an exact number
	 * makes the result exact.
	 */
	static ValueType numericType(List<Sql> sources) {
		Optional<ValueType> decimal = sources.stream()
			.map(Sql::type)
			.filter((type) -> type.kind() == Kind.DECIMAL)
			.findFirst();
		if (decimal.isPresent()) {
			return OutputTypes.plain(decimal.get());
		}
		boolean integers = sources.stream().anyMatch((source) -> source.type().kind().isInteger());
		return (integers || sources.isEmpty()) ? ValueTypes.FLOAT : OutputTypes.of(sources);
	}

	private static Sql keepingType(String function, FunctionCall call) {
		Sql argument = Arguments.only(call);
		return Call.of(function, Arguments.typeOr(call, argument.type()), argument);
	}

	private static Sql numeric(String function, FunctionCall call, List<Sql> arguments) {
		ValueType type = Optional.ofNullable(call.type()).orElseGet(() -> numericType(call.arguments()));
		return Call.of(function, type, arguments);
	}

	private static Sql round(FunctionCall call) {
		List<Sql> arguments = Arguments.all(call, 1, 2);
		boolean computed = arguments.size() == 2;
		long digits = Arguments.number(call, "precision").orElse(0L);
		Sql precision = computed ? Arguments.integer(arguments.get(1)) : Literal.of(digits);
		ValueType type = rounded(arguments.get(0).type(), computed || digits < 0);
		return Call.of("ROUND", Arguments.typeOr(call, type), withoutFloat(arguments.get(0)), precision);
	}

	/** Rounding up before the point may leave the range of an integer. */
	private static ValueType rounded(ValueType type, boolean beforeThePoint) {
		return (type.kind().isInteger() && beforeThePoint) ? ValueTypes.widening(type) : type;
	}

	private static List<Sql> withoutFloats(List<Sql> arguments) {
		return arguments.stream().map(MathSql::withoutFloat).toList();
	}

	private static Sql withoutFloat(Sql argument) {
		if (argument.type().kind() != Kind.FLOAT) {
			return argument;
		}
		return (argument instanceof Parameter parameter) ? OutputTypes.withType(parameter, ValueTypes.DECIMAL).asTyped()
				: new Cast(argument, WIDE_DECIMAL);
	}

}
