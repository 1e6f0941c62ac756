package dev.orm.resolve.follow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.orm.error.QueryValueException;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import dev.orm.type.Conversion;
import org.jspecify.annotations.Nullable;

/**
 * Takes the key off an instance given where a key is wanted.
 *
 * @param target the column whose value the relation stores
 */
public record InstanceKey(FieldModel target) implements Conversion {

	@Override
	public @Nullable Object apply(@Nullable Object value) {
		if (value instanceof Collection<?> values) {
			List<@Nullable Object> keys = new ArrayList<>(values.size());
			values.forEach((item) -> keys.add(apply(item)));
			return keys;
		}
		return (value instanceof Model instance) ? key(instance) : value;
	}

	private Object key(Model instance) {
		Object key = (instance.pk() != null) ? value(instance) : null;
		if (key == null) {
			throw QueryValueException.unsaved(instance, this.target.model().name(), this.target.name());
		}
		return key;
	}

	private @Nullable Object value(Model instance) {
		if (this.target.primaryKey() && this.target.model().key().size() == 1) {
			return instance.pk();
		}
		return ToOne.keyOf(instance, this.target.index());
	}

}
