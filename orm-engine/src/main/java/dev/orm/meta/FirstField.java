package dev.orm.meta;

import java.util.Optional;

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
		String[] names = path.split("__");
		Optional<FieldModel> first = model.field(names[0]);
		return (first.isPresent() || names.length == 1) ? first : model.field(names[0] + "__" + names[1]);
	}

}
