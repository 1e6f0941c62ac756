package dev.orm.compile;

import java.util.List;
import java.util.function.Function;

import dev.orm.resolve.RowShape;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A plan: the SQL text for all queries of one shape and where their values go. Immutable
 * and shared; thread-safe.
 */
public final class CompiledQuery {

	private final String sql;

	private final List<ValueSlot> slots;

	private final @Nullable RowShape shape;

	private final String table;

	private final List<ValueSlot> knownRow;

	private final List<ValueType> types;

	private volatile @Nullable Object reader;

	/**
	 * Create a plan.
	 * @param sql the text; empty if the answer is known without asking
	 * @param slots the parameters, in text order
	 * @param shape what the columns mean; null for writes that return nothing
	 * @param table the table of the queried model
	 * @param knownRow the only row of an aggregate over no rows
	 */
	CompiledQuery(String sql, List<ValueSlot> slots, @Nullable RowShape shape, String table, List<ValueSlot> knownRow) {
		this.sql = sql;
		this.slots = List.copyOf(slots);
		this.shape = shape;
		this.table = table;
		this.knownRow = List.copyOf(knownRow);
		this.types = slots.stream().map(ValueSlot::type).toList();
	}

	/**
	 * Return the text.
	 * @return the text; empty if the answer is known without asking
	 */
	public String sql() {
		return this.sql;
	}

	/**
	 * Return the parameters.
	 * @return the parameters, in text order
	 */
	public List<ValueSlot> slots() {
		return this.slots;
	}

	/**
	 * Return what the columns mean.
	 * @return the shape; null for writes that return nothing
	 */
	public @Nullable RowShape shape() {
		return this.shape;
	}

	/**
	 * Return the table of the queried model, for metrics.
	 * @return its name
	 */
	public String table() {
		return this.table;
	}

	/**
	 * Return the only row of an aggregate over no rows.
	 * @return its values; empty unless the text is
	 */
	public List<ValueSlot> knownRow() {
		return this.knownRow;
	}

	/**
	 * Return the types of the parameters.
	 * @return the types, in text order
	 */
	public List<ValueType> types() {
		return this.types;
	}

	/**
	 * Return whether the answer is known, so that nothing may be sent.
	 * @return true if it is
	 */
	public boolean isEmpty() {
		return this.sql.isEmpty();
	}

	/**
	 * Return what reads the rows, made of their shape once for all queries of the plan.
	 * @param <R> its class
	 * @param type its class; one for each shape
	 * @param make makes it; two threads may both do so
	 * @return the reader, shared between threads
	 * @throws IllegalStateException if nothing is returned
	 */
	public <R> R reader(Class<R> type, Function<RowShape, R> make) {
		Object known = this.reader;
		if (known == null) {
			if (this.shape == null) {
				throw new IllegalStateException("The statement returns no rows: " + this.sql);
			}
			known = make.apply(this.shape);
			this.reader = known;
		}
		return type.cast(known);
	}

}
