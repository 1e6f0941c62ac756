package dev.orm.expression;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.orm.expression.functions.DateFunctions;
import dev.orm.expression.functions.MathFunctions;
import dev.orm.expression.functions.SearchFunctions;
import dev.orm.expression.functions.Statistics;
import dev.orm.expression.functions.TextFunctions;
import dev.orm.expression.functions.Windows;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Frame;
import dev.orm.expression.node.Predicate;
import dev.orm.function.AggregateRegistry;
import dev.orm.function.FunctionRegistry;
import dev.orm.model.Model;
import dev.orm.path.NumberColumn;
import dev.orm.path.StringColumn;
import dev.orm.type.ValueTypes;
import org.junit.jupiter.api.Test;

import static dev.orm.expression.Aggregates.avg;
import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.stringAgg;
import static dev.orm.expression.Aggregates.sum;
import static dev.orm.expression.Expressions.caseWhen;
import static dev.orm.expression.Expressions.outer;
import static dev.orm.expression.Expressions.value;
import static dev.orm.expression.functions.Windows.over;
import static dev.orm.expression.functions.Windows.rank;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The typed functions build nodes that the registries know. */
class TypedFunctionTests {

	private static final StringColumn<Item> NAME = new StringColumn<>("name");

	private static final NumberColumn<Item, BigDecimal> PRICE = new NumberColumn<>("price");

	private static final NumberColumn<Item, Integer> STOCK = new NumberColumn<>("stock");

	@Test
	void textFunctionsAreKnown() {
		assertKnown(TextFunctions.lower(NAME), TextFunctions.upper(NAME), TextFunctions.trim(NAME),
				TextFunctions.ltrim(NAME), TextFunctions.rtrim(NAME), TextFunctions.reverse(NAME),
				TextFunctions.md5(NAME), TextFunctions.sha1(NAME), TextFunctions.sha224(NAME),
				TextFunctions.sha256(NAME), TextFunctions.sha384(NAME), TextFunctions.sha512(NAME),
				TextFunctions.length(NAME), TextFunctions.ord(NAME), TextFunctions.chr(STOCK),
				TextFunctions.strIndex(NAME, "a"), TextFunctions.concat(NAME, " ", STOCK), TextFunctions.left(NAME, 1),
				TextFunctions.right(NAME, 1), TextFunctions.substr(NAME, 1), TextFunctions.substr(NAME, 1, 2),
				TextFunctions.lpad(NAME, 3, " "), TextFunctions.rpad(NAME, 3, " "), TextFunctions.repeat(NAME, 2),
				TextFunctions.replace(NAME, "a", "b"));
	}

	@Test
	void numberFunctionsAreKnown() {
		assertKnown(MathFunctions.abs(STOCK), MathFunctions.ceil(PRICE), MathFunctions.floor(PRICE),
				MathFunctions.sign(PRICE), MathFunctions.round(PRICE), MathFunctions.round(PRICE, 1),
				MathFunctions.acos(PRICE), MathFunctions.asin(PRICE), MathFunctions.atan(PRICE),
				MathFunctions.cos(PRICE), MathFunctions.cot(PRICE), MathFunctions.degrees(PRICE),
				MathFunctions.exp(PRICE), MathFunctions.ln(PRICE), MathFunctions.radians(PRICE),
				MathFunctions.sin(PRICE), MathFunctions.sqrt(PRICE), MathFunctions.tan(PRICE),
				MathFunctions.atan2(PRICE, STOCK), MathFunctions.log(PRICE, 2), MathFunctions.power(PRICE, 2),
				MathFunctions.mod(STOCK, 2), MathFunctions.pi(), MathFunctions.random());
	}

	@Test
	void dateFunctionsAreKnown() {
		List<Expression<?, ?>> all = new ArrayList<>(List.of(DateFunctions.extractYear(PRICE),
				DateFunctions.extractIsoYear(PRICE), DateFunctions.extractQuarter(PRICE),
				DateFunctions.extractMonth(PRICE), DateFunctions.extractWeek(PRICE), DateFunctions.extractDay(PRICE),
				DateFunctions.extractWeekDay(PRICE), DateFunctions.extractIsoWeekDay(PRICE),
				DateFunctions.extractHour(PRICE), DateFunctions.extractMinute(PRICE),
				DateFunctions.extractSecond(PRICE), DateFunctions.extract("hour", PRICE, ZoneId.of("UTC"))));
		all.addAll(List.of(DateFunctions.truncYear(PRICE), DateFunctions.truncQuarter(PRICE),
				DateFunctions.truncMonth(PRICE), DateFunctions.truncWeek(PRICE), DateFunctions.truncDay(PRICE),
				DateFunctions.truncHour(PRICE), DateFunctions.truncMinute(PRICE), DateFunctions.truncSecond(PRICE),
				DateFunctions.trunc("day", PRICE, ZoneId.of("UTC")), DateFunctions.truncDate(PRICE),
				DateFunctions.truncTime(PRICE), DateFunctions.now(), DateFunctions.transactionNow()));
		assertKnown(all.toArray(Expression[]::new));
	}

	@Test
	void otherFunctionsAreKnown() {
		assertKnown(Functions.coalesce(NAME, "x"), Functions.greatest(STOCK, 1), Functions.least(STOCK, 1),
				Functions.nullIf(STOCK, 1), Functions.cast(STOCK, ValueTypes.TEXT), Functions.collate(NAME, "C"),
				Functions.jsonObject(Map.of("a", STOCK)), Functions.jsonArray(STOCK, 1), Functions.jsonNull(),
				Functions.randomUuid(), Functions.uuid7(),
				SearchFunctions.searchVector(NAME).config("english").weight("A"),
				SearchFunctions.<Item>searchQuery("a").and(SearchFunctions.<Item>searchQuery("b").not()),
				SearchFunctions.<Item>searchQuery("a").or(SearchFunctions.searchQuery("b")),
				SearchFunctions.searchRank(NAME, "a"), SearchFunctions.searchHeadline(NAME, "a"),
				SearchFunctions.trigramSimilarity(NAME, "a"), SearchFunctions.trigramWordSimilarity("a", NAME),
				SearchFunctions.trigramStrictWordSimilarity("a", NAME), SearchFunctions.trigramDistance(NAME, "a"),
				SearchFunctions.trigramWordDistance("a", NAME), Windows.rowNumber(), rank(), Windows.denseRank(),
				Windows.percentRank(), Windows.cumeDist(), Windows.ntile(4), Windows.lag(STOCK),
				Windows.lead(STOCK, 2, 0), Windows.firstValue(STOCK), Windows.lastValue(STOCK),
				Windows.nthValue(STOCK, 2));
	}

	@Test
	void aggregatesAreKnown() {
		List<AggregateExpression<Item, ?>> all = List.of(count(), count(NAME), Aggregates.countDistinct(NAME),
				sum(PRICE), sum(STOCK, Long.class), avg(PRICE), avg(STOCK, Double.class), Aggregates.min(NAME),
				Aggregates.max(NAME), Aggregates.anyValue(NAME), Aggregates.bitAnd(STOCK), Aggregates.bitOr(STOCK),
				Aggregates.bitXor(STOCK), Aggregates.stdDev(STOCK), Aggregates.stdDevSample(STOCK),
				Aggregates.variance(STOCK), Aggregates.varianceSample(STOCK), stringAgg(NAME, ", "),
				Aggregates.arrayAgg(NAME), Aggregates.jsonbAgg(NAME), Statistics.corr(STOCK, PRICE),
				Statistics.covarPop(STOCK, PRICE), Statistics.covarSample(STOCK, PRICE),
				Statistics.regrCount(STOCK, PRICE), Statistics.regrSlope(STOCK, PRICE),
				Statistics.regrIntercept(STOCK, PRICE), Statistics.regrAvgX(STOCK, PRICE),
				Statistics.regrAvgY(STOCK, PRICE), Statistics.regrR2(STOCK, PRICE), Statistics.regrSxx(STOCK, PRICE),
				Statistics.regrSxy(STOCK, PRICE), Statistics.regrSyy(STOCK, PRICE));
		assertThat(all).allSatisfy((aggregate) -> assertThat(AggregateRegistry.standard().names())
			.contains(((Computation.Aggregate) aggregate.node()).name()));
	}

	@Test
	void anAggregateCarriesItsFilterOrderAndDefault() {
		AggregateExpression<Item, String> names = stringAgg(NAME, ", ").distinct()
			.filter(PRICE.gt(5))
			.filter(Q.of("stock__gt", 0))
			.orderBy(NAME.desc())
			.orDefault("none");
		Computation.Aggregate node = (Computation.Aggregate) names.node();
		assertThat(node.distinct()).isTrue();
		assertThat(node.filter()).isInstanceOf(Predicate.Junction.class);
		assertThat(node.orderBy()).containsExactly(NAME.desc().node());
		assertThat(node.defaultValue()).isEqualTo(Nodes.of("none"));
		assertThatIllegalArgumentException().isThrownBy(() -> avg(STOCK, String.class));
	}

	@Test
	void anAnnotationIsUsedByItsName() {
		Annotation<Item, Long> total = count(NAME).as("total");
		Predicate.Lookup lookup = (Predicate.Lookup) total.gt(5).node();
		assertThat(lookup.path()).isEqualTo("total__gt");
		assertThat(lookup.value()).isEqualTo(Nodes.of(5));
		assertThat(outer(total).node()).isEqualTo(new Atom.Outer(new Atom.Field("total")));
	}

	@Test
	void choicesAndWindowsAreBuiltStepByStep() {
		Expressions.Case<Item, String> grade = caseWhen(PRICE.gt(100), "A").when(PRICE.gt(10), NAME).otherwise("C");
		Computation.Case node = (Computation.Case) grade.node();
		assertThat(node.conditions()).hasSize(2);
		assertThat(node.results()).containsExactly(Nodes.of("A"), NAME.node());
		assertThat(node.otherwise()).isEqualTo(Nodes.of("C"));
		Windows.Over<Item, Long> ranked = over(Windows.<Item>rank()).partitionBy(NAME)
			.orderBy(PRICE.desc())
			.rows(-1, 0);
		assertThat(((Computation.Window) ranked.node()).frame())
			.isEqualTo(new Frame(true, -1, 0, Frame.Exclusion.NO_OTHERS));
		assertThat(value(3).node()).isEqualTo(new Atom.Literal(3, null));
	}

	private static void assertKnown(Expression<?, ?>... expressions) {
		List<String> names = Arrays.stream(expressions)
			.map((expression) -> ((Computation.Function) expression.node()).name())
			.toList();
		assertThat(FunctionRegistry.standard().names()).containsAll(names);
	}

	/** A model that is only a type here. */
	private static final class Item extends Model {

	}

}
