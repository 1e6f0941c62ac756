package dev.orm.path;

import dev.orm.expression.ComparedTo;
import dev.orm.expression.Expression;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.model.Model;

/**
 * A model reached from a root model, or the root itself. The generated subclass has a
 * field for each column and a method for each relation. Immutable.
 *
 * @param <R> the root model
 * @param <M> the model it leads to
 */
public abstract class ModelPath<R extends Model, M extends Model> implements Expression<R, M>, ComparedTo<R, M> {

	private final String path;

	/**
	 * Create a path.
	 * @param path segments from the root joined by two underscores; empty for the root
	 */
	protected ModelPath(String path) {
		this.path = path;
	}

	/**
	 * Return the path from the root.
	 * @return segments joined by two underscores; empty for the root
	 */
	public final String path() {
		return this.path;
	}

	/**
	 * Extend the path.
	 * @param attribute the next segment
	 * @return the longer path
	 */
	protected final String path(String attribute) {
		return this.path.isEmpty() ? attribute : this.path + "__" + attribute;
	}

	@Override
	public final Node node() {
		return new Atom.Field(this.path.isEmpty() ? "pk" : this.path);
	}

	@Override
	public final String toString() {
		return this.path;
	}

}
