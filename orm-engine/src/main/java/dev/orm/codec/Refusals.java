package dev.orm.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;

import dev.orm.error.NumberConversionException;
import dev.orm.error.ValueConversionException;
import dev.orm.error.ValueOutOfRangeException;
import org.jspecify.annotations.Nullable;

/**
 * The words of refused conversions: the value, its class where that is the reason, and
 * the type asked for.
 */
public final class Refusals {

	private static final int MAX_SHOWN = 120;

	/** From how many bits on the digits of a number are not computed to be shown. */
	private static final long MOST_BITS = 4096;

	private static final double DIGITS_OF_BIT = Math.log10(2);

	private Refusals() {
	}

	/**
	 * Word the refusal of a value that is none of a type.
	 * @param value the value, of which the beginning is shown
	 * @param type what it should be
	 * @return the refusal
	 */
	public static ValueConversionException notA(Object value, String type) {
		return notA(value, type, null);
	}

	/**
	 * Word the refusal of a value that is none of a type.
	 * @param value the value, of which the beginning is shown
	 * @param type what it should be
	 * @param cause what refused it; null for none
	 * @return the refusal
	 */
	public static ValueConversionException notA(Object value, String type, @Nullable Throwable cause) {
		return refusal(show(value) + " is not a valid " + type + "." + reason(cause), type, List.of(), cause).of(value);
	}

	/**
	 * Refuse what the application's own type does not write. What it says may quote the
	 * value, and stays in the cause.
	 */
	static ValueConversionException notWritten(Object value, String type, RuntimeException cause) {
		return refusal("The type of the application cannot write this %s: it threw %s.".formatted(type,
				cause.getClass().getSimpleName()), type, List.of(), cause)
			.of(value);
	}

	/**
	 * Refuse what PostgreSQL's texts cannot hold: the character NUL, and half of a
	 * character, which the driver would replace by a question mark.
	 */
	static String storable(String text) {
		for (int i = 0; i < text.length(); i++) {
			// NUL and whatever stands from the surrogates on, by one comparison: bulk
			// writes ask it of each letter
			if ((char) (text.charAt(i) - 1) >= Character.MIN_SURROGATE - 1) {
				return examined(text, i);
			}
		}
		return text;
	}

	private static String examined(String text, int from) {
		if (text.indexOf('\0', from) >= 0) {
			throw refusal("A text cannot contain the character NUL (0x00).", "text", List.of(), null).of(text);
		}
		return pairs(text, from);
	}

	private static String pairs(String text, int from) {
		int at = from;
		while (at < text.length()) {
			int character = text.codePointAt(at);
			if (Character.MIN_SURROGATE <= character && character <= Character.MAX_SURROGATE) {
				throw refusal("A text cannot contain half of a surrogate pair (at %d).".formatted(at), "text",
						List.of(), null)
					.of(text);
			}
			at += Character.charCount(character);
		}
		return text;
	}

	static ValueConversionException notOneOf(Object value, String type, Collection<String> choices) {
		return refusal(show(value) + " is not a valid " + type + ". Choices are: " + String.join(", ", choices), type,
				List.copyOf(choices), null)
			.of(value);
	}

	static ValueConversionException unknownChoice(Enum<?> constant, Collection<String> choices) {
		String type = constant.getDeclaringClass().getSimpleName();
		return refusal(
				"%s.%s stands for stored values that %s does not know, so it cannot be written or looked for. Choices are: %s"
					.formatted(type, constant.name(), type, String.join(", ", choices)),
				type, List.copyOf(choices), null)
			.of(constant);
	}

	static ValueConversionException notANumber(Object value, String type, @Nullable Throwable cause) {
		ValueConversionException refusal = new NumberConversionException(show(value) + " is not a valid " + type + ".",
				type);
		if (cause != null) {
			refusal.initCause(cause);
		}
		return refusal.of(value);
	}

	/**
	 * Word the refusal of a number too large or too small.
	 * @param value the number, of which the beginning is shown
	 * @param type the type it does not fit
	 * @return the refusal
	 */
	public static ValueConversionException outOfRange(Object value, String type) {
		return new ValueOutOfRangeException(show(value) + " is out of range for " + type + ".", type).of(value);
	}

	/**
	 * Word the refusal of a list that is no array of a type.
	 * @param type the type
	 * @param reason what is wrong with its shape
	 * @return the refusal
	 */
	public static ValueConversionException shapeless(String type, String reason) {
		return refusal("A list is not a valid %s: %s.".formatted(type, reason), type, List.of(), null);
	}

	private static ValueConversionException refusal(String message, String expected, List<String> choices,
			@Nullable Throwable cause) {
		ValueConversionException refusal = new ValueConversionException(message, expected, choices);
		if (cause != null) {
			refusal.initCause(cause);
		}
		return refusal;
	}

	private static String reason(@Nullable Throwable cause) {
		return (cause instanceof ValueConversionException) ? " " + cause.getMessage() : "";
	}

	private static String show(Object value) {
		String text = Nesting.isTooDeep(value) ? "…"
				: (value instanceof Number number) ? show(number) : String.valueOf(value);
		String shown = "'" + ((text.length() > MAX_SHOWN) ? text.substring(0, MAX_SHOWN) + "..." : text) + "'";
		return (value instanceof CharSequence || value instanceof Number) ? shown
				: shown + " (" + value.getClass().getName() + ")";
	}

	/** Of very many digits only how many they are, which are not computed. */
	private static String show(Number number) {
		long bits = (number instanceof BigDecimal exact) ? exact.unscaledValue().bitLength()
				: (number instanceof BigInteger whole) ? whole.bitLength() : 0;
		return (bits > MOST_BITS) ? "a number of some %d digits".formatted((long) (bits * DIGITS_OF_BIT))
				: number.toString();
	}

}
