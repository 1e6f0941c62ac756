package dev.orm.lookup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.orm.function.FunctionCall;
import dev.orm.function.FunctionRegistry;
import dev.orm.function.YearExtract;
import dev.orm.sql.Sql;
import dev.orm.type.Kind;

/**
 * The parts of dates and times as transforms, and comparisons of years that leave the
 * column bare for its index.
 */
final class DateLookups implements LookupFactory {

	private static final Map<String, String> DATE_PARTS = Map.of("year", "ExtractYear", "iso_year", "ExtractIsoYear",
			"quarter", "ExtractQuarter", "month", "ExtractMonth", "week", "ExtractWeek", "week_day", "ExtractWeekDay",
			"iso_week_day", "ExtractIsoWeekDay", "day", "ExtractDay");

	private static final Map<String, String> TIME_PARTS = Map.of("hour", "ExtractHour", "minute", "ExtractMinute",
			"second", "ExtractSecond");

	private static final Map<String, String> HALVES = Map.of("date", "TruncDate", "time", "TruncTime");

	private static final Set<String> YEAR_LOOKUPS = Set.of("exact", "gt", "gte", "lt", "lte");

	@Override
	public Optional<Lookup> lookup(String name, Sql left) {
		if (!YEAR_LOOKUPS.contains(name)) {
			return Optional.empty();
		}
		return YearExtract.of(left).map((year) -> new YearLookup(name, year));
	}

	@Override
	public Optional<Transform> transform(String name, Sql left) {
		Kind kind = left.type().kind();
		boolean hasDate = kind == Kind.DATE || isDateTime(kind);
		boolean hasTime = kind == Kind.TIME || isDateTime(kind);
		String function = hasDate ? DATE_PARTS.get(name) : null;
		if (function == null && hasTime) {
			function = TIME_PARTS.get(name);
		}
		if (function == null && isDateTime(kind)) {
			function = HALVES.get(name);
		}
		return Optional.ofNullable(function).map(DateLookups::call);
	}

	@Override
	public Set<String> names() {
		return Set.of("year", "iso_year", "quarter", "month", "week", "week_day", "iso_week_day", "day", "hour",
				"minute", "second", "date", "time");
	}

	private static boolean isDateTime(Kind kind) {
		return kind == Kind.DATETIME || kind == Kind.LOCAL_DATETIME;
	}

	private static Transform call(String function) {
		return (left) -> FunctionRegistry.standard().create(new FunctionCall(function, List.of(left), Map.of(), null));
	}

}
