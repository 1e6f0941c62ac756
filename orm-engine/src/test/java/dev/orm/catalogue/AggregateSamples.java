package dev.orm.catalogue;

import java.util.List;
import java.util.stream.Stream;

import dev.orm.expression.Aggregates;
import dev.orm.expression.Expression;
import dev.orm.expression.functions.Statistics;

import static dev.orm.catalogue.SamplePath.SAMPLE;

/** Aggregates. */
final class AggregateSamples {

	private AggregateSamples() {
	}

	static List<Entry> entries() {
		return Stream.of(aggregates(), statistics()).flatMap(List::stream).toList();
	}

	private static List<Entry> aggregates() {
		return List.of(entry("aggregate", "Count", "count()", Aggregates.<Sample>count()),
				entry("aggregate", "Count", "count(expression)", Aggregates.count(SAMPLE.title)),
				entry("aggregate", "Count", "countDistinct(expression)", Aggregates.countDistinct(SAMPLE.title)),
				entry("aggregate", "Sum", "sum(number)", Aggregates.sum(SAMPLE.price)),
				entry("aggregate", "Sum", "sum(number, type)", Aggregates.sum(SAMPLE.count, Long.class)),
				entry("aggregate", "Avg", "avg(number)", Aggregates.avg(SAMPLE.price)),
				entry("aggregate", "Avg", "avg(number, type)", Aggregates.avg(SAMPLE.count, Double.class)),
				entry("aggregate", "Min", "min(expression)", Aggregates.min(SAMPLE.title)),
				entry("aggregate", "Max", "max(expression)", Aggregates.max(SAMPLE.day)),
				entry("aggregate", "StdDev", "stdDev(number)", Aggregates.stdDev(SAMPLE.count)),
				entry("aggregate", "StdDev", "stdDevSample(number)", Aggregates.stdDevSample(SAMPLE.count)),
				entry("aggregate", "Variance", "variance(number)", Aggregates.variance(SAMPLE.count)),
				entry("aggregate", "Variance", "varianceSample(number)", Aggregates.varianceSample(SAMPLE.count)),
				entry("aggregate", "AnyValue", "anyValue(expression)", Aggregates.anyValue(SAMPLE.day)),
				entry("aggregate", "StringAgg", "stringAgg(text, delimiter)", Aggregates.stringAgg(SAMPLE.title, ", ")),
				entry("aggregate", "ArrayAgg", "arrayAgg(expression)", Aggregates.arrayAgg(SAMPLE.count)),
				entry("aggregate", "JSONBAgg", "jsonbAgg(expression)", Aggregates.jsonbAgg(SAMPLE.count)),
				entry("aggregate", "BoolAnd", "boolAnd(truth)", Aggregates.boolAnd(SAMPLE.flag)),
				entry("aggregate", "BoolOr", "boolOr(truth)", Aggregates.boolOr(SAMPLE.flag)),
				entry("aggregate", "BitAnd", "bitAnd(number)", Aggregates.bitAnd(SAMPLE.count)),
				entry("aggregate", "BitOr", "bitOr(number)", Aggregates.bitOr(SAMPLE.count)),
				entry("aggregate", "BitXor", "bitXor(number)", Aggregates.bitXor(SAMPLE.count)));
	}

	private static List<Entry> statistics() {
		return List.of(entry("statistics", "Corr", "corr(y, x)", Statistics.corr(SAMPLE.count, SAMPLE.ratio)),
				entry("statistics", "CovarPop", "covarPop(y, x)", Statistics.covarPop(SAMPLE.count, SAMPLE.ratio)),
				entry("statistics", "CovarPop", "covarSample(y, x)",
						Statistics.covarSample(SAMPLE.count, SAMPLE.ratio)),
				entry("statistics", "RegrSlope", "regrSlope(y, x)", Statistics.regrSlope(SAMPLE.count, SAMPLE.ratio)),
				entry("statistics", "RegrIntercept", "regrIntercept(y, x)",
						Statistics.regrIntercept(SAMPLE.count, SAMPLE.ratio)),
				entry("statistics", "RegrAvgX", "regrAvgX(y, x)", Statistics.regrAvgX(SAMPLE.count, SAMPLE.ratio)),
				entry("statistics", "RegrAvgY", "regrAvgY(y, x)", Statistics.regrAvgY(SAMPLE.count, SAMPLE.ratio)),
				entry("statistics", "RegrCount", "regrCount(y, x)", Statistics.regrCount(SAMPLE.count, SAMPLE.ratio)),
				entry("statistics", "RegrR2", "regrR2(y, x)", Statistics.regrR2(SAMPLE.count, SAMPLE.ratio)),
				entry("statistics", "RegrSXX", "regrSxx(y, x)", Statistics.regrSxx(SAMPLE.count, SAMPLE.ratio)),
				entry("statistics", "RegrSXY", "regrSxy(y, x)", Statistics.regrSxy(SAMPLE.count, SAMPLE.ratio)),
				entry("statistics", "RegrSYY", "regrSyy(y, x)", Statistics.regrSyy(SAMPLE.count, SAMPLE.ratio)));
	}

	private static Entry entry(String topic, String name, String java, Expression<Sample, ?> expression) {
		return new Entry(topic, name, java, expression);
	}

}
