package dev.orm.copy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.Suggestions;
import dev.orm.model.FieldDescription.Flag;

/**
 * Decides which columns rows may be loaded into: those of one table that are written, and
 * all of them that have no default there.
 */
final class CopyColumns {

	private CopyColumns() {
	}

	/**
	 * Find the fields of columns.
	 * @param model the model
	 * @param attributes their names, in the order of the rows
	 * @return the fields
	 * @throws QueryValueException if rows cannot be loaded into them
	 */
	static List<FieldModel> of(EntityModel model, List<String> attributes) {
		if (model.concrete().parent() != null) {
			throw new QueryValueException(
					"The rows of %s are in several tables, and COPY fills one. hint: bulkCreate(…, BulkCreateOptions::acrossTables)"
						.formatted(model),
					model.subject());
		}
		if (attributes.isEmpty()) {
			throw new QueryValueException("Name the columns of the rows of %s, in their order".formatted(model),
					model.subject().by("attributes"));
		}
		Set<FieldModel> fields = new LinkedHashSet<>();
		for (String attribute : attributes) {
			FieldModel field = model.field(attribute).orElseThrow(() -> Suggestions.noField(model, attribute));
			if (!fields.add(field.requireWritten())) {
				throw new QueryValueException("The rows cannot hold %s twice".formatted(field), field.subject());
			}
		}
		requireAll(model, fields);
		return List.copyOf(fields);
	}

	private static void requireAll(EntityModel model, Set<FieldModel> fields) {
		List<String> missing = model.fields()
			.stream()
			.filter((field) -> !fields.contains(field) && isRequired(field))
			.map(FieldModel::name)
			.toList();
		if (!missing.isEmpty()) {
			throw new QueryValueException(
					"""
							The rows have nothing for %s of %s. COPY knows the defaults of the database only, and none of the engine.
							  hint: name them, or give them a default there: @Column(dbDefault = …)"""
						.formatted(String.join(", ", missing), model),
					Subject.ofAttribute(model.name(), missing.get(0)));
		}
	}

	private static boolean isRequired(FieldModel field) {
		return !field.nullable() && !field.computed() && !field.is(Flag.IDENTITY)
				&& field.description().details().dbDefault().isEmpty();
	}

}
