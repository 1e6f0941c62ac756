package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;

/**
 * An operator between two expressions; written in parentheses where it stands inside
 * another.
 *
 * @param operator the SQL operator, such as {@code +}, {@code =}, {@code @>}
 * @param left the left side
 * @param right the right side
 * @param type the type of the result
 */
public record Infix(String operator, Sql left, Sql right, ValueType type) implements Sql {

	@Override
	public List<Sql> children() {
		return List.of(this.left, this.right);
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		return new Infix(this.operator, children.get(0), children.get(1), this.type);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.infix(this);
	}

}
