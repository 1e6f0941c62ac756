package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;

/**
 * Fixed text: {@code NULL}, {@code *}, {@code 1}, a column alias of the select list.
 *
 * @param text the text
 * @param type the type
 */
public record Fragment(String text, ValueType type) implements Sql {

	@Override
	public List<Sql> children() {
		return List.of();
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		return this;
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.fragment(this);
	}

}
