package dev.orm.validate;

import java.util.List;
import java.util.stream.Collectors;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Errors;

/** The texts of what only the database knows, said before and after a write alike. */
final class UniqueRefusal {

	/** The SQLSTATE of a unique violation. */
	static final String STATE = "23505";

	private UniqueRefusal() {
	}

	static void reject(EntityModel model, List<FieldModel> fields, String message, Errors errors) {
		String labels = fields.stream().map(FieldModel::label).collect(Collectors.joining(" and "));
		String text = message.isEmpty() ? "{0} with this {1} already exists." : message;
		if (fields.size() == 1) {
			errors.rejectValue(fields.get(0).name(), "unique", text, model.name(), labels);
		}
		else {
			errors.reject("unique_together", text, model.name(), labels);
		}
	}

	static void rejectTarget(FieldModel key, Errors errors) {
		FieldModel referred = Relations.referred(key);
		errors.rejectValue(key.name(), "invalid", "{0} instance with {1} does not exist.", referred.owner().name(),
				referred.name());
	}

}
