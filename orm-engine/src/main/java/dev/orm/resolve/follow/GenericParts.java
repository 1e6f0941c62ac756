package dev.orm.resolve.follow;

import java.util.Arrays;
import java.util.Collection;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.model.GenericKey;
import dev.orm.model.Model;

/** Takes apart what a generic key is compared with: an instance, or another key. */
public final class GenericParts {

	private GenericParts() {
	}

	/**
	 * Return the values of the two columns.
	 * @param given an instance or a generic key
	 * @return the table and the key; what was given if it is neither
	 * @throws QueryValueException if the instance is not saved
	 */
	public static Object of(Object given) {
		GenericKey<?> key = (given instanceof Model instance) ? GenericKey.to(instance)
				: (given instanceof GenericKey<?> other) ? other : null;
		if (key == null) {
			return given;
		}
		if (key.type() != null && key.id() == null) {
			Model target = key.fetched();
			throw QueryValueException.unsaved((target != null) ? target : key, key.type(), "key");
		}
		if (key.id() instanceof Collection<?>) {
			throw new QueryValueException(
					"The key of '%s' has several columns, and no generic key points to its rows".formatted(key.type()),
					Subject.ofArgument("key"));
		}
		return Arrays.asList(key.type(), key.id());
	}

}
