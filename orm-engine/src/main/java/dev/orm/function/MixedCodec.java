package dev.orm.function;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;

import dev.orm.codec.Codec;
import dev.orm.error.FieldException;
import dev.orm.error.detail.Subject;
import dev.orm.type.ValueType;

/**
 * The codec of an expression of mixed types: it refuses, and says which types it met.
 *
 * @param problem which types do not go together
 */
record MixedCodec(String problem) implements Codec {

	static Optional<MixedCodec> of(ValueType type) {
		return (type.codec() instanceof MixedCodec codec) ? Optional.of(codec) : Optional.empty();
	}

	FieldException error() {
		return new FieldException(
				this.problem + " You must set output_field."
						+ " hint: say the type by typed(type), or by wrap(expression, type) around it",
				Subject.ofArgument("output_field"));
	}

	@Override
	public Object read(ResultSet row, int column) {
		throw error();
	}

	@Override
	public void bind(PreparedStatement statement, int index, Object value) {
		throw error();
	}

	@Override
	public Object convert(Object value) {
		throw error();
	}

}
