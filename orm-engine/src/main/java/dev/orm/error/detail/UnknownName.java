package dev.orm.error.detail;

import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A name that nobody knows, where some are known. Words all errors about such a name, and
 * is carried by them as data. Immutable.
 *
 * @param place where it was looked for: a model, a table, a row, a registry; empty if
 * that has no name
 * @param path the path it stands in, or the name itself
 * @param name the name
 * @param choices the names there are
 */
public record UnknownName(String place, String path, String name, List<String> choices) implements Serializable {

	/** How many choices a message names; beyond that it says how many there are. */
	private static final int MOST_SHOWN = 200;

	public UnknownName {
		choices = List.copyOf(choices);
	}

	/**
	 * Create one that stands in no path.
	 * @param place where it was looked for; empty if that has no name
	 * @param name the name
	 * @param choices the names there are
	 * @return the name
	 */
	public static UnknownName of(String place, String name, Collection<String> choices) {
		return new UnknownName(place, name, name, List.copyOf(choices));
	}

	/**
	 * Return where it was looked for.
	 * @return the place as a model, and the path
	 */
	public Subject subject() {
		return Subject.ofPath(this.place, this.path);
	}

	/**
	 * Return the name that was probably meant.
	 * @return the closest of the choices; empty if none is close
	 */
	public Optional<String> suggestion() {
		String wanted = this.name.toLowerCase(Locale.ROOT);
		int most = Math.min(wanted.length() - 1, Math.max(1, wanted.length() / 3));
		// what strangers send may be long: what is much longer is not compared at all
		return this.choices.stream()
			.filter((choice) -> Math.abs(choice.length() - wanted.length()) <= most)
			.filter((choice) -> distance(wanted, choice.toLowerCase(Locale.ROOT)) <= most)
			.min(Comparator.comparingInt((choice) -> distance(wanted, choice.toLowerCase(Locale.ROOT))));
	}

	/**
	 * Word the end of a message about it.
	 * @return a blank, the name that was probably meant, if there is one, and the
	 * choices, or how many there are, if they are hundreds
	 */
	public String words() {
		String guess = suggestion().map((choice) -> " Did you mean '" + choice + "'?").orElse("");
		return guess + ((this.choices.size() > MOST_SHOWN) ? " Choices: " + this.choices.size() + " names"
				: " Choices: " + (this.choices.isEmpty() ? "(none)" : String.join(", ", this.choices)));
	}

	/** Letters that are wrong, left out, too many, or change places with the next. */
	private static int distance(String left, String right) {
		int[] before = new int[right.length() + 1];
		int[] above = new int[right.length() + 1];
		for (int j = 1; j <= right.length(); j++) {
			above[j] = j;
		}
		for (int i = 1; i <= left.length(); i++) {
			int[] row = new int[right.length() + 1];
			row[0] = i;
			for (int j = 1; j <= right.length(); j++) {
				int change = (left.charAt(i - 1) == right.charAt(j - 1)) ? 0 : 1;
				row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + change);
				if (isTurned(left, i, right, j)) {
					row[j] = Math.min(row[j], before[j - 2] + 1);
				}
			}
			before = above;
			above = row;
		}
		return above[right.length()];
	}

	private static boolean isTurned(String left, int i, String right, int j) {
		return i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2) && left.charAt(i - 2) == right.charAt(j - 1);
	}

}
