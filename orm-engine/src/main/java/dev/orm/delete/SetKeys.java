package dev.orm.delete;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.orm.annotation.SetKey;
import dev.orm.automatic.AutomaticSource;
import dev.orm.error.QueryValueException;
import dev.orm.instance.InstanceValues;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.model.RelationDescription;
import dev.orm.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * Knows the keys that {@code @OnDelete(SET)} stores: given, or found by a class of the
 * application. Thread-safe.
 */
public final class SetKeys {

	private final AutomaticSource source;

	private final InstanceValues values;

	private final Map<Class<?>, SetKey> known = new ConcurrentHashMap<>();

	public SetKeys(AutomaticSource source, InstanceValues values) {
		this.source = source;
		this.values = values;
	}

	/**
	 * Return the key to store.
	 * @throws QueryValueException if there is none and the column takes no NULL
	 */
	@Nullable Object of(FieldModel key, Route route) {
		RelationDescription description = key.description().relation();
		Class<? extends SetKey> by = (description != null) ? description.setBy() : null;
		Object found = (by != null) ? column(key, finder(by).key(route.alias()))
				: (description != null) ? description.setValue() : null;
		if (found == null && !key.nullable()) {
			throw new QueryValueException(
					"%s takes no NULL, but %s found no key to set. hint: return the key of a row that stays"
						.formatted(key, (by != null) ? by.getSimpleName() : "nothing"),
					key.subject());
		}
		return key.convert(found);
	}

	private @Nullable Object column(FieldModel key, @Nullable Object found) {
		if (!(found instanceof Model target)) {
			return found;
		}
		InstanceValues.requireTarget(key, target);
		return this.values.attribute(target, InstanceValues.relation(key).path().get(0).toField());
	}

	private SetKey finder(Class<? extends SetKey> type) {
		return this.known.computeIfAbsent(type, (missing) -> (SetKey) this.source.get(missing));
	}

}
