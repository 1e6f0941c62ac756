package dev.orm.automatic;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes slugs of texts: the short names that stand in addresses. Django's
 * {@code slugify}. Thread-safe.
 */
public final class Slugs {

	private static final Pattern FOREIGN = Pattern.compile("[^\\x00-\\x7F]");

	private static final Pattern NO_PART = Pattern.compile("[^\\w\\s-]");

	private static final Pattern NO_PART_OF_ANY_SCRIPT = Pattern.compile("[^\\w\\s-]", Pattern.UNICODE_CHARACTER_CLASS);

	private static final Pattern GAPS = Pattern.compile("[-\\s]+", Pattern.UNICODE_CHARACTER_CLASS);

	private static final Pattern EDGES = Pattern.compile("^[-_]+|[-_]+$");

	private Slugs() {
	}

	/**
	 * Make a slug of plain letters, digits, hyphens and underscores: accents are dropped,
	 * and so is what has no plain letter.
	 * @param text any text
	 * @return the slug; empty if nothing of the text is left
	 */
	public static String of(String text) {
		String plain = FOREIGN.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll("");
		return joined(NO_PART.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(""));
	}

	/**
	 * Make a slug that keeps the letters of all scripts. Django's {@code slugify} with
	 * {@code allow_unicode}.
	 * @param text any text
	 * @return the slug; empty if nothing of the text is left
	 */
	public static String unicode(String text) {
		String composed = Normalizer.normalize(text, Form.NFKC);
		return joined(NO_PART_OF_ANY_SCRIPT.matcher(composed.toLowerCase(Locale.ROOT)).replaceAll(""));
	}

	private static String joined(String words) {
		return EDGES.matcher(GAPS.matcher(words).replaceAll("-")).replaceAll("");
	}

}
