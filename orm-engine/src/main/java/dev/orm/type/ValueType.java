package dev.orm.type;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.function.Function;

import dev.orm.codec.Codec;
import dev.orm.codec.MappingCodec;
import dev.orm.codec.OpaqueCodec;
import dev.orm.codec.TextCodecs;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column or expression: its family, its Java class, its SQL name and its
 * codec. Immutable.
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
	 * Bind a parameter of this type; SQL NULL is bound with its type, so that the server
	 * keeps one plan.
	 * @param statement the statement
	 * @param index the parameter, from 1
	 * @param value a value of the type's Java class, or null
	 * @throws SQLException if the driver refuses
	 */
	public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
		if (value != null) {
			this.codec.bind(statement, index, value);
		}
		else {
			bindNull(statement, index);
		}
	}

	private void bindNull(PreparedStatement statement, int index) throws SQLException {
		switch (this.kind) {
			case UNKNOWN, TUPLE -> statement.setNull(index, Types.NULL);
			// values of text are bound as varchar by the driver
			case TEXT -> bindNullText(statement, index, driverName());
			default -> statement.setNull(index, Types.OTHER, driverName());
		}
	}

	private static void bindNullText(PreparedStatement statement, int index, String name) throws SQLException {
		if (name.equals("text")) {
			statement.setNull(index, Types.VARCHAR);
		}
		else {
			statement.setNull(index, Types.OTHER, name);
		}
	}

	/**
	 * Return the name by which the driver knows the type without asking the server:
	 * short, and without a size.
	 * @return the name, such as {@code int8} or {@code timestamptz}
	 */
	public String driverName() {
		return switch (this.kind) {
			case SMALLINT -> "int2";
			case INTEGER -> "int4";
			case BIGINT -> "int8";
			case FLOAT -> (this.javaType == Float.class) ? "float4" : "float8";
			case DECIMAL -> "numeric";
			case TEXT -> TextCodecs.OwnName.of(this.codec);
			case BOOLEAN -> "bool";
			case DATETIME -> "timestamptz";
			case LOCAL_DATETIME -> "timestamp";
			case ARRAY ->
				(elementType().kind() == Kind.ARRAY) ? elementType().driverName() : elementType().driverName() + "[]";
			default -> this.sqlName;
		};
	}

	/**
	 * Return whether values are whole numbers in Java too, not constants or objects that
	 * are stored as such.
	 * @return true if they are
	 */
	public boolean isWhole() {
		return this.kind.isInteger() && Number.class.isAssignableFrom(this.javaType);
	}

	/**
	 * Return a type whose values are written and read through functions; lookups are
	 * written too. The attribute's class is that of the field.
	 * @param <J> the class of the attribute
	 * @param <S> the class of this type's values
	 * @param write makes the value that travels
	 * @param read makes the value of the attribute; what it throws is a refusal
	 * @return a type, for a factory to answer
	 */
	public <J, S> ValueType mapping(Function<? super J, ? extends S> write, Function<? super S, ? extends J> read) {
		return new ValueType(this.kind, this.javaType, this.sqlName, this.element,
				new MappingCodec<>(MappingCodec.anyClass(), this.codec, write, read));
	}

	/**
	 * Return a type whose columns are only asked whether they are null, since equal
	 * values need not be stored alike.
	 * @return a type without other lookups
	 */
	public ValueType opaque() {
		return new ValueType(this.kind, this.javaType, this.sqlName, this.element, new OpaqueCodec(this.codec));
	}

	/** The same type for an attribute of a class, where a factory mapped to any. */
	ValueType seenAs(Class<?> attribute) {
		if (this.codec instanceof OpaqueCodec opaque) {
			ValueType seen = new ValueType(this.kind, this.javaType, this.sqlName, this.element, opaque.base())
				.seenAs(attribute);
			return seen.opaque();
		}
		if (this.codec instanceof MappingCodec<?, ?> mapping && mapping.isOfAnyClass()) {
			return new ValueType(this.kind, attribute, this.sqlName, this.element, mapping.seenAs(attribute));
		}
		return this;
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
