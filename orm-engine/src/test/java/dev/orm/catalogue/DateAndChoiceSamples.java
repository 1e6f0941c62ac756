package dev.orm.catalogue;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.orm.expression.Expression;
import dev.orm.expression.Functions;
import dev.orm.expression.functions.DateFunctions;
import dev.orm.type.ValueTypes;

import static dev.orm.catalogue.SamplePath.SAMPLE;

/** Functions on dates, and those that choose, cast and make. */
final class DateAndChoiceSamples {

	private DateAndChoiceSamples() {
	}

	static List<Entry> entries() {
		return Stream.of(dates(), choices()).flatMap(List::stream).toList();
	}

	private static List<Entry> dates() {
		return List.of(entry("dates", "ExtractYear", "extractYear(moment)", DateFunctions.extractYear(SAMPLE.moment)),
				entry("dates", "ExtractIsoYear", "extractIsoYear(moment)", DateFunctions.extractIsoYear(SAMPLE.moment)),
				entry("dates", "ExtractQuarter", "extractQuarter(moment)", DateFunctions.extractQuarter(SAMPLE.moment)),
				entry("dates", "ExtractMonth", "extractMonth(moment)", DateFunctions.extractMonth(SAMPLE.moment)),
				entry("dates", "ExtractWeek", "extractWeek(moment)", DateFunctions.extractWeek(SAMPLE.moment)),
				entry("dates", "ExtractDay", "extractDay(moment)", DateFunctions.extractDay(SAMPLE.moment)),
				entry("dates", "ExtractWeekDay", "extractWeekDay(moment)", DateFunctions.extractWeekDay(SAMPLE.moment)),
				entry("dates", "ExtractIsoWeekDay", "extractIsoWeekDay(moment)",
						DateFunctions.extractIsoWeekDay(SAMPLE.moment)),
				entry("dates", "ExtractHour", "extractHour(moment)", DateFunctions.extractHour(SAMPLE.moment)),
				entry("dates", "ExtractMinute", "extractMinute(moment)", DateFunctions.extractMinute(SAMPLE.moment)),
				entry("dates", "ExtractSecond", "extractSecond(moment)", DateFunctions.extractSecond(SAMPLE.moment)),
				entry("dates", "Extract", "extract(part, moment)", DateFunctions.extract("hour", SAMPLE.moment)),
				entry("dates", "Extract", "extract(part, moment, zone)",
						DateFunctions.extract("hour", SAMPLE.moment, ZoneId.of("Asia/Tokyo"))),
				entry("dates", "TruncYear", "truncYear(moment)", DateFunctions.truncYear(SAMPLE.moment)),
				entry("dates", "TruncQuarter", "truncQuarter(moment)", DateFunctions.truncQuarter(SAMPLE.moment)),
				entry("dates", "TruncMonth", "truncMonth(moment)", DateFunctions.truncMonth(SAMPLE.moment)),
				entry("dates", "TruncWeek", "truncWeek(moment)", DateFunctions.truncWeek(SAMPLE.moment)),
				entry("dates", "TruncDay", "truncDay(moment)", DateFunctions.truncDay(SAMPLE.moment)),
				entry("dates", "TruncHour", "truncHour(moment)", DateFunctions.truncHour(SAMPLE.moment)),
				entry("dates", "TruncMinute", "truncMinute(moment)", DateFunctions.truncMinute(SAMPLE.moment)),
				entry("dates", "TruncSecond", "truncSecond(moment)", DateFunctions.truncSecond(SAMPLE.moment)),
				entry("dates", "Trunc", "trunc(kind, moment)", DateFunctions.trunc("day", SAMPLE.moment)),
				entry("dates", "Trunc", "trunc(kind, moment, zone)",
						DateFunctions.trunc("day", SAMPLE.moment, ZoneId.of("Asia/Tokyo"))),
				entry("dates", "TruncDate", "truncDate(moment)", DateFunctions.truncDate(SAMPLE.moment)),
				entry("dates", "TruncDate", "truncDate(moment, zone)",
						DateFunctions.truncDate(SAMPLE.moment, ZoneId.of("Asia/Tokyo"))),
				entry("dates", "TruncTime", "truncTime(moment)", DateFunctions.truncTime(SAMPLE.moment)),
				entry("dates", "TruncTime", "truncTime(moment, zone)",
						DateFunctions.truncTime(SAMPLE.moment, ZoneId.of("Asia/Tokyo"))),
				entry("dates", "Now", "now()", DateFunctions.now()),
				entry("dates", "TransactionNow", "transactionNow()", DateFunctions.transactionNow()));
	}

	private static List<Entry> choices() {
		return List.of(
				entry("choice", "Coalesce", "coalesce(first, others…)", Functions.coalesce(SAMPLE.title, "none")),
				entry("choice", "NullIf", "nullIf(expression, value)", Functions.nullIf(SAMPLE.count, 7)),
				entry("choice", "Greatest", "greatest(first, others…)", Functions.greatest(SAMPLE.count, 8)),
				entry("choice", "Least", "least(first, others…)", Functions.least(SAMPLE.count, 8)),
				entry("choice", "NumNonNulls", "numNonNulls(first, others…)",
						Functions.numNonNulls(SAMPLE.count, SAMPLE.title)),
				entry("choice", "Cast", "cast(expression, type)", Functions.cast(SAMPLE.count, ValueTypes.TEXT)),
				entry("choice", "Collate", "collate(text, collation)", Functions.collate(SAMPLE.title, "C")),
				entry("choice", "JSONObject", "jsonObject(fields)", Functions.jsonObject(Map.of("n", SAMPLE.count))),
				entry("choice", "JSONArray", "jsonArray(items…)", Functions.jsonArray(SAMPLE.count, "x")),
				entry("choice", "JSONNull", "jsonNull()", Functions.jsonNull()),
				entry("choice", "RandomUUID", "randomUuid()", Functions.randomUuid()),
				entry("choice", "UUID4", "uuid4()", Functions.uuid4()),
				entry("choice", "UUID7", "uuid7()", Functions.uuid7()),
				entry("choice", "UUID7", "uuid7(shift)", Functions.uuid7(Duration.ofDays(-1))));
	}

	private static Entry entry(String topic, String name, String java, Expression<Sample, ?> expression) {
		return new Entry(topic, name, java, expression);
	}

}
