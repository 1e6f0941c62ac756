package dev.orm.compile;

import java.util.List;

import dev.orm.resolve.RowShape;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A plan: the SQL text for all queries of one shape and where their values go. Immutable
 * and shared.
 *
 * @param sql the text; empty if the answer is known without asking
 * @param slots the parameters, in text order
 * @param shape what the columns mean; null for writes that return nothing
 * @param table the table of the queried model, for metrics
 * @param knownRow the only row of an aggregate over no rows; empty unless the text is
 * @param types the types of the parameters, in text order
 */
public record CompiledQuery(String sql, List<Slot> slots, @Nullable RowShape shape, String table, List<Slot> knownRow,
		List<ValueType> types) {

	/**
	 * Create a plan.
	 * @param sql the text; empty if the answer is known without asking
	 * @param slots the parameters, in text order
	 * @param shape what the columns mean; null for writes that return nothing
	 * @param table the table of the queried model
	 * @param knownRow the only row of an aggregate over no rows
	 */
	CompiledQuery(String sql, List<Slot> slots, @Nullable RowShape shape, String table, List<Slot> knownRow) {
		this(sql, List.copyOf(slots), shape, table, List.copyOf(knownRow), slots.stream().map(Slot::type).toList());
	}

	/**
	 * Return whether the answer is known, so that nothing may be sent.
	 * @return true if it is
	 */
	public boolean isEmpty() {
		return this.sql.isEmpty();
	}

}
