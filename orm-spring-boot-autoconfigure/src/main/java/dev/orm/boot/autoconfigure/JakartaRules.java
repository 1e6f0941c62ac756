package dev.orm.boot.autoconfigure;

import dev.orm.model.Errors;
import dev.orm.model.Model;
import dev.orm.validate.InstanceRules;
import dev.orm.validate.ValidationOptions;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

/**
 * Jakarta's rules on the fields of models: the code of a violated one is the name of its
 * annotation. What is not loaded, or rejected already, is left out.
 *
 * @param validator the application's validator
 */
record JakartaRules(Validator validator) implements InstanceRules {

	@Override
	public void check(Model instance, ValidationOptions how, Errors errors) {
		for (ConstraintViolation<Model> violation : this.validator.validate(instance,
				how.groups().toArray(Class<?>[]::new))) {
			String attribute = violation.getPropertyPath().toString();
			if (attribute.isEmpty()) {
				errors.reject(code(violation), quoted(violation));
			}
			else if (how.looksAt(attribute) && !errors.isRejected(attribute)
					&& !instance.deferredFields().contains(attribute)) {
				errors.rejectValue(attribute, code(violation), quoted(violation));
			}
		}
	}

	private static String code(ConstraintViolation<Model> violation) {
		return violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
	}

	// The text is finished: what looks like an argument is none
	private static String quoted(ConstraintViolation<Model> violation) {
		return violation.getMessage().replace("{", "'{'");
	}

}
