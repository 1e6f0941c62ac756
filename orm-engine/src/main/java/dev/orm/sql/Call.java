package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;

/**
 * A function call: {@code name(a, b)}.
 *
 * @param name the SQL name
 * @param arguments the arguments
 * @param type the type of the result
 */
public record Call(String name, List<Sql> arguments, ValueType type) implements Sql {

	public Call {
		arguments = List.copyOf(arguments);
	}

	@Override
	public List<Sql> children() {
		return this.arguments;
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		return new Call(this.name, children, this.type);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.call(this);
	}

}
