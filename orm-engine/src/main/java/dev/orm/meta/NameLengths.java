package dev.orm.meta;

import dev.orm.declare.ConstraintNames;
import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;

/**
 * Refuses names of tables and columns a database would cut: PostgreSQL does so without a
 * word, and two that begin alike would be one. Django's checks models.E018 and E019.
 */
final class NameLengths {

	/** No character takes more than three bytes in UTF-8, as those of four are two. */
	private static final int CERTAIN_LENGTH = ConstraintNames.MAX_BYTES / 3;

	private NameLengths() {
	}

	static void check(EntityModel model) {
		check(model.table().name(), "table", model, "@Table or @JoinTable");
		check(model.table().schema(), "schema", model, "@Table or @JoinTable");
		for (FieldModel field : model.localFields()) {
			check(field.column(), "column", field, "@Column");
		}
	}

	private static Subject subject(Object place) {
		return (place instanceof FieldModel field) ? field.subject() : ((EntityModel) place).subject();
	}

	private static void check(String name, String kind, Object place, String annotation) {
		if (name.length() <= CERTAIN_LENGTH) {
			return;
		}
		int bytes = ConstraintNames.bytes(name);
		if (bytes > ConstraintNames.MAX_BYTES) {
			throw new ModelDefinitionException(
					"The %s '%s' of %s has %d bytes, more than the %d of a name. hint: give a shorter one by %s"
						.formatted(kind, name, place, bytes, ConstraintNames.MAX_BYTES, annotation),
					subject(place));
		}
	}

}
