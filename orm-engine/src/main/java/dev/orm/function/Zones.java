package dev.orm.function;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import dev.orm.sql.AtZone;
import dev.orm.sql.Sql;
import dev.orm.type.CurrentZone;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * Moves expressions between instants and the local time of a zone.
 */
public final class Zones {

	private Zones() {
	}

	/**
	 * Turn the local time of a zone, which truncation answers, back into an instant, to
	 * compare or combine it with others.
	 * @param sql any expression
	 * @return an expression of type {@code timestamp with time zone}, or the same if it
	 * is not such a local time
	 */
	public static Sql instant(Sql sql) {
		if (sql.type().codec() instanceof ZonedCodec codec) {
			return new AtZone(sql, codec.zone(), codec.instant());
		}
		return sql;
	}

	/** Turn an instant into the local time of a zone; other types stay. */
	static Sql local(Sql sql, ZoneId zone) {
		if (sql.type().codec() instanceof ZonedCodec codec && codec.zone().equals(zone)) {
			return sql;
		}
		if (sql.type().kind() != Kind.DATETIME) {
			return sql;
		}
		return new AtZone(instant(sql), zone, ValueTypes.LOCAL_DATETIME);
	}

	/** The type of a local time that is an instant to the caller. */
	static ValueType truncated(ValueType instant, ZoneId zone) {
		ValueType base = (instant.codec() instanceof ZonedCodec codec) ? codec.instant() : instant;
		return new ValueType(Kind.DATETIME, base.javaType(), ValueTypes.LOCAL_DATETIME.sqlName(), null,
				new ZonedCodec(base, zone));
	}

	private static ZoneId of(FunctionCall call) {
		Optional<Object> zone = Optional.ofNullable(call.options().get("tz"));
		return zone.map((value) -> (value instanceof ZoneId id) ? id : named(value.toString()))
			.orElseGet(CurrentZone::get);
	}

	/** The zone a call names, which only a datetime has. */
	static ZoneId of(FunctionCall call, Kind kind) {
		if (kind != Kind.DATETIME && call.options().containsKey("tz")) {
			throw new QueryValueException(
					"A time zone can only be used with a datetime, not with a " + kind.name().toLowerCase(Locale.ROOT),
					Subject.ofArgument("tz"));
		}
		return of(call);
	}

	private static ZoneId named(String name) {
		try {
			return ZoneId.of(name);
		}
		catch (DateTimeException ex) {
			throw unknown(name);
		}
	}

	/** Names those of the same part of the world, if that is one. */
	private static QueryValueException unknown(String name) {
		String part = name.substring(0, name.indexOf('/') + 1);
		List<String> all = ZoneId.getAvailableZoneIds().stream().sorted().toList();
		List<String> near = all.stream().filter((zone) -> !part.isEmpty() && zone.startsWith(part)).toList();
		return new QueryValueException(
				"Unknown time zone '%s'. hint: give its name, such as Europe/Berlin, or an offset, such as +02:00."
					.formatted(name),
				UnknownName.of("", name, near.isEmpty() ? all : near));
	}

}
