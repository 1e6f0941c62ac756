package dev.orm.validate.rule;

import java.util.List;
import java.util.Objects;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Errors;
import dev.orm.model.FieldDescription.Flag;

/** The texts of what only the database knows, said before and after a write alike. */
public final class RowRefusals {

	/** The SQLSTATE of a unique violation. */
	public static final String UNIQUE = "23505";

	private RowRefusals() {
	}

	/** What is unique within a tenant is so to the people there, who see no other. */
	public static void unique(EntityModel model, List<FieldModel> unique, String message, Errors errors) {
		List<FieldModel> own = unique.stream().filter((field) -> !field.is(Flag.TENANT)).toList();
		List<FieldModel> fields = own.isEmpty() ? unique : own;
		String text = message.isEmpty() ? "{0} with this {1} already exists." : message;
		if (fields.size() == 1) {
			errors.rejectValue(fields.get(0).name(), "unique", text, model, fields);
		}
		else {
			errors.reject("unique_together", text, model, fields);
		}
	}

	/** A key that leads nowhere. */
	public static void target(FieldModel key, Errors errors) {
		FieldModel referred = referred(key);
		errors.rejectValue(key.name(), "invalid", "{0} instance with {1} does not exist.", referred.owner(),
				referred.name());
	}

	/** A key that leads to a row which may not be chosen. */
	public static void choice(FieldModel key, Errors errors) {
		errors.rejectValue(key.name(), "invalid_choice",
				"Select a valid choice. That choice is not one of the available choices.");
	}

	/**
	 * A constraint that has no words of its own, at its attributes or at the row as a
	 * whole.
	 */
	public static void constraint(String name, List<String> attributes, String message, Errors errors) {
		String text = message.isEmpty() ? "Constraint {0} is violated." : message;
		attributes.forEach((attribute) -> errors.rejectValue(attribute, "constraint", text, name));
		if (attributes.isEmpty()) {
			errors.reject("constraint", text, name);
		}
	}

	/** The column a foreign key refers to. */
	public static FieldModel referred(FieldModel key) {
		return Objects.requireNonNull(key.relation()).path().get(0).toField();
	}

}
