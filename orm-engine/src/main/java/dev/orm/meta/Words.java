package dev.orm.meta;

import java.util.Locale;

/** Makes words people read of Java names. */
public final class Words {

	private Words() {
	}

	/**
	 * Return {@code Stock quantity} for {@code stockQuantity}, {@code Price amount} for a
	 * component {@code price__amount}.
	 * @param name the name
	 * @return its words
	 */
	public static String of(String name) {
		String words = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
			.replaceAll("([A-Z])([A-Z][a-z])", "$1 $2")
			.replaceAll("_+", " ")
			.strip();
		StringBuilder text = new StringBuilder();
		for (String word : words.split(" ")) {
			text.append(text.isEmpty() ? "" : " ");
			text.append((word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))) ? word
					: word.toLowerCase(Locale.ROOT));
		}
		return text.isEmpty() ? name : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
	}

}
