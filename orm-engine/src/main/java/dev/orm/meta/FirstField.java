package dev.orm.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.orm.model.FieldDescription.Flag;

/**
 * Finds the field that a path begins with: an attribute, or a component of an embedded
 * record, which is named after both.
 */
public final class FirstField {

	private FirstField() {
	}

	/**
	 * Find the field.
	 * @param model the model the path begins at
	 * @param path the path
	 * @return the field; empty if the path begins with a relation to many, or with
	 * nothing that is known
	 */
	public static Optional<FieldModel> of(EntityModel model, String path) {
		return of(model, List.of(path.split("__")), 0);
	}

	/**
	 * Find the field.
	 * @param model the model the path begins at
	 * @param names the segments of the path
	 * @param from the place of the first segment that counts
	 * @return the field; empty if there is none
	 */
	public static Optional<FieldModel> of(EntityModel model, List<String> names, int from) {
		String name = names.get(from);
		Optional<FieldModel> found = model.field(name);
		for (int i = from + 1; found.isEmpty() && i < names.size(); i++) {
			name = name + "__" + names.get(i);
			found = model.field(name);
		}
		return found;
	}

	/**
	 * Find the columns of a generic key.
	 * @param model the model
	 * @param attribute the attribute
	 * @return the column of the table and that of the key; empty if it is none
	 */
	public static List<FieldModel> ofGenericKey(EntityModel model, String attribute) {
		return model.field(attribute + "__type")
			.filter((field) -> field.is(Flag.GENERIC_TYPE))
			.map((field) -> List.of(field, model.fields().get(field.index() + 1)))
			.orElse(List.of());
	}

	/**
	 * Put the columns of embedded records in the place of the records.
	 * @param model the model
	 * @param names names of attributes and components
	 * @return those that are no record as they are
	 */
	public static List<String> columns(EntityModel model, List<String> names) {
		List<String> columns = new ArrayList<>(names.size());
		for (String name : names) {
			int before = columns.size();
			if (model.field(name).isEmpty()) {
				addColumns(columns, model, name + "__");
			}
			if (columns.size() == before) {
				columns.add(name);
			}
		}
		return columns;
	}

	private static void addColumns(List<String> columns, EntityModel model, String record) {
		for (FieldModel field : model.fields()) {
			if (field.name().startsWith(record)) {
				columns.add(field.name());
			}
		}
	}

	/**
	 * Return how many segments of a path the name of a field takes.
	 * @param field the field
	 * @return one, and one more for each record it is in
	 */
	public static int length(FieldModel field) {
		return field.name().split("__").length;
	}

}
