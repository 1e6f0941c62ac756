package dev.orm.function;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import dev.orm.sql.Fragment;
import dev.orm.sql.Sql;
import dev.orm.sql.Template;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * Functions that cut dates and times down, and the current time. Django's {@code Trunc},
 * its kinds and {@code Now}.
 */
final class TruncFunctions {

	private static final List<String> KINDS = List.of("year", "quarter", "month", "week", "day", "hour", "minute",
			"second");

	private static final Set<String> TIME_KINDS = Set.of("hour", "minute", "second");

	private TruncFunctions() {
	}

	static FunctionFactory factory() {
		Map<String, Function<FunctionCall, Sql>> makers = new HashMap<>();
		makers.put("Trunc", (call) -> trunc(Arguments.string(call, "kind").orElse(""), call));
		for (String kind : KINDS) {
			String name = "Trunc" + Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
			makers.put(name, (call) -> trunc(kind, call));
		}
		makers.put("TruncDate", (call) -> part("date", ValueTypes.DATE, Kind.TIME, call));
		makers.put("TruncTime", (call) -> part("time", ValueTypes.TIME, Kind.DATE, call));
		makers.put("Now", (call) -> now("STATEMENT_TIMESTAMP()", call));
		makers.put("TransactionNow", (call) -> now("CURRENT_TIMESTAMP", call));
		return new NamedFunctions(makers);
	}

	private static Sql now(String text, FunctionCall call) {
		return new Fragment(text, Arguments.typeOr(call, ValueTypes.DATETIME));
	}

	private static Sql part(String part, ValueType type, Kind refused, FunctionCall call) {
		Sql source = Arguments.only(call);
		Kind kind = OutputTypes.require(source).kind();
		if (!kind.isTemporal() || kind == refused) {
			throw new QueryValueException(
					"Cannot take the %s of a %s.".formatted(part, kind.name().toLowerCase(Locale.ROOT)),
					Subject.ofArgument(call.name()));
		}
		Sql local = Zones.local(source, ExtractFunctions.zone(call, kind));
		return Template.of("({})::" + part, Arguments.typeOr(call, type), local);
	}

	private static Sql trunc(String kind, FunctionCall call) {
		Sql source = Arguments.only(call);
		ValueType from = OutputTypes.require(source);
		ValueType to = Optional.ofNullable(call.type()).orElse(from);
		check(kind, from.kind(), to.kind());
		ZoneId zone = ExtractFunctions.zone(call, from.kind());
		String text = "DATE_TRUNC('" + kind + "', {})";
		Sql local = Zones.local(source, zone);
		return switch (to.kind()) {
			case DATE -> Template.of(text + "::date", to, local);
			case TIME -> Template.of(text + "::time", to, local);
			case DATETIME -> (from.kind() == Kind.DATETIME) ? Template.of(text, Zones.truncated(to, zone), local)
					: Template.of(text, to, local);
			default -> Template.of(text, to, local);
		};
	}

	private static void check(String kind, Kind from, Kind to) {
		if (!KINDS.contains(kind)) {
			throw new QueryValueException("Cannot truncate to '%s'.".formatted(kind), UnknownName.of("", kind, KINDS));
		}
		if (!from.isTemporal() || !to.isTemporal()) {
			throw new QueryValueException(
					"Trunc is only valid on a date, time or datetime, not from %s to %s."
						.formatted(from.name().toLowerCase(Locale.ROOT), to.name().toLowerCase(Locale.ROOT)),
					Subject.ofArgument(kind));
		}
		boolean finer = from == Kind.DATE && (to != Kind.DATE || TIME_KINDS.contains(kind));
		boolean coarser = from == Kind.TIME && (to != Kind.TIME || !TIME_KINDS.contains(kind));
		if (finer || coarser) {
			throw new QueryValueException("Cannot truncate a %s to %s as a %s."
				.formatted(from.name().toLowerCase(Locale.ROOT), kind, to.name().toLowerCase(Locale.ROOT)),
					Subject.ofArgument(kind));
		}
	}

}
