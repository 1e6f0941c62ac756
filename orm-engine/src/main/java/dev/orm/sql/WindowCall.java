package dev.orm.sql;

import java.util.ArrayList;
import java.util.List;

import dev.orm.sql.clause.WindowFrame;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A window function call.
 *
 * @param function the function or aggregate
 * @param partitionBy the partition
 * @param orderBy the ordering, of {@link SortTerm}s
 * @param frame the rows it sees, or null for those of the database's choice
 * @param type the type
 */
public record WindowCall(Sql function, List<Sql> partitionBy, List<Sql> orderBy, @Nullable WindowFrame frame,
		ValueType type) implements Sql {

	public WindowCall {
		partitionBy = List.copyOf(partitionBy);
		orderBy = List.copyOf(orderBy);
	}

	@Override
	public List<Sql> children() {
		List<Sql> all = new ArrayList<>();
		all.add(this.function);
		all.addAll(this.partitionBy);
		all.addAll(this.orderBy);
		return all;
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		int first = 1 + this.partitionBy.size();
		return new WindowCall(children.get(0), children.subList(1, first), children.subList(first, children.size()),
				this.frame, this.type);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.window(this);
	}

	@Override
	public boolean containsAggregate() {
		boolean inside = this.function.children().stream().anyMatch(Sql::containsAggregate);
		return inside || this.partitionBy.stream().anyMatch(Sql::containsAggregate)
				|| this.orderBy.stream().anyMatch(Sql::containsAggregate);
	}

	@Override
	public boolean containsWindow() {
		return true;
	}

}
