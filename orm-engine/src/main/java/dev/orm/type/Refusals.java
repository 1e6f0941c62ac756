package dev.orm.type;

import java.util.Collection;

import dev.orm.error.NumberConversionException;
import dev.orm.error.ValueConversionException;
import dev.orm.error.ValueOutOfRangeException;
import org.jspecify.annotations.Nullable;

/**
 * The words of refused conversions: the value, its class where that is the reason, and
 * the type asked for.
 */
final class Refusals {

	private static final int MAX_SHOWN = 120;

	private Refusals() {
	}

	static ValueConversionException notA(Object value, String type) {
		return notA(value, type, null);
	}

	static ValueConversionException notA(Object value, String type, @Nullable Throwable cause) {
		return refusal(show(value) + " is not a valid " + type + "." + reason(cause), cause);
	}

	/** Refuse the one character PostgreSQL's texts cannot hold. */
	static String withoutNul(String text) {
		if (text.indexOf('\0') >= 0) {
			throw refusal("A text cannot contain the character NUL (0x00).", null);
		}
		return text;
	}

	static ValueConversionException notOneOf(Object value, String type, Collection<String> choices) {
		return refusal(show(value) + " is not a valid " + type + ". Choices are: " + String.join(", ", choices), null);
	}

	static ValueConversionException notANumber(Object value, String type, @Nullable Throwable cause) {
		ValueConversionException refusal = new NumberConversionException(show(value) + " is not a valid " + type + ".");
		if (cause != null) {
			refusal.initCause(cause);
		}
		return refusal;
	}

	static ValueConversionException outOfRange(Object value, String type) {
		return new ValueOutOfRangeException(show(value) + " is out of range for " + type + ".");
	}

	private static ValueConversionException refusal(String message, @Nullable Throwable cause) {
		ValueConversionException refusal = new ValueConversionException(message);
		if (cause != null) {
			refusal.initCause(cause);
		}
		return refusal;
	}

	private static String reason(@Nullable Throwable cause) {
		return (cause instanceof ValueConversionException) ? " " + cause.getMessage() : "";
	}

	private static String show(Object value) {
		String text = Nesting.isTooDeep(value) ? "…" : String.valueOf(value);
		String shown = "'" + ((text.length() > MAX_SHOWN) ? text.substring(0, MAX_SHOWN) + "..." : text) + "'";
		return (value instanceof CharSequence || value instanceof Number) ? shown
				: shown + " (" + value.getClass().getName() + ")";
	}

}
