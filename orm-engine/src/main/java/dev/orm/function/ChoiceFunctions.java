package dev.orm.function;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.detail.Subject;
import dev.orm.sql.Cast;
import dev.orm.sql.Coalesce;
import dev.orm.sql.Literal;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.sql.Call;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * Functions that choose between values, cast them, or wrap them in JSON. Django's
 * {@code db.models.functions.comparison} and {@code json}.
 */
final class ChoiceFunctions {

	private ChoiceFunctions() {
	}

	static FunctionFactory factory() {
		Map<String, Function<FunctionCall, Sql>> makers = new HashMap<>();
		makers.put("Coalesce", (call) -> choose(Coalesce::new, call, Arguments.several(call)));
		makers.put("Greatest", (call) -> choose("GREATEST", call, Arguments.several(call)));
		makers.put("Least", (call) -> choose("LEAST", call, Arguments.several(call)));
		makers.put("NullIf", (call) -> choose("NULLIF", call, Arguments.all(call, 2, 2)));
		makers.put("NumNonNulls", (call) -> Call.of("NUM_NONNULLS", ValueTypes.INTEGER, Arguments.several(call)));
		makers.put("Cast", ChoiceFunctions::cast);
		makers.put("JSONObject", ChoiceFunctions::jsonObject);
		makers.put("JSONArray",
				(call) -> Call.of("JSONB_BUILD_ARRAY", ValueTypes.JSON, Arguments.all(call, 0, Integer.MAX_VALUE)));
		makers.put("JSONNull", (call) -> new Cast(Literal.of("null"), ValueTypes.JSON));
		makers.put("RandomUUID", (call) -> uuid("GEN_RANDOM_UUID", call, 0));
		makers.put("UUID4", (call) -> uuid("GEN_RANDOM_UUID", call, 0));
		makers.put("UUID7", (call) -> uuid("UUIDV7", call, 1));
		return new NamedFunctions(makers);
	}

	private static Sql choose(String function, FunctionCall call, List<Sql> arguments) {
		return choose((values, type) -> new Call(function, values, type), call, arguments);
	}

	private static Sql choose(BiFunction<List<Sql>, ValueType, Sql> choice, FunctionCall call, List<Sql> arguments) {
		ValueType type = Optional.ofNullable(call.type()).orElseGet(() -> OutputTypes.of(arguments));
		return choice.apply(arguments.stream().map((each) -> fitting(each, type)).toList(), type);
	}

	/**
	 * A text given where another type is asked for explicitly, such as a date, is bound
	 * as that type.
	 */
	private static Sql fitting(Sql argument, ValueType type) {
		boolean text = argument instanceof Parameter && argument.type().kind() == Kind.TEXT;
		return (text && type.kind() != Kind.TEXT && type.kind() != Kind.UNKNOWN)
				? OutputTypes.withType((Parameter) argument, type).asTyped() : argument;
	}

	private static Sql cast(FunctionCall call) {
		ValueType type = Optional.ofNullable(call.type())
			.orElseThrow(() -> new IllegalQueryException("Cast needs the type to cast to", Subject.ofArgument("Cast")));
		return new Cast(Arguments.only(call), type);
	}

	private static Sql jsonObject(FunctionCall call) {
		List<Sql> values = Arguments.all(call, 0, Integer.MAX_VALUE);
		Object names = call.options().getOrDefault("names", List.of());
		if (!(names instanceof List<?> keys) || keys.size() != values.size()) {
			throw new IllegalQueryException("JSONObject needs one name for each value, in the option 'names'",
					Subject.ofArgument("JSONObject"));
		}
		List<Sql> parts = new ArrayList<>();
		for (int i = 0; i < values.size(); i++) {
			parts.add(Parameter.constant(keys.get(i).toString(), ValueTypes.TEXT).asTyped());
			parts.add(values.get(i));
		}
		return Call.of("JSONB_BUILD_OBJECT", ValueTypes.JSON, parts);
	}

	private static Sql uuid(String function, FunctionCall call, int arguments) {
		return Call.of(function, ValueTypes.UUID, Arguments.all(call, 0, arguments));
	}

}
