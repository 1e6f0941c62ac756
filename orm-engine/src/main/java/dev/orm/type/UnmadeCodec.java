package dev.orm.type;

import java.sql.PreparedStatement;

import dev.orm.codec.Codec;

/**
 * Of a type whose factory only Spring can make: good for migrations, and nothing else.
 */
record UnmadeCodec(Class<?> factory) implements Codec {

	static ValueType type(Class<?> javaType, FieldType type) {
		ValueType named = ValueTypes.parse(type.sqlType());
		return new ValueType(named.kind(), javaType, named.sqlName(), named.element(), new UnmadeCodec(type.value()));
	}

	@Override
	public void bind(PreparedStatement statement, int index, Object value) {
		throw unmade();
	}

	@Override
	public Object convert(Object value) {
		throw unmade();
	}

	private IllegalStateException unmade() {
		return new IllegalStateException(
				"%s is made by Spring, which is not here: only migrations can be written".formatted(this.factory));
	}

}
