package dev.orm.path;

import java.util.List;
import java.util.Map;

import dev.orm.expression.Condition;
import dev.orm.expression.NumberExpression;
import dev.orm.expression.Operand;
import dev.orm.expression.PathKey;
import dev.orm.expression.StringExpression;
import dev.orm.expression.node.Atom;
import org.jspecify.annotations.Nullable;

/**
 * A column of texts by text: PostgreSQL's {@code hstore}, an extension. Django's
 * {@code HStoreField}.
 *
 * @param <R> the root model
 */
public final class HstoreColumn<R>
		extends KeyedColumn<R, Map<String, @Nullable String>, Map<String, ? extends @Nullable Object>> {

	/**
	 * Create a column.
	 * @param path its path from the root
	 */
	public HstoreColumn(String path) {
		super(path);
	}

	/**
	 * Take the text under a key, whatever characters it is made of; NULL where there is
	 * none. It is bound. By string, one with two underscores and those that are
	 * transforms cannot be reached, as in Django.
	 * @param key the key
	 * @return an expression
	 */
	public StringExpression<R> key(String key) {
		return StringExpression.of(new Atom.Field(path() + "__" + PathKey.encode(key)));
	}

	/**
	 * Take all keys, in no order. Transform {@code keys}.
	 * @return an expression
	 */
	public NumberExpression<R, List<String>> keys() {
		return NumberExpression.of(new Atom.Field(path() + "__keys"));
	}

	/**
	 * Take all texts, in the order of {@link #keys}. Transform {@code values}.
	 * @return an expression
	 */
	public NumberExpression<R, List<@Nullable String>> values() {
		return NumberExpression.of(new Atom.Field(path() + "__values"));
	}

	/**
	 * Test whether it has all these entries. Lookup {@code contains}.
	 * @param entries a map
	 * @return a condition
	 */
	public Condition<R> contains(Map<String, ? extends @Nullable Object> entries) {
		return lookup("contains", entries);
	}

	/**
	 * Test whether it has all these entries. Lookup {@code contains}.
	 * @param entries an expression or a query
	 * @return a condition
	 */
	public Condition<R> contains(Operand entries) {
		return lookup("contains", entries);
	}

	/**
	 * Test whether it has no other entries than these. Lookup {@code contained_by}.
	 * @param entries a map
	 * @return a condition
	 */
	public Condition<R> containedBy(Map<String, ? extends @Nullable Object> entries) {
		return lookup("contained_by", entries);
	}

	/**
	 * Test whether it has no other entries than these. Lookup {@code contained_by}.
	 * @param entries an expression or a query
	 * @return a condition
	 */
	public Condition<R> containedBy(Operand entries) {
		return lookup("contained_by", entries);
	}

}
