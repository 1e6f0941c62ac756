package dev.orm.path;

import dev.orm.expression.Expression;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.model.Attribute;

/**
 * A column reached from a root model. Immutable.
 *
 * @param <R> the root model
 * @param <T> the Java class of its values
 */
public abstract sealed class Column<R, T> implements Expression<R, T>, Attribute permits TypedColumn {

	private final String path;

	private final Atom.Field node;

	/**
	 * Create a column.
	 * @param path its path from the root
	 */
	Column(String path) {
		this.path = path;
		this.node = new Atom.Field(path);
	}

	/**
	 * Return the path from the root.
	 * @return segments joined by two underscores
	 */
	@Override
	public final String path() {
		return this.path;
	}

	@Override
	public final Node node() {
		return this.node;
	}

	@Override
	public final String toString() {
		return this.path;
	}

}
