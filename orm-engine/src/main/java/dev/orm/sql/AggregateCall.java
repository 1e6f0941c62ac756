package dev.orm.sql;

import java.util.ArrayList;
import java.util.List;

import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate function call.
 *
 * @param name the SQL name
 * @param arguments the arguments
 * @param distinct whether duplicates count once
 * @param orderBy the ordering inside, of {@link SortTerm}s
 * @param filter which rows count, or null
 * @param type the type
 * @param emptyValue what it answers for no rows, if not NULL (0 for COUNT)
 * @param ignoresRepeats whether a value that comes again changes nothing (MAX)
 */
public record AggregateCall(String name, List<Sql> arguments, boolean distinct, List<Sql> orderBy, @Nullable Sql filter,
		ValueType type, @Nullable Object emptyValue, boolean ignoresRepeats) implements Sql {

	public AggregateCall {
		arguments = List.copyOf(arguments);
		orderBy = List.copyOf(orderBy);
	}

	/**
	 * Create a call for which it matters how often a value comes.
	 * @param name the SQL name
	 * @param arguments the arguments
	 * @param distinct whether duplicates count once
	 * @param orderBy the ordering inside, of {@link SortTerm}s
	 * @param filter which rows count, or null
	 * @param type the type
	 * @param emptyValue what it answers for no rows, if not NULL
	 */
	public AggregateCall(String name, List<Sql> arguments, boolean distinct, List<Sql> orderBy, @Nullable Sql filter,
			ValueType type, @Nullable Object emptyValue) {
		this(name, arguments, distinct, orderBy, filter, type, emptyValue, false);
	}

	@Override
	public List<Sql> children() {
		List<Sql> all = new ArrayList<>(this.arguments);
		all.addAll(this.orderBy);
		if (this.filter != null) {
			all.add(this.filter);
		}
		return all;
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		int first = this.arguments.size();
		int second = first + this.orderBy.size();
		return new AggregateCall(this.name, children.subList(0, first), this.distinct, children.subList(first, second),
				(this.filter != null) ? children.get(second) : null, this.type, this.emptyValue, this.ignoresRepeats);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.aggregate(this);
	}

	@Override
	public boolean containsAggregate() {
		return true;
	}

}
