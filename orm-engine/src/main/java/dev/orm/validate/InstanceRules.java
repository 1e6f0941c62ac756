package dev.orm.validate;

import dev.orm.model.Errors;
import dev.orm.model.Model;

/** Further rules on the fields of instances, such as Jakarta's. Thread-safe. */
@FunctionalInterface
public interface InstanceRules {

	/** No further rules. */
	InstanceRules NONE = (instance, how, errors) -> {
	};

	/**
	 * Look at the fields of an instance.
	 * @param instance the instance
	 * @param how which fields and groups
	 * @param errors takes what is wrong
	 */
	void check(Model instance, ValidationOptions how, Errors errors);

}
