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
		return new FieldException(unresolved(name, path, model), new UnknownName(model, path, name, choices));
	}

	/**
	 * Word the error for a lookup that a relation does not have.
	 * @param name the name
	 * @param path the path it stands in
	 * @param model the name of the model the relation leads to
	 * @param choices its attributes, and the lookups of relations
	 * @return the error
	 */
	public static FieldException relatedLookup(String name, String path, String model, List<String> choices) {
		return new FieldException(
				"Related Field got invalid lookup: '%s'. %s".formatted(name, unresolved(name, path, model)),
				new UnknownName(model, path, name, choices));
	}

	private static String unresolved(String name, String path, String model) {
		String place = name.equals(path) ? "" : " in path '" + path + "'";
		return "Cannot resolve '%s'%s on %s.".formatted(name, place, model);
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
