package dev.orm.type;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

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
 * @param source where the field is declared, and whom else to ask
 */
public record TypeRequest(Class<?> javaType, List<Class<?>> arguments, String columnType, int length, int precision,
		int scale, boolean json, String base, FieldSource source) {

	public TypeRequest {
		arguments = List.copyOf(arguments);
	}

	/**
	 * Ask for the type of a field that is declared nowhere.
	 * @param javaType the class of the attribute
	 * @param arguments its type arguments
	 * @param columnType the PostgreSQL type asked for; empty for the natural one
	 * @param length the length of a varchar; zero for none
	 * @param precision the digits of a numeric; zero for none
	 * @param scale the digits after the point
	 * @param json whether the field is stored as a JSON document
	 * @param base the type below a domain; empty if there is none
	 */
	public TypeRequest(Class<?> javaType, List<Class<?>> arguments, String columnType, int length, int precision,
			int scale, boolean json, String base) {
		this(javaType, arguments, columnType, length, precision, scale, json, base, FieldSource.NOWHERE);
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
	 * Return an annotation of the field.
	 * @param <A> the annotation
	 * @param type its class
	 * @return the annotation; empty if the field has none, or is declared nowhere
	 */
	public <A extends Annotation> Optional<A> annotation(Class<A> type) {
		return this.source.annotation(type);
	}

	/**
	 * Return the type that the factories after this one agree on, for a type that
	 * decorates it.
	 * @return the type
	 * @throws dev.orm.error.ModelDefinitionException if none of them knows one
	 */
	public ValueType next() {
		return this.source.others().apply(this);
	}

	/**
	 * Return the type the field would have if its attribute were of another class, with
	 * the same column type and sizes.
	 * @param other the class
	 * @return the type
	 * @throws dev.orm.error.ModelDefinitionException if no factory knows one
	 */
	public ValueType typeOf(Class<?> other) {
		return this.source.others()
			.apply(new TypeRequest(other, List.of(), this.columnType, this.length, this.precision, this.scale,
					this.json, this.base, this.source));
	}

	TypeRequest at(FieldSource place) {
		return new TypeRequest(this.javaType, this.arguments, this.columnType, this.length, this.precision, this.scale,
				this.json, this.base, place);
	}

	/**
	 * Return a copy with a PostgreSQL type.
	 * @param name the type name
	 * @return a copy
	 */
	public TypeRequest columnType(String name) {
		return new TypeRequest(this.javaType, this.arguments, name, this.length, this.precision, this.scale, this.json,
				this.base, this.source);
	}

	/**
	 * Return a copy with type arguments.
	 * @param classes the classes
	 * @return a copy
	 */
	public TypeRequest arguments(Class<?>... classes) {
		return new TypeRequest(this.javaType, List.of(classes), this.columnType, this.length, this.precision,
				this.scale, this.json, this.base, this.source);
	}

}
