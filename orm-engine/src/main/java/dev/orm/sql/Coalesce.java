package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;

/**
 * The first of several values that is not NULL.
 *
 * @param values the values
 * @param type the type of the result
 */
public record Coalesce(List<Sql> values, ValueType type) implements Sql {

	public Coalesce {
		values = List.copyOf(values);
	}

	/**
	 * Answer another value for NULL.
	 * @param value the value
	 * @param otherwise what stands for NULL
	 * @param type the type of the result
	 * @return a value
	 */
	public static Coalesce of(Sql value, Sql otherwise, ValueType type) {
		return new Coalesce(List.of(value, otherwise), type);
	}

	@Override
	public List<Sql> children() {
		return this.values;
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		return new Coalesce(children, this.type);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.coalesce(this);
	}

}
