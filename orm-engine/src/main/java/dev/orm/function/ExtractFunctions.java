package dev.orm.function;

import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import dev.orm.sql.Extract;
import dev.orm.sql.Infix;
import dev.orm.sql.Literal;
import dev.orm.sql.Sql;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * Functions that take a part of a date or time. Django's {@code Extract} and its kinds.
 */
final class ExtractFunctions {

	private static final Map<String, Extract.Field> PARTS = parts();

	private static final Set<String> TIME_PARTS = Set.of("hour", "minute", "second");

	private static final Set<String> DURATION_PARTS = Set.of("day", "hour", "minute", "second");

	private ExtractFunctions() {
	}

	static FunctionFactory factory() {
		Map<String, Function<FunctionCall, Sql>> makers = new HashMap<>();
		makers.put("Extract", (call) -> extract(Arguments.string(call, "lookup").orElse(""), call));
		Map.of("Year", "year", "IsoYear", "iso_year", "Quarter", "quarter", "Month", "month", "Week", "week", "Day",
				"day", "WeekDay", "week_day", "IsoWeekDay", "iso_week_day", "Hour", "hour", "Minute", "minute")
			.forEach((name, part) -> makers.put("Extract" + name, (call) -> extract(part, call)));
		makers.put("ExtractSecond", (call) -> extract("second", call));
		return new NamedFunctions(makers);
	}

	private static Map<String, Extract.Field> parts() {
		Map<String, Extract.Field> parts = new LinkedHashMap<>();
		for (String part : new String[] { "year", "quarter", "month", "week", "day", "hour", "minute" }) {
			parts.put(part, Extract.Field.valueOf(part.toUpperCase(Locale.ROOT)));
		}
		parts.put("iso_year", Extract.Field.ISOYEAR);
		parts.put("iso_week_day", Extract.Field.ISODOW);
		parts.put("week_day", Extract.Field.DOW);
		parts.put("second", Extract.Field.SECOND);
		return Collections.unmodifiableMap(parts);
	}

	private static Sql extract(String part, FunctionCall call) {
		Sql source = Arguments.only(call);
		Extract.Field field = Optional.ofNullable(PARTS.get(part))
			.orElseThrow(() -> new QueryValueException("Cannot extract '%s'.".formatted(part),
					UnknownName.of("", part, PARTS.keySet())));
		Kind kind = OutputTypes.require(source).kind();
		check(part, kind);
		ZoneId zone = Zones.of(call, kind);
		return extract(field, Arguments.typeOr(call, ValueTypes.INTEGER), Zones.local(source, zone));
	}

	private static Sql extract(Extract.Field field, ValueType type, Sql local) {
		return switch (field) {
			// Django counts from Sunday, 1
			case DOW -> new Infix(BuiltInOperator.PLUS, new Extract(field, local, type), Literal.of(1), type);
			// whole seconds, as on databases without fractions
			case SECOND -> new Extract(field, TruncFunctions.truncated("second", local, local.type()), type);
			default -> new Extract(field, local, type);
		};
	}

	private static void check(String part, Kind kind) {
		if (!kind.isTemporal() && kind != Kind.DURATION) {
			throw new QueryValueException(
					"Extract needs a date, datetime, time or duration, not " + kind.name().toLowerCase(Locale.ROOT),
					Subject.ofArgument(part));
		}
		if (kind == Kind.DATE && TIME_PARTS.contains(part)) {
			throw new QueryValueException(
					"Cannot extract time component '%s' from a date. hint: a date has no time of day".formatted(part),
					Subject.ofArgument(part));
		}
		if (kind == Kind.DURATION && !DURATION_PARTS.contains(part)) {
			throw new QueryValueException("Cannot extract component '%s' from a duration.".formatted(part),
					UnknownName.of("", part, DURATION_PARTS.stream().sorted().toList()));
		}
	}

}
