package dev.orm.typing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import dev.orm.Manager;
import dev.orm.Row;
import dev.orm.catalogue.Sample;
import dev.orm.catalogue.SampleDatabase;
import dev.orm.error.QueryValueException;
import dev.orm.expression.Expression;
import dev.orm.expression.F;
import dev.orm.expression.OrderBy;
import dev.orm.expression.functions.DateFunctions;
import dev.orm.expression.functions.TextFunctions;
import dev.orm.test.TestDatabase;
import dev.orm.type.CurrentZone;
import dev.orm.type.Range;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.catalogue.SamplePath.SAMPLE;
import static dev.orm.expression.Aggregates.arrayAgg;
import static dev.orm.expression.Aggregates.boolOr;
import static dev.orm.expression.Aggregates.max;
import static dev.orm.expression.Aggregates.stringAgg;
import static dev.orm.expression.Aggregates.sum;
import static dev.orm.expression.functions.DateFunctions.truncMonth;
import static dev.orm.expression.functions.TextFunctions.lower;
import static dev.orm.expression.functions.Windows.over;
import static dev.orm.expression.functions.Windows.rowNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What typed paths and names can say, and the class of what they answer. */
class TypedPathTests {

	@RegisterExtension
	static final TestDatabase database = SampleDatabase.create();

	private static final Manager<Sample> samples = SampleDatabase.open(database);

	@Test
	void aRangeIsReadAsOne() {
		record Span(@Nullable Range<Integer> span, @Nullable Integer lower) {
		}
		List<Span> spans = samples.orderBy(SAMPLE.id).values(SAMPLE.span, SAMPLE.span.lower()).as(Span::new);
		assertThat(spans).containsExactly(new Span(Range.closedOpen(1, 10), 1), new Span(Range.closedOpen(5, null), 5),
				new Span(null, null));
		assertThat(samples.get(SAMPLE.span.eq(Range.closedOpen(1, 10))).getId()).isEqualTo(1);
		Range<Integer> first = samples.orderBy(SAMPLE.id).flat(SAMPLE.span).first().orElseThrow();
		assertThat(first).isEqualTo(Range.closedOpen(1, 10));
	}

	@Test
	void partsOfDatesAreTakenOneAfterTheOther() {
		assertThat(samples.flat(SAMPLE.moment.date().year()).list()).containsOnly(2024, 2024, null);
		assertThat(samples.filter(SAMPLE.moment.date().month().eq(11), SAMPLE.moment.time().minute().gte(30)).count())
			.isEqualTo(2);
		assertThat(samples.filter(truncMonth(SAMPLE.moment).day().eq(1)).count()).isEqualTo(2);
		assertThat(samples.filter(SAMPLE.moment.date().isoWeekDay().eq(7)).toSql())
			.isEqualTo(samples.filter("moment__date__iso_week_day", 7).toSql());
	}

	@Test
	void partsAndKindsGoByName() {
		ZoneId tokyo = ZoneId.of("Asia/Tokyo");
		assertThat(first(DateFunctions.extract("hour", SAMPLE.moment))).isEqualTo(5);
		assertThat(first(DateFunctions.trunc("day", SAMPLE.moment))).isEqualTo(Instant.parse("2024-11-03T00:00:00Z"));
		assertThat(CurrentZone.with(tokyo, () -> first(DateFunctions.extract("hour", SAMPLE.moment)))).isEqualTo(14);
		assertThat(first(DateFunctions.extract("day", SAMPLE.length))).isEqualTo(0);
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> first(DateFunctions.trunc("age", SAMPLE.day)))
			.withMessageContaining("year");
	}

	@Test
	void transformsGoByName() {
		assertThat(first(SAMPLE.day.transform("year"))).isEqualTo(2024);
		assertThat(first(SAMPLE.title.lower().transform("length"))).isEqualTo(12);
		assertThat(samples.filter(SAMPLE.words.transform("len").eq(2)).count()).isEqualTo(1);
		assertThat(samples.filter(SAMPLE.title.lower().transform("reverse__length").gt(1)).count()).isEqualTo(2);
		assertThat(samples.orderBy(SAMPLE.title.<Integer>transform("length").desc().nullsLast(), SAMPLE.id)
			.flat(SAMPLE.id)
			.list()).containsExactly(1L, 2L, 3L);
	}

	@Test
	void textsAndElementsAreTakenFromAPositionOn() {
		assertThat(first(SAMPLE.title.slice(8))).isEqualTo("dogs");
		assertThat(first(F.slice("title", 8))).isEqualTo("dogs");
		assertThat(first(F.slice("words", 1))).isEqualTo(List.of("sql"));
		assertThat(first(F.slice("words", 0, 1))).isEqualTo(List.of("java"));
	}

	@Test
	void namesHaveTheClassTheirCallerSays() {
		assertThat(first(lower(F.text("title")))).isEqualTo("running dogs");
		assertThat(samples.filter(F.text("title").istartswith("RUN").or(F.text("body").contains("."))).count())
			.isEqualTo(2);
		BigDecimal total = samples.aggregate(sum(F.of("price", BigDecimal.class)));
		assertThat(total).isEqualByComparingTo("14.845");
		Boolean any = samples.aggregate(boolOr(F.of("flag", Boolean.class)));
		assertThat(any).isTrue();
		LocalDate day = samples.aggregate(max(F.of("day", LocalDate.class)));
		assertThat(day).isEqualTo(LocalDate.of(2024, 2, 29));
	}

	@Test
	void whatIsInsideIsOrderedByNames() {
		assertThat(samples.filter("count__isnull", false).aggregate(arrayAgg(SAMPLE.count).orderBy("-count")))
			.isEqualTo(List.of(10, 7));
		assertThat(samples.aggregate(stringAgg(F.text("title"), "/").orderBy("count")))
			.isEqualTo("Running dogs/Crème brûlée");
		var place = over(rowNumber()).partitionBy("flag").orderBy("-id").as("place");
		var same = over(rowNumber()).partitionBy(SAMPLE.flag).orderBy(SAMPLE.id.desc()).as("place");
		var mixed = over(rowNumber()).partitionBy(SAMPLE.flag).orderBy(OrderBy.named("-id")).as("place");
		assertThat(samples.annotate(place).toSql()).isEqualTo(samples.annotate(same).toSql())
			.isEqualTo(samples.annotate(mixed).toSql());
		assertThat(samples.annotate(place).filter(place.eq(1)).count()).isEqualTo(3);
	}

	@Test
	void anAggregateHasTheTypeItIsGiven() {
		Row row = samples.aggregate(sum(SAMPLE.count).typed(ValueTypes.DECIMAL).as("total"));
		assertThat(row.get("total")).isEqualTo(new BigDecimal("17"));
		Duration longest = samples.aggregate(max(SAMPLE.length));
		assertThat(longest).isEqualTo(Duration.ofHours(36));
	}

	@Test
	void whatFillsAndReplacesMayBeLeftOut() {
		assertThat(first(TextFunctions.lpad(SAMPLE.title, 14))).isEqualTo("  Running dogs");
		assertThat(first(TextFunctions.rpad(SAMPLE.title, 13))).isEqualTo("Running dogs ");
		assertThat(first(TextFunctions.replace(SAMPLE.title, " dogs"))).isEqualTo("Running");
	}

	@Test
	void aTruthIsTurnedAroundAndNullStaysNull() {
		List<@Nullable Boolean> turned = samples.orderBy(SAMPLE.id).flat(SAMPLE.flag.isFalse()).list();
		assertThat(turned).containsExactly(false, true, null);
		assertThat(first(SAMPLE.at.minute())).isEqualTo(20);
		assertThat(first(SAMPLE.moment.time())).isEqualTo(LocalTime.of(5, 30, 15));
	}

	private static @Nullable Object first(Expression<? super Sample, ?> expression) {
		return samples.annotate("x", expression).orderBy("id").flat("x").list().get(0);
	}

}
