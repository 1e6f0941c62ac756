package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;

/**
 * A part of a date, a time or a moment: {@code EXTRACT(YEAR FROM source)}.
 *
 * @param field the SQL name of the part
 * @param source what it is a part of
 * @param type the type of the part
 */
public record Extract(String field, Sql source, ValueType type) implements Sql {

	@Override
	public List<Sql> children() {
		return List.of(this.source);
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		return new Extract(this.field, children.get(0), this.type);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.extract(this);
	}

}
