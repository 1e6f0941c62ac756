package dev.orm.rule;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.orm.Manager;
import dev.orm.QuerySet;
import dev.orm.ValuesQuerySet;
import dev.orm.expression.Aggregates;
import dev.orm.expression.Expression;
import dev.orm.expression.Expressions;
import dev.orm.expression.Functions;
import dev.orm.expression.NumberExpression;
import dev.orm.expression.Q;
import dev.orm.expression.StringExpression;
import dev.orm.expression.TemporalExpression;
import dev.orm.expression.functions.Statistics;
import dev.orm.function.AggregateRegistry;
import dev.orm.function.FunctionRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each name of Django's query language has one here, but {@code ConcatPair}, which is
 * {@code Concat} of two.
 */
class InventoryTests {

	private static final String QUERYSET = "filter exclude annotate alias orderBy reverse distinct values valuesList "
			+ "dates datetimes none all union intersection difference selectRelated prefetchRelated fetchMode defer only "
			+ "using selectForUpdate slice and or xor ordered totallyOrdered get create getOrCreate updateOrCreate "
			+ "bulkCreate bulkUpdate count exists contains aggregate first last latest earliest inBulk iterator stream "
			+ "update delete explain toSql";

	/**
	 * Rows are iterated over, and deleted all at once, by querysets only, as in Django.
	 */
	private static final Set<String> NOT_OF_MANAGERS = Set.of("delete()", "hardDelete()", "restore()", "iterator()",
			"stream()", "forEach(java.util.function.Consumer)", "spliterator()");

	@Test
	void querysetsHaveEachMethod() {
		assertThat(methods(QuerySet.class)).contains(QUERYSET.split(" "));
	}

	@Test
	void managersHaveEachMethodToo() {
		Set<String> missing = signatures(QuerySet.class);
		missing.removeAll(signatures(Manager.class));
		assertThat(missing).as("no way to delete all by a slip").isEqualTo(new TreeSet<>(NOT_OF_MANAGERS));
		assertThat(methods(Manager.class)).contains("save", "delete", "refresh", "raw");
	}

	@Test
	void valuesAreRefinedAsInstancesAre() {
		assertThat(methods(ValuesQuerySet.class)).contains("filter", "exclude", "annotate", "orderBy", "distinct",
				"slice", "union", "count", "exists", "first", "last", "latest", "aggregate", "inBulk", "update",
				"explain");
	}

	@Test
	void eachLookupIsAMethod() {
		assertThat(methods(Expression.class, NumberExpression.class, StringExpression.class, TemporalExpression.class))
			.contains("eq", "iexact", "contains", "icontains", "startswith", "istartswith", "endswith", "iendswith",
					"in", "gt", "gte", "lt", "lte", "range", "isNull", "regex", "iregex", "date", "year", "isoYear",
					"month", "day", "week", "weekDay", "isoWeekDay", "quarter", "time", "hour", "minute", "second");
	}

	@Test
	void eachExpressionHasAFactory() {
		assertThat(methods(Expressions.class, Functions.class, Q.class)).contains("value", "function", "caseWhen",
				"subquery", "exists", "outer", "filteredRelation", "raw", "cast", "coalesce", "arraySubquery");
	}

	@Test
	void eachAggregateIsRegistered() {
		assertThat(AggregateRegistry.standard().names()).contains("Avg", "Count", "Max", "Min", "Sum", "StdDev",
				"Variance", "AnyValue", "StringAgg", "BitAnd", "BitOr", "BitXor", "ArrayAgg", "JSONBAgg", "BoolAnd",
				"BoolOr", "Corr", "CovarPop", "RegrAvgX", "RegrAvgY", "RegrCount", "RegrIntercept", "RegrR2",
				"RegrSlope", "RegrSXX", "RegrSXY", "RegrSYY");
		assertThat(methods(Aggregates.class, Statistics.class)).contains("avg", "count", "max", "min", "sum", "stdDev",
				"variance", "anyValue", "stringAgg", "bitAnd", "bitOr", "bitXor", "arrayAgg", "jsonbAgg", "boolAnd",
				"boolOr", "corr", "covarPop", "regrSlope");
	}

	@Test
	void eachFunctionIsRegistered() {
		assertThat(FunctionRegistry.standard().names()).contains("Cast", "Collate", "Coalesce", "NullIf", "Greatest",
				"Least", "JSONObject", "JSONArray", "JSONNull", "UUID4", "UUID7", "Extract", "ExtractYear",
				"ExtractIsoYear", "ExtractMonth", "ExtractDay", "ExtractWeek", "ExtractWeekDay", "ExtractIsoWeekDay",
				"ExtractQuarter", "ExtractHour", "ExtractMinute", "ExtractSecond", "Now", "Trunc", "TruncYear",
				"TruncQuarter", "TruncMonth", "TruncWeek", "TruncDay", "TruncHour", "TruncMinute", "TruncSecond",
				"TruncDate", "TruncTime", "Abs", "ACos", "ASin", "ATan", "ATan2", "Ceil", "Cos", "Cot", "Degrees",
				"Exp", "Floor", "Ln", "Log", "Mod", "Pi", "Power", "Radians", "Random", "Round", "Sign", "Sin", "Sqrt",
				"Tan", "Concat", "Left", "Right", "Substr", "StrIndex", "Length", "Lower", "Upper", "Trim", "LTrim",
				"RTrim", "Reverse", "Repeat", "Replace", "LPad", "RPad", "Chr", "Ord", "MD5", "SHA1", "SHA224",
				"SHA256", "SHA384", "SHA512", "RowNumber", "Rank", "DenseRank", "PercentRank", "CumeDist", "Ntile",
				"Lag", "Lead", "FirstValue", "LastValue", "NthValue", "RandomUUID", "TransactionNow", "SearchVector",
				"SearchQuery", "SearchRank", "SearchHeadline", "TrigramSimilarity", "TrigramWordSimilarity",
				"TrigramStrictWordSimilarity", "TrigramDistance", "TrigramWordDistance", "TrigramStrictWordDistance");
	}

	private static Set<String> signatures(Class<?> type) {
		return Arrays.stream(type.getMethods())
			.filter((method) -> !method.isBridge())
			.map(InventoryTests::signature)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String signature(Method method) {
		return Arrays.stream(method.getParameterTypes())
			.map(Class::getName)
			.collect(Collectors.joining(", ", method.getName() + "(", ")"));
	}

	private static Set<String> methods(Class<?>... types) {
		return Stream.of(types)
			.flatMap((type) -> Arrays.stream(type.getMethods()))
			.map(Method::getName)
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
