package dev.orm.type;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import dev.orm.codec.Refusals;

/** Classes of the JDK that travel as the value of a simpler one. */
final class MappedTypes {

	private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]+");

	static final Map<Class<?>, ValueType> TYPES = Map.ofEntries(
			type(URI.class, ValueTypes.mapping(ValueTypes.TEXT, URI.class, URI::toString, URI::create)),
			type(Locale.class,
					ValueTypes.mapping(ValueTypes.TEXT, Locale.class, Locale::toLanguageTag, MappedTypes::locale)),
			type(Currency.class,
					ValueTypes.mapping(ValueTypes.TEXT, Currency.class, Currency::getCurrencyCode,
							(String code) -> Currency.getInstance(code))),
			type(ZoneId.class,
					ValueTypes.mapping(ValueTypes.TEXT, ZoneId.class, ZoneId::getId, (String id) -> ZoneId.of(id))),
			type(ZoneOffset.class,
					ValueTypes.mapping(ValueTypes.TEXT, ZoneOffset.class, ZoneOffset::getId,
							(String id) -> ZoneOffset.of(id))),
			type(MonthDay.class,
					ValueTypes.mapping(ValueTypes.TEXT, MonthDay.class, MonthDay::toString,
							(String day) -> MonthDay.parse(day))),
			type(Character.class,
					ValueTypes.mapping(ValueTypes.TEXT, Character.class, String::valueOf, MappedTypes::character)),
			type(Year.class,
					ValueTypes.mapping(ValueTypes.INTEGER, Year.class, Year::getValue,
							(Integer year) -> Year.of(year))),
			type(Byte.class,
					ValueTypes.mapping(ValueTypes.SMALLINT, Byte.class, Byte::shortValue, MappedTypes::byteOf)),
			type(YearMonth.class,
					ValueTypes.mapping(ValueTypes.DATE, YearMonth.class, (month) -> month.atDay(1),
							MappedTypes::month)),
			type(ZonedDateTime.class,
					ValueTypes.mapping(ValueTypes.DATETIME, ZonedDateTime.class, ZonedDateTime::toInstant,
							(Instant instant) -> instant.atZone(ZoneOffset.UTC))),
			type(InetAddress.class, ValueTypes.mapping(ValueTypes.INET, InetAddress.class, InetAddress::getHostAddress,
					MappedTypes::address)));

	private MappedTypes() {
	}

	private static Map.Entry<Class<?>, ValueType> type(Class<?> javaType, ValueType type) {
		return Map.entry(javaType, type);
	}

	private static Locale locale(String tag) {
		try {
			return new Locale.Builder().setLanguageTag(tag).build();
		}
		catch (IllformedLocaleException ex) {
			throw new IllegalArgumentException(tag, ex);
		}
	}

	private static Character character(String text) {
		if (text.length() != 1) {
			throw new IllegalArgumentException("not one character");
		}
		return text.charAt(0);
	}

	private static Byte byteOf(Short number) {
		if (number != number.byteValue()) {
			throw Refusals.outOfRange(number, "byte");
		}
		return number.byteValue();
	}

	private static YearMonth month(LocalDate day) {
		if (day.getDayOfMonth() != 1) {
			throw new IllegalArgumentException("not the first day of a month");
		}
		return YearMonth.from(day);
	}

	/** Never asks a name server. */
	private static InetAddress address(String text) {
		if (!ADDRESS.matcher(text).matches() || !(text.contains(":") || text.indexOf('.') > 0)) {
			throw new IllegalArgumentException("not an address");
		}
		try {
			return InetAddress.getByName(text);
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException(text, ex);
		}
	}

}
