package dev.orm.sql;

import java.util.List;

import dev.orm.sql.operator.SqlOperator;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * An operator between two expressions; written in parentheses where it stands inside
 * another.
 *
 * @param operator the operator
 * @param left the left side
 * @param right the right side
 * @param type the type of the result
 */
public record Infix(SqlOperator operator, Sql left, Sql right, ValueType type) implements Sql {

	/**
	 * Compare two expressions.
	 * @param left the left side
	 * @param operator an operator that answers true or false
	 * @param right the right side
	 * @return a condition
	 */
	public static Infix condition(Sql left, SqlOperator operator, Sql right) {
		return new Infix(operator, left, right, ValueTypes.BOOLEAN);
	}

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
