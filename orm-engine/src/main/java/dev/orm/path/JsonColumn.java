package dev.orm.path;

import java.util.Collection;
import java.util.List;

import dev.orm.error.QueryValueException;
import dev.orm.expression.Condition;
import dev.orm.expression.StringExpression;
import dev.orm.expression.node.Atom;
import org.jspecify.annotations.Nullable;

/**
 * A column of JSON documents.
 *
 * @param <R> the root model
 * @param <T> the Java class of its values
 */
public final class JsonColumn<R, T> extends Column<R, T> {

	/**
	 * Create a column.
	 * @param path its path from the root
	 */
	public JsonColumn(String path) {
		super(path);
	}

	/**
	 * Follow a key, or an index given as text.
	 * @param key the key
	 * @return the value under it
	 * @throws QueryValueException if a path cannot hold the key, since it would be read
	 * as several
	 */
	public JsonColumn<R, @Nullable Object> key(String key) {
		if (key.contains("__") || key.endsWith("_")) {
			throw new QueryValueException(
					"The key '%s' of '%s' cannot be part of a path: two underscores part keys. hint: write it as raw SQL with the key as a parameter"
						.formatted(key, path()));
		}
		return new JsonColumn<>(path() + "__" + key);
	}

	/**
	 * Take the value as text.
	 * @return an expression
	 */
	public StringExpression<R> text() {
		return StringExpression.of(new Atom.KeyText(path()));
	}

	/**
	 * Test whether the document contains another. Lookup {@code contains}.
	 * @param document the other document
	 * @return a condition
	 */
	public Condition<R> contains(Object document) {
		return lookup("contains", document);
	}

	/**
	 * Test whether the document is contained in another. Lookup {@code contained_by}.
	 * @param document the other document
	 * @return a condition
	 */
	public Condition<R> containedBy(Object document) {
		return lookup("contained_by", document);
	}

	/**
	 * Test whether the document has a key. Lookup {@code has_key}.
	 * @param key the key
	 * @return a condition
	 */
	public Condition<R> hasKey(String key) {
		return lookup("has_key", key);
	}

	/**
	 * Test whether the document has all keys. Lookup {@code has_keys}.
	 * @param keys the keys
	 * @return a condition
	 */
	public Condition<R> hasKeys(Collection<String> keys) {
		return lookup("has_keys", List.copyOf(keys));
	}

	/**
	 * Test whether the document has any of the keys. Lookup {@code has_any_keys}.
	 * @param keys the keys
	 * @return a condition
	 */
	public Condition<R> hasAnyKeys(Collection<String> keys) {
		return lookup("has_any_keys", List.copyOf(keys));
	}

	/**
	 * Take an element of an array in the document.
	 * @param position the position, from 0; negative ones count from the end
	 * @return an expression
	 */
	public JsonColumn<R, @Nullable Object> at(int position) {
		return key(Integer.toString(position));
	}

}
