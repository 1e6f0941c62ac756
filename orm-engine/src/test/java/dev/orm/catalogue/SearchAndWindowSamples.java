package dev.orm.catalogue;

import java.util.List;
import java.util.stream.Stream;

import dev.orm.expression.Expression;
import dev.orm.expression.functions.Lexeme;
import dev.orm.expression.functions.SearchFunctions;
import dev.orm.expression.functions.Windows;

import static dev.orm.catalogue.SamplePath.SAMPLE;

/** Search and window functions. */
final class SearchAndWindowSamples {

	private static final SearchFunctions.Vector<Sample> VECTOR = SearchFunctions.searchVector(SAMPLE.title)
		.config("english");

	private static final SearchFunctions.SearchQuery<Sample> DOGS = SearchFunctions.<Sample>searchQuery("dog")
		.config("english");

	private SearchAndWindowSamples() {
	}

	static List<Entry> entries() {
		return Stream.of(searches(), trigrams(), windows()).flatMap(List::stream).toList();
	}

	private static List<Entry> searches() {
		return List.of(
				entry("search", "SearchVector", "searchVector(texts…)",
						SearchFunctions.searchVector(SAMPLE.title, SAMPLE.body)),
				entry("search", "SearchVector", "searchVector(text).config(\"english\").weight(\"A\")",
						SearchFunctions.searchVector(SAMPLE.title).config("english").weight("A")),
				entry("search", "SearchVector", "searchVector(text).config(column)",
						SearchFunctions.searchVector(SAMPLE.title).config(SAMPLE.language)),
				entry("search", "SearchQuery", "searchQuery(text)", SearchFunctions.<Sample>searchQuery("runs")),
				entry("search", "SearchQuery", "searchQuery(text).type(\"phrase\")",
						SearchFunctions.<Sample>searchQuery("running dogs").type("phrase")),
				entry("search", "SearchQuery", "searchQuery(text).type(\"websearch\")",
						SearchFunctions.<Sample>searchQuery("dogs -cats").type("websearch")),
				entry("search", "SearchQuery", "searchQuery(text).type(\"raw\")",
						SearchFunctions.<Sample>searchQuery("dogs & !cats").type("raw")),
				entry("search", "SearchQuery", "searchQuery(lexeme)",
						SearchFunctions.<Sample>searchQuery(Lexeme.startingWith("dogs"))),
				entry("search", "SearchQuery", "searchQuery(text).config(column)",
						SearchFunctions.<Sample>searchQuery("runs").config(SAMPLE.language)),
				entry("search", "SearchQueryAnd", "query.and(other)", DOGS.and(DOGS)),
				entry("search", "SearchQueryOr", "query.or(other)", DOGS.or(DOGS)),
				entry("search", "SearchQueryNot", "query.not()", DOGS.not()),
				entry("search", "SearchRank", "searchRank(vector, query)", SearchFunctions.searchRank(VECTOR, DOGS)),
				entry("search", "SearchRank", "searchRank(vector, query).weights(d, c, b, a)",
						SearchFunctions.searchRank(VECTOR, DOGS).weights(0.1, 0.2, 0.4, 1)),
				entry("search", "SearchRank", "searchRank(vector, query).normalization(flags)",
						SearchFunctions.searchRank(VECTOR, DOGS).normalization(2)),
				entry("search", "SearchRank", "searchRank(vector, query).coverDensity()",
						SearchFunctions.searchRank(VECTOR, DOGS).coverDensity()),
				entry("search", "SearchHeadline", "searchHeadline(text, query)",
						SearchFunctions.searchHeadline(SAMPLE.title, DOGS)),
				entry("search", "SearchHeadline", "searchHeadline(text, query).marks(start, stop)",
						SearchFunctions.searchHeadline(SAMPLE.title, DOGS).marks("[", "]")));
	}

	private static List<Entry> trigrams() {
		return List.of(
				entry("search", "TrigramSimilarity", "trigramSimilarity(column, text)",
						SearchFunctions.trigramSimilarity(SAMPLE.title, "dog")),
				entry("search", "TrigramWordSimilarity", "trigramWordSimilarity(text, column)",
						SearchFunctions.trigramWordSimilarity("dog", SAMPLE.title)),
				entry("search", "TrigramStrictWordSimilarity", "trigramStrictWordSimilarity(text, column)",
						SearchFunctions.trigramStrictWordSimilarity("dog", SAMPLE.title)),
				entry("search", "TrigramDistance", "trigramDistance(column, text)",
						SearchFunctions.trigramDistance(SAMPLE.title, "dog")),
				entry("search", "TrigramWordDistance", "trigramWordDistance(text, column)",
						SearchFunctions.trigramWordDistance("dog", SAMPLE.title)),
				entry("search", "TrigramStrictWordDistance", "trigramStrictWordDistance(text, column)",
						SearchFunctions.trigramStrictWordDistance("dog", SAMPLE.title)));
	}

	private static List<Entry> windows() {
		return List.of(entry("window", "RowNumber", "rowNumber()", Windows.<Sample>rowNumber()),
				entry("window", "Rank", "rank()", Windows.<Sample>rank()),
				entry("window", "DenseRank", "denseRank()", Windows.<Sample>denseRank()),
				entry("window", "PercentRank", "percentRank()", Windows.<Sample>percentRank()),
				entry("window", "CumeDist", "cumeDist()", Windows.<Sample>cumeDist()),
				entry("window", "Ntile", "ntile(buckets)", Windows.<Sample>ntile(2)),
				entry("window", "Lag", "lag(expression)", Windows.lag(SAMPLE.count)),
				entry("window", "Lag", "lag(expression, offset, otherwise)", Windows.lag(SAMPLE.count, 1, 0)),
				entry("window", "Lead", "lead(expression)", Windows.lead(SAMPLE.count)),
				entry("window", "Lead", "lead(expression, offset, otherwise)", Windows.lead(SAMPLE.count, 2, 0)),
				entry("window", "FirstValue", "firstValue(expression)", Windows.firstValue(SAMPLE.count)),
				entry("window", "LastValue", "lastValue(expression)", Windows.lastValue(SAMPLE.count)),
				entry("window", "NthValue", "nthValue(expression, nth)", Windows.nthValue(SAMPLE.count, 1)));
	}

	private static Entry entry(String topic, String name, String java, Expression<Sample, ?> expression) {
		return new Entry(topic, name, java, expression);
	}

}
