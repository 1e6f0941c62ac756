package dev.orm.compile;

import java.util.List;

import dev.orm.sql.Parameter;
import dev.orm.type.Conversion;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a plan. Immutable, if its constant is.
 *
 * @param ordinal the place of its value among the query's; -1 for a constant
 * @param constant the constant
 * @param conversion applied before the codec
 * @param type the type it is bound with
 */
public record ValueSlot(int ordinal, @Nullable Object constant, Conversion conversion, ValueType type) {

	static ValueSlot of(Parameter parameter) {
		return new ValueSlot(parameter.ordinal(), parameter.constant(), parameter.conversion(), parameter.type());
	}

	/**
	 * Return the value to bind.
	 * @param values the values of the query, as its shape collected them
	 * @return the converted value
	 * @throws dev.orm.error.ValueConversionException if the value does not fit the type
	 */
	public @Nullable Object value(List<@Nullable Object> values) {
		Object raw = (this.ordinal < 0) ? this.constant : values.get(this.ordinal);
		Object converted = this.conversion.apply(raw);
		return (converted != null) ? this.type.codec().convert(converted) : null;
	}

}
