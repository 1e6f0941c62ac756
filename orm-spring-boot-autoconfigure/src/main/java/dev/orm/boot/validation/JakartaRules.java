package dev.orm.boot.validation;

import dev.orm.model.EntityBinding;
import dev.orm.model.Errors;
import dev.orm.model.Model;
import dev.orm.validate.InstanceRules;
import dev.orm.validate.OnCreate;
import dev.orm.validate.OnUpdate;
import dev.orm.validate.ValidationOptions;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.groups.Default;

/**
 * Jakarta's rules on the fields of models: the code of a violated one is the name of its
 * annotation. What is not loaded, or rejected already, is left out.
 *
 * @param validator the application's validator
 * @since 0.1.0
 */
public record JakartaRules(Validator validator) implements InstanceRules {

	/**
	 * Make rules that neither load anything nor take a handle for a value.
	 * @param factory makes the validator
	 * @return the rules
	 */
	public static JakartaRules of(ValidatorFactory factory) {
		return new JakartaRules(factory.usingContext()
			.traversableResolver(new LoadedProperties(factory.getTraversableResolver()))
			.addValueExtractor(new KeyOfHandle())
			.getValidator());
	}

	@Override
	public void check(Model instance, ValidationOptions how, Errors errors) {
		for (ConstraintViolation<Model> violation : this.validator.validate(instance, groups(instance, how))) {
			String attribute = attribute(instance, violation.getPropertyPath().toString());
			if (attribute.isEmpty()) {
				errors.reject(code(violation), quoted(violation));
			}
			else if (how.looksAt(attribute) && !errors.isRejected(attribute)
					&& !instance.deferredFields().contains(attribute)) {
				errors.rejectValue(attribute, code(violation), quoted(violation));
			}
		}
	}

	/** A component of an embedded record goes by its name in paths. */
	private static String attribute(Model instance, String path) {
		String name = path.replace(".", "__");
		boolean component = EntityBinding.of(instance.getClass())
			.describe()
			.fields()
			.stream()
			.anyMatch((field) -> field.name().equals(name));
		return component ? name : path;
	}

	private static Class<?>[] groups(Model instance, ValidationOptions how) {
		return how.groups().isEmpty()
				? new Class<?>[] { Default.class, instance.isSaved() ? OnUpdate.class : OnCreate.class }
				: how.groups().toArray(Class<?>[]::new);
	}

	private static String code(ConstraintViolation<Model> violation) {
		return violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
	}

	// The text is finished: what looks like an argument is none
	private static String quoted(ConstraintViolation<Model> violation) {
		return violation.getMessage().replace("{", "'{'");
	}

}
