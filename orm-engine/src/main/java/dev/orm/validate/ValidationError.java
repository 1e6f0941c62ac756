package dev.orm.validate;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an instance. Immutable.
 *
 * @param row which of the instances, from 0
 * @param field the attribute; null for the instance as a whole
 * @param label what people call the attribute; empty for the instance as a whole
 * @param code the rule; Django's names for the engine's own
 * @param message what people are told
 * @param arguments what the message mentions
 * @param rejected the value of the attribute
 */
public record ValidationError(int row, @Nullable String field, String label, String code, String message,
		List<Object> arguments, @Nullable Object rejected) {

	public ValidationError {
		arguments = List.copyOf(arguments);
	}

}
