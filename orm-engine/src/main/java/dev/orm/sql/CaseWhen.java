package dev.orm.sql;

import java.util.ArrayList;
import java.util.List;

import dev.orm.type.ValueType;

/**
 * CASE WHEN.
 *
 * @param conditions the conditions
 * @param results the results, one for each condition
 * @param otherwise the result where none holds
 * @param type the type
 */
public record CaseWhen(List<Sql> conditions, List<Sql> results, Sql otherwise, ValueType type) implements Sql {

	public CaseWhen {
		conditions = List.copyOf(conditions);
		results = List.copyOf(results);
	}

	@Override
	public List<Sql> children() {
		List<Sql> all = new ArrayList<>(this.conditions);
		all.addAll(this.results);
		all.add(this.otherwise);
		return all;
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		int size = this.conditions.size();
		return new CaseWhen(children.subList(0, size), children.subList(size, 2 * size), children.get(2 * size),
				this.type);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.caseWhen(this);
	}

}
