package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;

/**
 * Elements of an array: {@code (array)[1][2:3]}. Subscripts of an array of arrays stand
 * side by side, as {@code ((array)[1])[2]} is NULL.
 *
 * @param array the array
 * @param places the subscripts, with their brackets
 * @param type the type of the elements
 */
public record Subscript(Sql array, List<String> places, ValueType type) implements Sql {

	public Subscript {
		places = List.copyOf(places);
	}

	@Override
	public List<Sql> children() {
		return List.of(this.array);
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		return new Subscript(children.get(0), this.places, this.type);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.subscript(this);
	}

}
