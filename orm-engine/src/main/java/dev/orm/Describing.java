package dev.orm;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;

import dev.orm.compile.BoundQuery;
import dev.orm.copy.Copy;
import dev.orm.expression.Assignment;
import dev.orm.expression.Assignments;
import dev.orm.expression.Nodes;
import dev.orm.load.Explain;
import dev.orm.load.PlanNode;
import dev.orm.model.Model;
import dev.orm.paging.TotalOrdering;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Tells what would be sent and how the database would run it, and updates rows where they
 * are. Updating works after {@code values()} too, as in Django: what is selected does not
 * matter.
 *
 * @param <T> the model
 * @param <V> the rows: instances or values
 * @param <S> the querysets that come of it
 */
public abstract class Describing<T extends Model, V, S extends Describing<T, V, S>> extends Shaping<T, V, S> {

	Describing() {
	}

	/**
	 * Ask whether the rows are ordered: by the caller, or by the model where no aggregate
	 * groups them; {@code none()} is. Nothing is sent. Django's {@code ordered}.
	 * @return true if they are
	 */
	public final boolean ordered() {
		return TotalOrdering.isOrdered(recipe().spec());
	}

	/**
	 * Ask whether the ordering tells all rows apart, so that pages neither repeat nor
	 * lose any: it names the key, or fields without nulls that are unique, alone or
	 * together. What orders by an expression or across a relation is not looked at.
	 * Nothing is sent. Django's {@code totally_ordered}.
	 * @return true if it does
	 */
	public final boolean totallyOrdered() {
		return TotalOrdering.isTotal(recipe().spec());
	}

	/**
	 * Return the SQL text with the values it would bind, for people to read.
	 * @return the text
	 */
	public final String toSql() {
		return recipe().describe();
	}

	/**
	 * Write the rows into a stream as they come, by PostgreSQL's {@code COPY}: no
	 * instance is made, and memory does not grow with their number. Relations that would
	 * be prefetched are not read.
	 * @param out the stream; it is not closed
	 * @param format how the rows are written
	 * @return how many rows were written
	 */
	public final long copyTo(OutputStream out, Copy format) {
		Recipe recipe = recipe();
		return recipe.orm().copies().out(recipe.spec(), recipe.reading().decided(), format, out);
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
		Recipe recipe = recipe();
		BoundQuery query = recipe.orm().compiler().select(recipe.spec());
		return String.join("\n", recipe.orm().reader().explain(query, recipe.asked(), explain));
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

	/**
	 * Update all rows by one statement; no instance is loaded.
	 * @param assignments the new values, made by {@code set}
	 * @return the number of rows matched
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final long update(Assignment<? super T>... assignments) {
		return updated(List.of(assignments));
	}

	/**
	 * Update all rows by one statement; no instance is loaded.
	 * @param values values or expressions by attribute
	 * @return the number of rows matched
	 */
	public final long update(Map<String, ?> values) {
		return updated(Assignments.of(values));
	}

	/**
	 * Update one field of all rows by one statement.
	 * @param attribute the field
	 * @param value a value or an expression
	 * @return the number of rows matched
	 */
	public final long update(String attribute, @Nullable Object value) {
		return updated(List.of(new Assignment<>(attribute, Nodes.of(value))));
	}

	private long updated(List<Assignment<?>> assignments) {
		Recipe recipe = recipe();
		return recipe.orm().persistence().update(recipe.spec(), assignments, recipe.written());
	}

}
