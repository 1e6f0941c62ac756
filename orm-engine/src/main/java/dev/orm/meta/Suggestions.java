package dev.orm.meta;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.orm.error.FieldDoesNotExistException;
import dev.orm.error.FieldException;
import dev.orm.type.ValueType;

/**
 * Words the error for a name nobody knows: the choices, and the one that was probably
 * meant.
 */
public final class Suggestions {

	private Suggestions() {
	}

	/**
	 * Word the error for a name in a path.
	 * @param name the name
	 * @param path the path it stands in
	 * @param model the name of the model, or of the table, it was looked for on
	 * @param choices the names there are
	 * @return the error
	 */
	public static FieldException unknown(String name, String path, String model, List<String> choices) {
		String place = name.equals(path) ? "" : " in path '" + path + "'";
		return new FieldException(
				"Cannot resolve '%s'%s on %s.%s".formatted(name, place, model, guessAndChoices(name, choices)), model,
				path, name, choices);
	}

	/**
	 * Word the error for a lookup.
	 * @param name the name of the lookup
	 * @param type the type of its left side
	 * @param choices the lookups there are
	 * @return the error
	 */
	public static FieldException lookup(String name, ValueType type, List<String> choices) {
		return new FieldException("Unsupported lookup '%s' for a value of type %s, or join on it not permitted.%s"
			.formatted(name, type, guessAndChoices(name, choices)), "", name, name, choices);
	}

	/**
	 * Word the error for a field.
	 * @param model the model
	 * @param name the name it does not have
	 * @return the error
	 */
	public static FieldDoesNotExistException noField(EntityModel model, String name) {
		return noField(model, name, model.choices());
	}

	/**
	 * Word the error for a field where only some may stand.
	 * @param model the model
	 * @param name the name it does not have
	 * @param choices the names that may stand there
	 * @return the error
	 */
	public static FieldDoesNotExistException noField(EntityModel model, String name, List<String> choices) {
		return new FieldDoesNotExistException(noFieldText(model, name, choices), model.name(), name, choices);
	}

	/**
	 * Word the message of such an error, whichever its class.
	 * @param model the model
	 * @param name the name it does not have
	 * @param choices the names that may stand there
	 * @return the message
	 */
	public static String noFieldText(EntityModel model, String name, List<String> choices) {
		return "%s has no field named '%s'.%s".formatted(model.name(), name, guessAndChoices(name, choices));
	}

	/**
	 * Word the end of any such message.
	 * @param name the name nobody knows
	 * @param choices the names there are
	 * @return the one that was probably meant, if any is close, and all of them
	 */
	public static String guessAndChoices(String name, List<String> choices) {
		String guess = closest(name, choices).map((choice) -> " Did you mean '" + choice + "'?").orElse("");
		return guess + " Choices: " + (choices.isEmpty() ? "(none)" : String.join(", ", choices));
	}

	private static Optional<String> closest(String name, List<String> choices) {
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
