package dev.orm.sql;

import dev.orm.type.ValueType;

/**
 * A condition known without asking: all rows, or none. Folded away before rendering where
 * a statement allows. Django's full and empty result sets.
 *
 * @param value whether it holds
 * @param type the boolean type
 */
public record Truth(boolean value, ValueType type) implements Leaf {

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.truth(this);
	}

	@Override
	public boolean nullable() {
		return false;
	}

}
