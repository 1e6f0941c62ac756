package dev.orm.path;

import java.util.Collection;
import java.util.List;

import dev.orm.expression.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A column whose values have keys.
 *
 * @param <R> the root model
 * @param <T> the Java class of its values
 * @param <V> what it is compared with
 */
public abstract sealed class KeyedColumn<R, T, V extends @Nullable Object> extends TypedColumn<R, T, V>
		permits HstoreColumn, JsonColumn {

	KeyedColumn(String path) {
		super(path);
	}

	/**
	 * Test whether it has a key. Lookup {@code has_key}.
	 * @param key the key
	 * @return a condition
	 */
	public final Condition<R> hasKey(String key) {
		return lookup("has_key", key);
	}

	/**
	 * Test whether it has all of some keys. Lookup {@code has_keys}.
	 * @param keys the keys
	 * @return a condition
	 */
	public final Condition<R> hasKeys(Collection<String> keys) {
		return lookup("has_keys", List.copyOf(keys));
	}

	/**
	 * Test whether it has one of some keys. Lookup {@code has_any_keys}.
	 * @param keys the keys
	 * @return a condition
	 */
	public final Condition<R> hasAnyKeys(Collection<String> keys) {
		return lookup("has_any_keys", List.copyOf(keys));
	}

}
