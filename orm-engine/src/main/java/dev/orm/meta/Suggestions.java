package dev.orm.meta;

import java.util.List;

import dev.orm.error.FieldDoesNotExistException;
import dev.orm.error.FieldException;
import dev.orm.error.detail.UnknownName;
import dev.orm.type.ValueType;

/**
 * Words the errors for names that models do not have: the choices, and the one that was
 * probably meant.
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
		UnknownName unknown = new UnknownName(model, path, name, choices);
		String place = name.equals(path) ? "" : " in path '" + path + "'";
		return new FieldException("Cannot resolve '%s'%s on %s.".formatted(name, place, model), unknown);
	}

	/**
	 * Word the error for a lookup.
	 * @param name the name of the lookup
	 * @param type the type of its left side
	 * @param choices the lookups there are
	 * @return the error
	 */
	public static FieldException lookup(String name, ValueType type, List<String> choices) {
		return new FieldException(
				"Unsupported lookup '%s' for a value of type %s, or join on it not permitted.".formatted(name, type),
				UnknownName.of("", name, choices));
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
		UnknownName unknown = UnknownName.of(model.name(), name, choices);
		return new FieldDoesNotExistException(noField(unknown), unknown);
	}

	/**
	 * Word the message of such an error, whichever its class, which adds the choices.
	 * @param unknown the name, and the names that may stand there
	 * @return the message
	 */
	public static String noField(UnknownName unknown) {
		return "%s has no field named '%s'.".formatted(unknown.place(), unknown.name());
	}

}
