package dev.orm.path;

import dev.orm.expression.Assignment;
import dev.orm.expression.Expression;
import dev.orm.expression.Nodes;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * A column reached from a root model. Immutable.
 *
 * @param <R> the root model
 * @param <T> the Java class of its values
 */
public class Column<R, T> implements Expression<R, T> {

	private final String path;

	private final Atom.Field node;

	/**
	 * Create a column.
	 * @param path its path from the root
	 */
	public Column(String path) {
		this.path = path;
		this.node = new Atom.Field(path);
	}

	/**
	 * Return the path from the root.
	 * @return segments joined by two underscores
	 */
	public final String path() {
		return this.path;
	}

	@Override
	public final Node node() {
		return this.node;
	}

	/**
	 * Assign a value in an update or a save.
	 * @param value a value or an expression
	 * @return an assignment
	 */
	public Assignment<R> set(@Nullable Object value) {
		return new Assignment<>(this.path, Nodes.of(value));
	}

	/**
	 * Name the value to look up and to create with.
	 * @param value a value
	 * @return an assignment
	 */
	public final Assignment<R> is(@Nullable T value) {
		return new Assignment<>(this.path, Nodes.of(value));
	}

	@Override
	public final String toString() {
		return this.path;
	}

}
