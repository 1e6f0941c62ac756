package dev.orm.sql;

import dev.orm.type.Conversion;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A bound value: the n-th value of the query's shape, or a constant of the plan.
 *
 * @param ordinal the place of the value in the shape; -1 for a constant
 * @param constant the constant
 * @param conversion applied to the value before the type's codec
 * @param type the type it is bound with
 * @param typed whether the text must name the type ({@code ?::type}) because the place
 * does not tell
 */
public record Parameter(int ordinal, @Nullable Object constant, Conversion conversion, ValueType type,
		boolean typed) implements Leaf {

	/**
	 * Create a constant of the plan.
	 * @param value the value
	 * @param type the type
	 * @return a parameter
	 */
	public static Parameter constant(@Nullable Object value, ValueType type) {
		return new Parameter(-1, value, Conversion.NONE, type, false);
	}

	/**
	 * Create a value of a query.
	 * @param ordinal its place in the query's shape
	 * @param conversion applied to the value before the type's codec
	 * @param type the type it is bound with
	 * @param typed whether the text must name the type
	 * @return a parameter
	 * @throws IllegalStateException if it has no place: it was made after the shape was
	 * taken, and NULL would be bound for it
	 */
	public static Parameter ofShape(int ordinal, Conversion conversion, ValueType type, boolean typed) {
		if (ordinal < 0) {
			throw new IllegalStateException("A value that was made after the shape of its query has no place in it");
		}
		return new Parameter(ordinal, null, conversion, type, typed);
	}

	/**
	 * Create a value of a statement that no query has a shape of.
	 * @param ordinal its place among the values
	 * @param type the type
	 * @return a parameter
	 */
	public static Parameter of(int ordinal, ValueType type) {
		return new Parameter(ordinal, null, Conversion.NONE, type, false);
	}

	/**
	 * Return a copy that names its type in the text.
	 * @return a copy
	 */
	public Parameter asTyped() {
		return new Parameter(this.ordinal, this.constant, this.conversion, this.type, true);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.parameter(this);
	}

	@Override
	public boolean nullable() {
		return false;
	}

}
