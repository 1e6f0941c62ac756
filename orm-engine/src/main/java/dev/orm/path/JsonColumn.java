package dev.orm.path;

import java.util.regex.Pattern;

import dev.orm.expression.Condition;
import dev.orm.expression.PathKey;
import dev.orm.expression.StringExpression;
import dev.orm.expression.node.Atom;
import org.jspecify.annotations.Nullable;

/**
 * A column of JSON documents.
 *
 * @param <R> the root model
 * @param <T> the Java class of its values
 */
public final class JsonColumn<R, T> extends KeyedColumn<R, T, @Nullable Object> {

	/** Keys a path holds as they are: one segment, and no index. */
	private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*");

	/**
	 * Create a column.
	 * @param path its path from the root
	 */
	public JsonColumn(String path) {
		super(path);
	}

	/**
	 * Follow a key of an object, whatever characters it is made of: it is bound. By
	 * string, a key with two underscores cannot be reached, as in Django.
	 * @param key the key
	 * @return the value under it
	 */
	public JsonColumn<R, @Nullable Object> key(String key) {
		return follow(PLAIN.matcher(key).matches() ? key : PathKey.encode(key));
	}

	private JsonColumn<R, @Nullable Object> follow(String segment) {
		return new JsonColumn<>(path() + "__" + segment);
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
	 * Take an element of an array in the document.
	 * @param position the position, from 0; negative ones count from the end
	 * @return an expression
	 */
	public JsonColumn<R, @Nullable Object> at(int position) {
		return follow(Integer.toString(position));
	}

}
