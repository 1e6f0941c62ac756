package dev.orm.sql;

import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * A value that is written into the text, as it is the same for all queries of a shape.
 * What a caller may change from call to call is a {@link Parameter}.
 *
 * @param value a whole number or a text, or null for {@code NULL}
 * @param type its type
 */
public record Literal(@Nullable Object value, ValueType type) implements Leaf {

	public Literal {
		if (value != null && !(value instanceof Long) && !(value instanceof String)) {
			throw new IllegalArgumentException("Only whole numbers and texts are written into SQL, not " + value);
		}
	}

	/**
	 * Write a whole number.
	 * @param value the number
	 * @return a value of type integer
	 */
	public static Literal of(long value) {
		return of(value, ValueTypes.INTEGER);
	}

	/**
	 * Write a whole number of another type.
	 * @param value the number
	 * @param type its type
	 * @return the value
	 */
	public static Literal of(long value, ValueType type) {
		return new Literal(value, type);
	}

	/**
	 * Write a text. Beside another type PostgreSQL reads it as a value of that type.
	 * @param text the text, without quotes
	 * @return the value
	 */
	public static Literal of(String text) {
		return new Literal(text, ValueTypes.TEXT);
	}

	/**
	 * Return the value NULL.
	 * @param type its type
	 * @return the value
	 */
	public static Literal nothing(ValueType type) {
		return new Literal(null, type);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.literal(this);
	}

}
