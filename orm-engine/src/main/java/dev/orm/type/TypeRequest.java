package dev.orm.type;

import java.util.List;

/**
 * What is known of a field whose type is looked for. Immutable.
 *
 * @param javaType the class of the attribute
 * @param arguments the type arguments of a generic attribute such as
 * {@code List<String>}; empty for none
 * @param columnType the PostgreSQL type asked for; empty for the natural one
 * @param length the length of a varchar; zero for none
 * @param precision the digits of a numeric; zero for none
 * @param scale the digits after the point
 * @param json whether the field is stored as a JSON document
 * @param base the type below the domain that {@code columnType} names; empty if it is
 * none
 */
public record TypeRequest(Class<?> javaType, List<Class<?>> arguments, String columnType, int length, int precision,
		int scale, boolean json, String base) {

	public TypeRequest {
		arguments = List.copyOf(arguments);
	}

	/**
	 * Ask for the natural type of a class.
	 * @param javaType the class
	 * @return a request
	 */
	public static TypeRequest of(Class<?> javaType) {
		return new TypeRequest(javaType, List.of(), "", 0, 0, 0, false, "");
	}

	/**
	 * Return a copy with a PostgreSQL type.
	 * @param name the type name
	 * @return a copy
	 */
	public TypeRequest columnType(String name) {
		return new TypeRequest(this.javaType, this.arguments, name, this.length, this.precision, this.scale, this.json,
				this.base);
	}

	/**
	 * Return a copy with type arguments.
	 * @param classes the classes
	 * @return a copy
	 */
	public TypeRequest arguments(Class<?>... classes) {
		return new TypeRequest(this.javaType, List.of(classes), this.columnType, this.length, this.precision,
				this.scale, this.json, this.base);
	}

}
