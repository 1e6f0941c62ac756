package dev.orm.function;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.orm.error.FieldException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.sql.AggregateCall;
import dev.orm.sql.Column;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * The built-in aggregates. Django's {@code db.models.aggregates} and
 * {@code contrib.postgres.aggregates}.
 */
final class StandardAggregates implements AggregateFactory {

	private static final Set<String> TAKE_DISTINCT = Set.of("Count", "Sum", "Avg", "StringAgg", "ArrayAgg", "JSONBAgg");

	private static final Set<String> TAKE_ORDER = Set.of("StringAgg", "ArrayAgg", "JSONBAgg");

	/** What is the same, however often a value comes. */
	private static final Set<String> IGNORE_REPEATS = Set.of("Min", "Max", "BitAnd", "BitOr", "BoolAnd", "BoolOr",
			"AnyValue");

	/** What is not NULL for no rows. */
	private static final Map<String, Object> EMPTY_VALUES = Map.of("Count", 0L, "RegrCount", 0L);

	private final Map<String, Function<AggregateRequest, Sql>> makers = new HashMap<>();

	private StandardAggregates() {
		addNumeric();
		addPlain();
		addRegression();
		this.makers.put("Count", StandardAggregates::count);
		this.makers.put("StringAgg", StandardAggregates::stringAgg);
	}

	static List<AggregateFactory> factories() {
		return List.of(new StandardAggregates());
	}

	@Override
	public Optional<Sql> create(AggregateRequest request) {
		Function<AggregateRequest, Sql> maker = this.makers.get(request.name());
		if (maker == null) {
			return Optional.empty();
		}
		if (request.arguments().isEmpty()) {
			throw new IllegalQueryException(
					"%s needs something to aggregate, such as a column. hint: count() alone counts rows"
						.formatted(request.name()),
					Subject.ofArgument(request.name()));
		}
		if (request.distinct() && !TAKE_DISTINCT.contains(request.name())) {
			throw new IllegalQueryException(request.name() + " does not allow distinct.",
					Subject.ofArgument(request.name()));
		}
		if (!request.orderBy().isEmpty() && !TAKE_ORDER.contains(request.name())) {
			throw new IllegalQueryException(request.name() + " does not allow order_by.",
					Subject.ofArgument(request.name()));
		}
		if (!request.name().equals("Count")) {
			WholeKeys.refuse(request.name(), request.arguments());
		}
		return Optional.of(maker.apply(request));
	}

	@Override
	public @Nullable Object emptyValue(String name) {
		return EMPTY_VALUES.get(name);
	}

	@Override
	public Set<String> names() {
		return Set.copyOf(this.makers.keySet());
	}

	private void addNumeric() {
		this.makers.put("Sum", (request) -> call("SUM", request, sumType(request)));
		this.makers.put("Avg", (request) -> call("AVG", request, fraction(request)));
		this.makers.put("StdDev", (request) -> spread("STDDEV", request));
		this.makers.put("Variance", (request) -> spread("VAR", request));
	}

	private void addPlain() {
		Map.of("Min", "MIN", "Max", "MAX", "AnyValue", "ANY_VALUE", "BitAnd", "BIT_AND", "BitOr", "BIT_OR", "BitXor",
				"BIT_XOR")
			.forEach((name, function) -> this.makers.put(name, (request) -> call(function, request, source(request))));
		this.makers.put("ArrayAgg", (request) -> call("ARRAY_AGG", request, arrayType(request)));
		this.makers.put("JSONBAgg", (request) -> call("JSONB_AGG", request, ValueTypes.JSON));
		this.makers.put("BoolAnd", (request) -> call("BOOL_AND", request, ValueTypes.BOOLEAN));
		this.makers.put("BoolOr", (request) -> call("BOOL_OR", request, ValueTypes.BOOLEAN));
	}

	/** Statistics of pairs; the dependent value comes first. */
	private void addRegression() {
		for (String name : List.of("Corr", "RegrSlope", "RegrIntercept", "RegrAvgX", "RegrAvgY", "RegrR2", "RegrSXX",
				"RegrSXY", "RegrSYY")) {
			String function = name.replace("Regr", "REGR_").toUpperCase(Locale.ROOT);
			this.makers.put(name, (request) -> call(function, request, ValueTypes.FLOAT));
		}
		this.makers.put("CovarPop",
				(request) -> call(isSample(request) ? "COVAR_SAMP" : "COVAR_POP", request, ValueTypes.FLOAT));
		this.makers.put("RegrCount", (request) -> call("REGR_COUNT", request, ValueTypes.BIGINT));
	}

	private static Sql count(AggregateRequest request) {
		boolean star = request.arguments().get(0) instanceof Column.All;
		if (star && request.filter() != null) {
			throw new QueryValueException("Star cannot be used with filter. Please specify a field.",
					Subject.ofArgument(request.name()));
		}
		return call("COUNT", request, ValueTypes.BIGINT);
	}

	private static Sql stringAgg(AggregateRequest request) {
		Sql source = OutputTypes.typed(request.arguments().get(0));
		Sql delimiter = (request.arguments().size() > 1) ? OutputTypes.typed(request.arguments().get(1))
				: Parameter.constant(delimiter(request), ValueTypes.TEXT).asTyped();
		AggregateRequest complete = new AggregateRequest(request.name(), List.of(source, delimiter), request.distinct(),
				request.filter(), request.orderBy(), request.options(), request.type());
		return call("STRING_AGG", complete, ValueTypes.TEXT);
	}

	private static String delimiter(AggregateRequest request) {
		return Optional.ofNullable(request.options().get("delimiter"))
			.map(Object::toString)
			.orElseThrow(
					() -> new IllegalQueryException("StringAgg needs a delimiter", Subject.ofArgument("delimiter")));
	}

	private static Sql spread(String function, AggregateRequest request) {
		String suffix = isSample(request) ? "_SAMP" : "_POP";
		return call(function + suffix, request, fraction(request));
	}

	private static boolean isSample(AggregateRequest request) {
		return Boolean.TRUE.equals(request.options().get("sample"));
	}

	private static ValueType source(AggregateRequest request) {
		return OutputTypes.plain(request.arguments().get(0).type());
	}

	private static ValueType sumType(AggregateRequest request) {
		ValueType source = source(request);
		return (source.kind().isInteger() && !keepsClass(request)) ? ValueTypes.BIGINT : source;
	}

	private static ValueType fraction(AggregateRequest request) {
		if (request.type() == null && keepsClass(request) && source(request).kind().isInteger()) {
			throw new FieldException("%s of whole numbers is a fraction; ask for its class, as in avg(…, Double.class)"
				.formatted(request.name()), Subject.ofArgument(request.name()));
		}
		return MathSql.numericType(request.arguments());
	}

	/** Whether the caller was promised values of the Java class of the argument. */
	private static boolean keepsClass(AggregateRequest request) {
		return Boolean.TRUE.equals(request.options().get("keep_class"));
	}

	private static ValueType arrayType(AggregateRequest request) {
		ValueType source = source(request);
		return (source.kind() == Kind.UNKNOWN) ? source : ValueTypes.arrayOf(source);
	}

	private static Sql call(String function, AggregateRequest request, ValueType type) {
		List<Sql> arguments = request.arguments().stream().map(OutputTypes::typed).toList();
		ValueType output = Optional.ofNullable(request.type()).orElse(type);
		return new AggregateCall(function, arguments, request.distinct(), request.orderBy(), request.filter(), output,
				EMPTY_VALUES.get(request.name()), IGNORE_REPEATS.contains(request.name()));
	}

}
