package dev.orm.function;

import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import dev.orm.sql.Cast;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.type.Conversion;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * Reads the arguments and options of a call, and says in words what is wrong with them.
 */
final class Arguments {

	private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z_][\\w.]*(-[\\w.]+)*");

	/** Says that the last argument of a search function names its configuration. */
	static final String CONFIG_ARGUMENT = "config_argument";

	private Arguments() {
	}

	static List<Sql> all(FunctionCall call, int min, int max) {
		int size = call.arguments().size();
		if (size < min || size > max) {
			String expected = (min == max) ? "exactly " + min
					: (max == Integer.MAX_VALUE) ? "at least " + min : min + " to " + max;
			throw new IllegalQueryException(
					"'%s' takes %s argument(s) (%d given)".formatted(call.name(), expected, size),
					Subject.ofArgument(call.name()));
		}
		return call.arguments().stream().map(OutputTypes::typed).toList();
	}

	/**
	 * The arguments of a function that chooses or joins, of which one alone makes no
	 * sense.
	 */
	static List<Sql> several(FunctionCall call) {
		if (call.arguments().size() < 2) {
			throw new QueryValueException("%s must take at least two expressions".formatted(call.name()),
					Subject.ofArgument(call.name()));
		}
		return all(call, 2, Integer.MAX_VALUE);
	}

	static Sql only(FunctionCall call) {
		return all(call, 1, 1).get(0);
	}

	static ValueType typeOr(FunctionCall call, ValueType inferred) {
		return Optional.ofNullable(call.type()).orElse(inferred);
	}

	/**
	 * An argument that PostgreSQL wants as an {@code integer}, whatever Java class the
	 * value has.
	 */
	static Sql integer(Sql argument) {
		return (argument instanceof Parameter parameter) ? OutputTypes.withType(parameter, ValueTypes.INTEGER).asTyped()
				: argument;
	}

	/** As {@link #integer}, with a test of the value before it is bound. */
	static Sql integer(Sql argument, LongPredicate test, String function, String complaint) {
		if (!(argument instanceof Parameter parameter)) {
			return argument;
		}
		Conversion checked = (value) -> {
			Object converted = parameter.conversion().apply(value);
			if (converted instanceof Number number && !test.test(number.longValue())) {
				throw new QueryValueException(complaint, Subject.ofArgument(function)).of(number);
			}
			return converted;
		};
		return new Parameter(parameter.ordinal(), parameter.constant(), checked, ValueTypes.INTEGER, true);
	}

	/**
	 * An argument that takes part in text; numbers and dates are cast, as Django does for
	 * PostgreSQL.
	 */
	static Sql text(Sql argument) {
		return (argument.type().kind() == Kind.TEXT) ? argument : new Cast(argument, ValueTypes.TEXT);
	}

	/**
	 * Refuse options a function does not have: one misspelt would be left out silently.
	 */
	static FunctionCall knowing(FunctionCall call, String... options) {
		List<String> known = List.of(options);
		for (String option : call.options().keySet()) {
			if (!known.contains(option) && !(option.equals(CONFIG_ARGUMENT) && known.contains("config"))) {
				throw new QueryValueException("%s has no option '%s'.".formatted(call.name(), option),
						UnknownName.of("", option, known));
			}
		}
		return call;
	}

	static boolean flag(FunctionCall call, String option) {
		return Boolean.TRUE.equals(call.options().get(option));
	}

	static Optional<String> string(FunctionCall call, String option) {
		return Optional.ofNullable(call.options().get(option)).map(Object::toString);
	}

	static Optional<Long> number(FunctionCall call, String option) {
		Object value = call.options().get(option);
		if (value != null && !(value instanceof Number)) {
			throw new QueryValueException("'%s' of %s must be a number, not %s".formatted(option, call.name(), value),
					Subject.ofArgument(option))
				.of(value);
		}
		return Optional.ofNullable((Number) value).map(Number::longValue);
	}

	static long positive(FunctionCall call, String option, long otherwise) {
		long value = number(call, option).orElse(otherwise);
		if (value <= 0) {
			throw new QueryValueException(
					"%s requires a positive integer for '%s' but got %d".formatted(call.name(), option, value),
					Subject.ofArgument(option))
				.of(value);
		}
		return value;
	}

	/** A name that is written into the text: a text search configuration, a collation. */
	static String safeName(String name, String what) {
		if (!SAFE_NAME.matcher(name).matches()) {
			throw new QueryValueException("Invalid %s name: '%s'".formatted(what, name), Subject.ofArgument(what))
				.of(name);
		}
		return name;
	}

}
