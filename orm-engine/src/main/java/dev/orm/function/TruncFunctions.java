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
import dev.orm.sql.Call;
import dev.orm.sql.Cast;
import dev.orm.sql.Literal;
import dev.orm.sql.Reading;
import dev.orm.sql.ServerValue;
import dev.orm.sql.Sql;
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
		makers.put("Now", (call) -> now(ServerValue.Source.STATEMENT_TIME, call));
		makers.put("TransactionNow", (call) -> now(ServerValue.Source.TRANSACTION_TIME, call));
		return new NamedFunctions(makers);
	}

	private static Sql now(ServerValue.Source source, FunctionCall call) {
		return new ServerValue(source, Arguments.typeOr(call, ValueTypes.DATETIME));
	}

	private static Sql part(String part, ValueType type, Kind refused, FunctionCall call) {
		Sql source = Arguments.only(call);
		Kind kind = OutputTypes.require(source).kind();
		if (!kind.isTemporal() || kind == refused) {
			throw new QueryValueException(
					"Cannot take the %s of a %s.".formatted(part, kind.name().toLowerCase(Locale.ROOT)),
					Subject.ofArgument(call.name()));
		}
		Sql local = Zones.local(source, Zones.of(call, kind));
		return cast(local, type, Arguments.typeOr(call, type));
	}

	private static Sql trunc(String kind, FunctionCall call) {
		Sql source = Arguments.only(call);
		ValueType from = OutputTypes.require(source);
		ValueType to = Optional.ofNullable(call.type()).orElse(from);
		check(kind, from.kind(), to.kind());
		ZoneId zone = Zones.of(call, from.kind());
		Sql local = Zones.local(source, zone);
		return switch (to.kind()) {
			case DATE -> cast(truncated(kind, local, local.type()), ValueTypes.DATE, to);
			case TIME -> cast(truncated(kind, local, local.type()), ValueTypes.TIME, to);
			case DATETIME -> truncated(kind, local, (from.kind() == Kind.DATETIME) ? Zones.truncated(to, zone) : to);
			default -> truncated(kind, local, to);
		};
	}

	static Sql truncated(String kind, Sql source, ValueType type) {
		return Call.of("DATE_TRUNC", type, Literal.of(kind), source);
	}

	/** A part is read with the type that was asked for, whatever it is cast to. */
	private static Sql cast(Sql source, ValueType part, ValueType asked) {
		Sql cast = new Cast(source, part);
		boolean same = asked.equals(part) && asked.codec().equals(part.codec());
		return same ? cast : new Reading.Typed(cast, asked);
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
