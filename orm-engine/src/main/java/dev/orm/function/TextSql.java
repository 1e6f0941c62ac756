package dev.orm.function;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import dev.orm.sql.Coalesce;
import dev.orm.sql.Infix;
import dev.orm.sql.Literal;
import dev.orm.sql.Parameter;
import dev.orm.sql.Reading;
import dev.orm.sql.Sql;
import dev.orm.sql.Call;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/** Functions on text and its hashes. Django's {@code db.models.functions.text}. */
final class TextSql {

	private TextSql() {
	}

	static FunctionFactory factory() {
		Map<String, Function<FunctionCall, Sql>> makers = new HashMap<>();
		for (String name : List.of("Lower", "Upper", "Trim", "LTrim", "RTrim", "Reverse", "MD5")) {
			makers.put(name, (call) -> keepingType(name.toUpperCase(Locale.ROOT), call));
		}
		makers.put("Length", (call) -> counting("LENGTH", call));
		makers.put("Ord", (call) -> counting("ASCII", call));
		makers.put("StrIndex", (call) -> Call.of("STRPOS", ValueTypes.INTEGER, Arguments.all(call, 2, 2)));
		makers.put("Chr", (call) -> text("CHR", call, List.of(Arguments.integer(Arguments.only(call)))));
		makers.put("Concat", TextSql::concat);
		makers.put("Left", (call) -> cut("LEFT", call));
		makers.put("Right", (call) -> cut("RIGHT", call));
		makers.put("Substr", TextSql::substr);
		makers.put("LPad", (call) -> pad("LPAD", call));
		makers.put("RPad", (call) -> pad("RPAD", call));
		makers.put("Repeat", TextSql::repeat);
		makers.put("Replace", TextSql::replace);
		makers.put("Collate", TextSql::collate);
		// the digest function of pgcrypto is the only way to SHA-1; the others are built
		// in since PostgreSQL 11
		makers.put("SHA1",
				(call) -> hash(call, (text) -> Call.of("DIGEST", ValueTypes.BINARY, text, Literal.of("SHA1"))));
		for (String bits : List.of("224", "256", "384", "512")) {
			makers.put("SHA" + bits, (call) -> hash(call, (text) -> Call.of("SHA" + bits, ValueTypes.BINARY,
					Call.of("CONVERT_TO", ValueTypes.BINARY, text, Literal.of("UTF8")))));
		}
		return new NamedFunctions(makers);
	}

	private static Sql keepingType(String function, FunctionCall call) {
		Sql argument = Arguments.only(call);
		return Call.of(function, Arguments.typeOr(call, argument.type()), argument);
	}

	private static Sql counting(String function, FunctionCall call) {
		return Call.of(function, Arguments.typeOr(call, ValueTypes.INTEGER), Arguments.only(call));
	}

	private static Sql hash(FunctionCall call, UnaryOperator<Sql> digest) {
		Sql argument = Arguments.only(call);
		return Call.of("ENCODE", Arguments.typeOr(call, argument.type()), digest.apply(argument), Literal.of("hex"));
	}

	private static Sql text(String function, FunctionCall call, List<Sql> arguments) {
		return Call.of(function, Arguments.typeOr(call, ValueTypes.VARCHAR), arguments);
	}

	/** Joins texts; a NULL counts as empty. */
	private static Sql concat(FunctionCall call) {
		List<Sql> arguments = Arguments.several(call);
		List<Sql> parts = arguments.stream().map(TextSql::orEmpty).toList();
		return joined(parts, Arguments.typeOr(call, OutputTypes.of(arguments)));
	}

	static Sql joined(List<Sql> parts, ValueType type) {
		return parts.stream()
			.reduce((before, part) -> new Infix(BuiltInOperator.JOINED, before, part, type))
			.orElseThrow();
	}

	static Sql orEmpty(Sql argument) {
		return Coalesce.of(Arguments.text(argument), Literal.of(""), ValueTypes.TEXT);
	}

	private static Sql cut(String function, FunctionCall call) {
		List<Sql> arguments = Arguments.all(call, 2, 2);
		Sql length = Arguments.integer(arguments.get(1), (value) -> value > 0, call.name(),
				call.name() + ": 'length' must be greater than 0.");
		return text(function, call, List.of(arguments.get(0), length));
	}

	private static Sql substr(FunctionCall call) {
		List<Sql> arguments = Arguments.all(call, 2, 3);
		Sql position = Arguments.integer(arguments.get(1), (value) -> value > 0, call.name(),
				call.name() + ": 'pos' must be greater than 0.");
		if (arguments.size() == 2) {
			return text("SUBSTRING", call, List.of(arguments.get(0), position));
		}
		return text("SUBSTRING", call, List.of(arguments.get(0), position, Arguments.integer(arguments.get(2))));
	}

	private static Sql pad(String function, FunctionCall call) {
		List<Sql> arguments = Arguments.all(call, 2, 3);
		Sql length = Arguments.integer(arguments.get(1), (value) -> value >= 0, call.name(),
				call.name() + ": 'length' must be greater or equal to 0.");
		Sql fill = (arguments.size() == 3) ? arguments.get(2) : constant(" ");
		return text(function, call, List.of(arguments.get(0), length, fill));
	}

	private static Sql repeat(FunctionCall call) {
		List<Sql> arguments = Arguments.all(call, 2, 2);
		Sql number = Arguments.integer(arguments.get(1), (value) -> value >= 0, call.name(),
				call.name() + ": 'number' must be greater or equal to 0.");
		return text("REPEAT", call, List.of(arguments.get(0), number));
	}

	private static Sql replace(FunctionCall call) {
		List<Sql> arguments = Arguments.all(call, 2, 3);
		Sql replacement = (arguments.size() == 3) ? arguments.get(2) : constant("");
		List<Sql> all = List.of(arguments.get(0), arguments.get(1), replacement);
		return Call.of("REPLACE", Arguments.typeOr(call, OutputTypes.of(all)), all);
	}

	private static Sql collate(FunctionCall call) {
		Sql argument = Arguments.only(call);
		String collation = Arguments.safeName(Arguments.string(call, "collation").orElse(""), "collation");
		return new Reading.Collated(argument, collation, Arguments.typeOr(call, argument.type()));
	}

	private static Sql constant(String value) {
		return Parameter.constant(value, ValueTypes.TEXT).asTyped();
	}

}
