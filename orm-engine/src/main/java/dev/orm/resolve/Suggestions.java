package dev.orm.resolve;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.orm.error.FieldException;
import dev.orm.type.ValueType;

/**
 * Words the error for a name nobody knows: the choices, and the one that was probably
 * meant.
 */
final class Suggestions {

	private Suggestions() {
	}

	static FieldException unknown(String name, String path, String model, List<String> choices) {
		String guess = closest(name, choices).map((choice) -> " Did you mean '" + choice + "'?").orElse("");
		String place = name.equals(path) ? "" : " in path '" + path + "'";
		return new FieldException("Cannot resolve '%s'%s on %s.%s Choices: %s".formatted(name, place, model, guess,
				String.join(", ", choices)));
	}

	static FieldException lookup(String name, ValueType type, List<String> choices) {
		String guess = closest(name, choices).map((choice) -> " Did you mean '" + choice + "'?").orElse("");
		return new FieldException(
				"Unsupported lookup '%s' for a value of type %s, or join on it not permitted.%s Choices: %s"
					.formatted(name, type, guess, String.join(", ", choices)));
	}

	static Optional<String> closest(String name, List<String> choices) {
		String wanted = name.toLowerCase(Locale.ROOT);
		return choices.stream()
			.filter((choice) -> distance(wanted, choice.toLowerCase(Locale.ROOT)) <= Math.max(1, name.length() / 3))
			.min(Comparator.comparingInt((choice) -> distance(wanted, choice.toLowerCase(Locale.ROOT))));
	}

	private static int distance(String left, String right) {
		int[] row = new int[right.length() + 1];
		for (int j = 0; j <= right.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= left.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= right.length(); j++) {
				int above = row[j];
				int change = (left.charAt(i - 1) == right.charAt(j - 1)) ? 0 : 1;
				row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
				diagonal = above;
			}
		}
		return row[right.length()];
	}

}
