package dev.orm.type;

import org.jspecify.annotations.Nullable;

/**
 * The type of a column or expression: its family, its Java class, its SQL name and its codec. Immutable.
 *
 * @param kind the family
 * @param javaType the class of values
 * @param sqlName the name used in casts, such as {@code numeric(10, 2)}
 * @param element the type of the elements of an array or the bounds of a range, else null
 * @param codec how values travel
 */
public record ValueType(Kind kind, Class<?> javaType, String sqlName, @Nullable ValueType element, Codec codec) {

	/**
	 * Return the type of the elements.
	 * @return the type
	 * @throws IllegalStateException if the type has no elements
	 */
	public ValueType elementType() {
		if (this.element == null) {
			throw new IllegalStateException(this.sqlName + " has no elements");
		}
		return this.element;
	}

	/**
	 * Return whether both types are one SQL type.
	 * @param other another type
	 * @return true if they are
	 */
	public boolean isSame(ValueType other) {
		return this.kind == other.kind && this.sqlName.equals(other.sqlName);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ValueType type && isSame(type) && this.javaType == type.javaType;
	}

	@Override
	public int hashCode() {
		return this.sqlName.hashCode();
	}

	@Override
	public String toString() {
		return this.sqlName;
	}

}
