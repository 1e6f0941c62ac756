package dev.orm.choice;

import java.util.Locale;

/**
 * One of the values an attribute may have.
 *
 * @param value the value, as the attribute holds it
 * @param label what people read
 */
public record ChoiceOption(Object value, String label) {

	/** The option a constant is, for an attribute of its enum. */
	static ChoiceOption constant(Enum<?> constant) {
		return new ChoiceOption(constant, label(constant));
	}

	/** The option a constant is, for an attribute that holds what is stored. */
	static ChoiceOption stored(Enum<?> constant) {
		if (constant instanceof StoredNumber number) {
			return new ChoiceOption(number.value(), label(constant));
		}
		return new ChoiceOption((constant instanceof StoredText text) ? text.value() : constant.name(),
				label(constant));
	}

	/**
	 * Return what people read of a constant.
	 * @param constant the constant
	 * @return its label; the words of its name if it has none
	 */
	public static String label(Enum<?> constant) {
		if (constant instanceof IntChoice choice) {
			return choice.label();
		}
		return (constant instanceof Choice choice) ? choice.label() : words(constant.name());
	}

	/** Django's words: {@code IN_PROGRESS} is "In Progress". */
	static String words(String name) {
		StringBuilder label = new StringBuilder();
		for (String word : name.replace('_', ' ').strip().split("\\s+")) {
			label.append(label.isEmpty() ? "" : " ").append(word.substring(0, 1).toUpperCase(Locale.ROOT));
			label.append(word.substring(1).toLowerCase(Locale.ROOT));
		}
		return label.toString();
	}

}
