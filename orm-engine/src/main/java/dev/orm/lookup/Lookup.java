package dev.orm.lookup;

import dev.orm.sql.Sql;

/**
 * A test of a left side against an operand, such as {@code icontains}. Stateless and
 * thread-safe. Django's {@code Lookup}.
 */
@FunctionalInterface
public interface Lookup {

	/**
	 * Build the condition. Answer {@code Truth} where the operand alone decides.
	 * @param left the left side
	 * @param right the operand
	 * @return the condition
	 * @throws dev.orm.error.QueryValueException if the operand is of the wrong kind
	 */
	Sql apply(Sql left, Operand right);

}
