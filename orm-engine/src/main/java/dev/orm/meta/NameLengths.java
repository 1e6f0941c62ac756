package dev.orm.meta;

import java.nio.charset.StandardCharsets;

import dev.orm.error.ModelDefinitionException;

/**
 * Refuses names of tables and columns a database would cut: PostgreSQL does so without a
 * word, and two that begin alike would be one. Django's checks models.E018 and E019.
 */
final class NameLengths {

	/** PostgreSQL's limit; no database we know has a lower one. */
	private static final int MAX_BYTES = 63;

	private NameLengths() {
	}

	static void check(EntityModel model) {
		check(model.table().name(), "table", model, "@Table or @JoinTable");
		check(model.table().schema(), "schema", model, "@Table or @JoinTable");
		for (FieldModel field : model.localFields()) {
			check(field.column(), "column", field, "@Column");
		}
	}

	private static void check(String name, String kind, Object place, String annotation) {
		int bytes = name.getBytes(StandardCharsets.UTF_8).length;
		if (bytes > MAX_BYTES) {
			throw new ModelDefinitionException(
					"The %s '%s' of %s has %d bytes, more than the %d of a name. hint: give a shorter one by %s"
						.formatted(kind, name, place, bytes, MAX_BYTES, annotation));
		}
	}

}
