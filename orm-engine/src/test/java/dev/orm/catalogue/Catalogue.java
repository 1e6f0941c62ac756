package dev.orm.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.orm.Manager;
import dev.orm.QuerySet;
import dev.orm.expression.AggregateExpression;
import dev.orm.expression.Expression;
import dev.orm.expression.Expressions;
import dev.orm.expression.NumberExpression;
import dev.orm.expression.functions.Windows;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Computation;
import dev.orm.observe.QueryLog;
import org.jspecify.annotations.Nullable;

import static dev.orm.catalogue.SamplePath.SAMPLE;

/** All samples, and what becomes of them on PostgreSQL. */
public final class Catalogue {

	private static final Set<String> VOLATILE = Set.of("Random", "Now", "TransactionNow", "RandomUUID", "UUID4",
			"UUID7");

	private final Manager<Sample> samples;

	/**
	 * Create a catalogue.
	 * @param samples the rows to run on
	 */
	public Catalogue(Manager<Sample> samples) {
		this.samples = samples;
	}

	/** Return the samples of functions, those of windows included. */
	public static List<Entry> functions() {
		return Stream.of(TextAndMathSamples.entries(), DateAndChoiceSamples.entries(), SearchAndWindowSamples.entries())
			.flatMap(List::stream)
			.toList();
	}

	/** Return the samples of aggregates. */
	public static List<Entry> aggregates() {
		return AggregateSamples.entries();
	}

	static boolean isVolatile(Entry entry) {
		return VOLATILE.contains(entry.name());
	}

	/** Return the value for each row, or of all rows for an aggregate. */
	List<@Nullable Object> values(Entry entry, Expression<Sample, ?> expression) {
		if (expression.node() instanceof Computation.Aggregate) {
			List<@Nullable Object> value = new ArrayList<>();
			value.add(this.samples.aggregate(Map.of("x", expression)).get("x"));
			return value;
		}
		return rows(entry, expression).orderBy("id").flat("x").list();
	}

	QuerySet<Sample> rows(Entry entry, Expression<Sample, ?> expression) {
		Expression<Sample, ?> column = entry.topic().equals("window")
				? Windows.over(expression).orderBy(SAMPLE.id.asc()) : expression;
		return this.samples.annotate("x", column);
	}

	/** Return the same call by names alone. */
	static Expression<Sample, ?> byName(Entry entry) {
		if (entry.expression().node() instanceof Computation.Aggregate node) {
			AggregateExpression<Sample, Object> call = AggregateExpression.of(node.name(), node.arguments());
			for (Map.Entry<String, Object> option : node.options().entrySet()) {
				call = call.option(option.getKey(), option.getValue());
			}
			return node.distinct() ? call.distinct() : call;
		}
		Computation.Function node = (Computation.Function) entry.expression().node();
		Expressions.Call<Sample, Object> call = Expressions.function(node.name(), node.arguments().toArray());
		for (Map.Entry<String, Object> option : node.options().entrySet()) {
			call = call.option(option.getKey(), option.getValue());
		}
		return (node.type() != null) ? call.typed(node.type()) : call;
	}

	/**
	 * Return a row of a reference page.
	 * @param entry the sample
	 * @return names, SQL and the value for the first row
	 */
	public String row(Entry entry) {
		QueryLog log = QueryLog.capture(() -> values(entry, entry.expression()));
		String statement = log.statements().get(0);
		String sql = statement.substring("SELECT ".length(), statement.indexOf(" AS \"x\""))
			.replaceAll("\"t\\d+\"\\.|\"(?=[a-z_]+\")|(?<=[a-z_])\"(?!\\w)", "");
		Object first = values(entry, entry.expression()).get(0);
		String value = isVolatile(entry) ? "" : "`" + shortened(String.valueOf(first)) + "`";
		return "| `%s` | `%s` | `%s` | %s |".formatted(entry.name(), entry.java(), sql, value).replace("||", "\\|\\|");
	}

	private static String shortened(String value) {
		return (value.length() > 44) ? value.substring(0, 40) + "…" : value;
	}

	/** Return the row, condition and order a sample is used in. */
	long uses(Entry entry) {
		NumberExpression<Sample, ?> x = NumberExpression.of(new Atom.Field("x"));
		return rows(entry, entry.expression()).filter(x.isNotNull()).orderBy("x").list().size();
	}

}
