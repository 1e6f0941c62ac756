package dev.orm.function;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import dev.orm.sql.Cast;
import dev.orm.sql.Infix;
import dev.orm.sql.Literal;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.sql.Call;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.sql.operator.SqlOperator;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/** Full text search and trigrams. Django's {@code contrib.postgres.search}. */
final class SearchSql {

	private static final Map<String, String> QUERY_TYPES = Map.of("plain", "plainto_tsquery", "phrase",
			"phraseto_tsquery", "raw", "to_tsquery", "websearch", "websearch_to_tsquery");

	private static final Map<String, String> HEADLINE_OPTIONS = headlineOptions();

	private static final String[] HEADLINE_NAMES = Stream
		.concat(Stream.of("config"), HEADLINE_OPTIONS.keySet().stream())
		.toArray(String[]::new);

	private static final List<String> WEIGHTS = List.of("A", "B", "C", "D");

	private SearchSql() {
	}

	static FunctionFactory factory() {
		Map<String, Function<FunctionCall, Sql>> makers = new HashMap<>();
		makers.put("SearchVector", (call) -> vector(Arguments.knowing(call, "config", "weight")));
		makers.put("SearchQuery", (call) -> query(Arguments.knowing(call, "config", "search_type", "invert")));
		makers.put("SearchQueryAnd", (call) -> combine(BuiltInOperator.BOTH, call));
		makers.put("SearchQueryOr", (call) -> combine(BuiltInOperator.EITHER, call));
		makers.put("SearchQueryNot", (call) -> Call.of("!!", ValueTypes.TSQUERY, Arguments.only(call)));
		makers.put("SearchRank", (call) -> rank(Arguments.knowing(call, "weights", "normalization", "cover_density")));
		makers.put("SearchHeadline", (call) -> headline(Arguments.knowing(call, HEADLINE_NAMES)));
		Map.of("TrigramSimilarity", "SIMILARITY", "TrigramWordSimilarity", "WORD_SIMILARITY",
				"TrigramStrictWordSimilarity", "STRICT_WORD_SIMILARITY")
			.forEach((name, function) -> makers.put(name,
					(call) -> Call.of(function, ValueTypes.FLOAT, Arguments.all(call, 2, 2))));
		Map.of("TrigramDistance", BuiltInOperator.DISTANCE, "TrigramWordDistance", BuiltInOperator.WORD_DISTANCE,
				"TrigramStrictWordDistance", BuiltInOperator.WHOLE_WORD_DISTANCE)
			.forEach((name, operator) -> makers.put(name, (call) -> distance(operator, call)));
		return new NamedFunctions(makers);
	}

	private static Sql distance(SqlOperator operator, FunctionCall call) {
		List<Sql> arguments = Arguments.all(call, 2, 2);
		return new Infix(operator, arguments.get(0), arguments.get(1), ValueTypes.FLOAT);
	}

	private static Sql combine(SqlOperator operator, FunctionCall call) {
		List<Sql> arguments = Arguments.all(call, 2, 2);
		return new Infix(operator, arguments.get(0), arguments.get(1), ValueTypes.TSQUERY);
	}

	private static Sql vector(FunctionCall call) {
		Configured configured = Configured.of(call, 1, Integer.MAX_VALUE);
		Sql vector = configured.call("to_tsvector", ValueTypes.TSVECTOR, List.of(joined(configured.arguments())));
		return Arguments.string(call, "weight")
			.<Sql>map((weight) -> Call.of("setweight", ValueTypes.TSVECTOR, vector, Literal.of(weight(weight))))
			.orElse(vector);
	}

	private static Sql joined(List<Sql> arguments) {
		List<Sql> texts = new ArrayList<>();
		for (Sql argument : arguments) {
			if (!texts.isEmpty()) {
				texts.add(Literal.of(" "));
			}
			texts.add(TextSql.orEmpty(argument));
		}
		return TextSql.joined(texts, ValueTypes.TEXT);
	}

	private static String weight(String weight) {
		if (!WEIGHTS.contains(weight)) {
			throw new QueryValueException("A search weight is A, B, C or D, not '%s'".formatted(weight),
					Subject.ofArgument("weight"))
				.of(weight);
		}
		return weight;
	}

	private static Sql query(FunctionCall call) {
		String type = Arguments.string(call, "search_type").orElse("plain");
		String function = QUERY_TYPES.get(type);
		if (function == null) {
			throw new QueryValueException("Unknown search_type argument '%s'.".formatted(type),
					UnknownName.of("", type, QUERY_TYPES.keySet().stream().sorted().toList()));
		}
		Configured configured = Configured.of(call, 1, 1);
		Sql query = configured.call(function, ValueTypes.TSQUERY, configured.arguments());
		return Arguments.flag(call, "invert") ? Call.of("!!", ValueTypes.TSQUERY, query) : query;
	}

	private static Sql rank(FunctionCall call) {
		List<Sql> given = Arguments.all(call, 2, 2);
		List<Sql> arguments = new ArrayList<>();
		weights(call).ifPresent(arguments::add);
		arguments.add(asVector(given.get(0)));
		arguments.add(asQuery(given.get(1)));
		Arguments.number(call, "normalization").ifPresent((value) -> arguments.add(Literal.of(value)));
		String function = Arguments.flag(call, "cover_density") ? "ts_rank_cd" : "ts_rank";
		return Call.of(function, Arguments.typeOr(call, ValueTypes.FLOAT), arguments);
	}

	private static Optional<Sql> weights(FunctionCall call) {
		Object given = call.options().get("weights");
		if (given == null) {
			return Optional.empty();
		}
		if (!(given instanceof List<?> weights) || weights.size() != WEIGHTS.size()
				|| !weights.stream().allMatch(Number.class::isInstance)) {
			throw new QueryValueException("The weights of a rank are four numbers, for D, C, B and A, not " + given,
					Subject.ofArgument("weights"))
				.of(given);
		}
		String text = weights.stream()
			.map((weight) -> Double.toString(((Number) weight).doubleValue()))
			.collect(Collectors.joining(",", "{", "}"));
		return Optional.of(new Cast(Literal.of(text), ValueTypes.arrayOf(ValueTypes.REAL)));
	}

	private static Sql asVector(Sql sql) {
		return (sql.type().kind() == Kind.TSVECTOR) ? sql
				: vector(new FunctionCall("SearchVector", List.of(sql), Map.of(), null));
	}

	private static Sql asQuery(Sql sql) {
		return (sql.type().kind() == Kind.TSQUERY) ? sql
				: query(new FunctionCall("SearchQuery", List.of(sql), Map.of(), null));
	}

	private static Sql headline(FunctionCall call) {
		Configured configured = Configured.of(call, 2, 2);
		String options = HEADLINE_OPTIONS.entrySet()
			.stream()
			.filter((entry) -> call.options().containsKey(entry.getKey()))
			.map((entry) -> entry.getValue() + "=" + quoted(Objects.requireNonNull(call.options().get(entry.getKey()))))
			.collect(Collectors.joining(", "));
		List<Sql> parts = new ArrayList<>(
				List.of(configured.arguments().get(0), asQuery(configured.arguments().get(1))));
		if (!options.isEmpty()) {
			parts.add(Parameter.constant(options, ValueTypes.TEXT).asTyped());
		}
		return configured.call("ts_headline", Arguments.typeOr(call, ValueTypes.TEXT), parts);
	}

	private static String quoted(@Nullable Object value) {
		boolean plain = value instanceof Number || value instanceof Boolean;
		return plain ? String.valueOf(value) : "'" + String.valueOf(value).replace("'", "''") + "'";
	}

	private static Map<String, String> headlineOptions() {
		Map<String, String> options = new LinkedHashMap<>();
		options.put("start_sel", "StartSel");
		options.put("stop_sel", "StopSel");
		options.put("max_words", "MaxWords");
		options.put("min_words", "MinWords");
		options.put("short_word", "ShortWord");
		options.put("highlight_all", "HighlightAll");
		options.put("max_fragments", "MaxFragments");
		options.put("fragment_delimiter", "FragmentDelimiter");
		return Collections.unmodifiableMap(options);
	}

	/**
	 * Arguments and the text search configuration before them; an expression for it is
	 * the last argument.
	 *
	 * @param configuration the configuration, or none
	 * @param arguments the other arguments
	 */
	private record Configured(List<Sql> configuration, List<Sql> arguments) {

		static Configured of(FunctionCall call, int min, int max) {
			if (!Arguments.flag(call, Arguments.CONFIG_ARGUMENT)) {
				List<Sql> named = Arguments.string(call, "config").map(SearchConfiguration::named).stream().toList();
				return new Configured(named, Arguments.all(call, min, max));
			}
			List<Sql> all = Arguments.all(call, min + 1, (max == Integer.MAX_VALUE) ? max : max + 1);
			int last = all.size() - 1;
			return new Configured(List.of(SearchConfiguration.of(all.get(last))), all.subList(0, last));
		}

		Sql call(String function, ValueType type, List<Sql> parts) {
			return Call.of(function, type, Stream.concat(this.configuration.stream(), parts.stream()).toList());
		}

	}

}
