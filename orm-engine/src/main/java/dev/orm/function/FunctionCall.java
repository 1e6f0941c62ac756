package dev.orm.function;

import java.util.List;
import java.util.Map;

import dev.orm.sql.Sql;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A call of a function with its arguments resolved. Immutable.
 *
 * @param name the Django name
 * @param arguments the arguments; a bound value is a {@code Parameter} of the type the
 * caller or its Java class gave it
 * @param options the options by name, such as {@code precision}
 * @param type the output type asked for, or null to infer it
 */
public record FunctionCall(String name, List<Sql> arguments, Map<String, Object> options, @Nullable ValueType type) {

	public FunctionCall {
		arguments = List.copyOf(arguments);
		options = Map.copyOf(options);
	}

}
