package dev.orm;

import java.util.List;
import java.util.Map;

import dev.orm.compile.BoundQuery;
import dev.orm.load.Explain;
import dev.orm.load.PlanNode;
import dev.orm.model.Model;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * The part of a queryset that tells what it would send and how the database would run it.
 *
 * @param <T> the model
 * @param <V> the rows: instances or values
 * @param <S> the queryset itself
 */
public abstract class DescribedQuery<T extends Model, V, S extends DescribedQuery<T, V, S>>
		extends QueryBuilder<T, V, S> {

	DescribedQuery() {
	}

	/**
	 * Ask whether the rows are ordered: by the caller, or by the model where no aggregate
	 * groups them; {@code none()} is. Nothing is sent. Django's {@code ordered}.
	 * @return true if they are
	 */
	public final boolean ordered() {
		return TotalOrdering.isOrdered(spec());
	}

	/**
	 * Ask whether the ordering tells all rows apart, so that pages neither repeat nor
	 * lose any: it names the key, or fields without nulls that are unique, alone or
	 * together. What orders by an expression or across a relation is not looked at.
	 * Nothing is sent. Django's {@code totally_ordered}.
	 * @return true if it does
	 */
	public final boolean totallyOrdered() {
		return TotalOrdering.isTotal(spec());
	}

	/**
	 * Return the SQL text with the values it would bind, for people to read.
	 * @return the text
	 */
	public final String toSql() {
		return orm().describe(spec());
	}

	/**
	 * Return the SQL text with a {@code ?} for each value, which no message may show.
	 */
	final String statement() {
		return bound().plan().sql();
	}

	/**
	 * Ask how the database would run the query, without running it. Django's
	 * {@code explain()}.
	 * @return the plan as text; empty if nothing would be sent
	 */
	public final String explain() {
		return explain(Explain.text());
	}

	/**
	 * Ask how the database would run the query.
	 * @param explain what to ask for; {@link Explain#analyze()} runs the query
	 * @return the plan in the format asked for; empty if nothing would be sent
	 */
	public final String explain(Explain explain) {
		return String.join("\n", orm().reader().explain(bound(), options(), explain));
	}

	/**
	 * Ask how the database would run the query, without running it.
	 * @return the plan as a tree of steps
	 */
	public final PlanNode plan() {
		return plan(Explain.text());
	}

	/**
	 * Ask how the database would run the query.
	 * @param explain what to ask for; {@link Explain#analyze()} runs the query
	 * @return the plan as a tree of steps
	 */
	public final PlanNode plan(Explain explain) {
		String json = explain(explain.in("JSON"));
		if (json.isEmpty()) {
			return PlanNode.NOTHING;
		}
		ValueType list = ValueTypes.json(List.class);
		for (Object statement : (List<?>) list.codec().parse(json)) {
			if (statement instanceof Map<?, ?> properties && properties.get("Plan") instanceof Map<?, ?> plan) {
				return PlanNode.of(plan);
			}
		}
		throw new IllegalStateException("The database answered no plan: " + json);
	}

	private BoundQuery bound() {
		return orm().compiler().select(spec());
	}

}
