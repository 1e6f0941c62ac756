package dev.orm.query;

import java.util.Arrays;
import java.util.List;

import dev.orm.expression.node.Query;
import dev.orm.expression.node.Shape;
import dev.orm.meta.EntityModel;
import org.jspecify.annotations.Nullable;

/**
 * What the caller wants: a model and the operations in call order, as a list that shares
 * its tail with the queries it was made from. Immutable.
 *
 * @param model the model
 * @param previous the query before the last operation; null for all rows of the model
 * @param last the last operation; null for all rows of the model
 */
public record QuerySpec(EntityModel model, @Nullable QuerySpec previous, @Nullable Operation last) implements Query {

	/**
	 * Ask for all rows of a model.
	 * @param model the model
	 * @return a query
	 */
	public static QuerySpec of(EntityModel model) {
		return new QuerySpec(model, null, null);
	}

	/**
	 * Add an operation.
	 * @param operation the operation
	 * @return a longer query
	 */
	public QuerySpec then(Operation operation) {
		return new QuerySpec(this.model, this, operation);
	}

	/**
	 * Return whether it asks for all rows of the model, by no operation at all.
	 * @return true if it does
	 */
	public boolean isWhole() {
		return this.last == null;
	}

	@Override
	public void shape(Shape.Builder shape) {
		shape.add(this.model.name());
		for (Operation operation : inOrder()) {
			operation.shape(shape);
		}
		shape.add(";");
	}

	/**
	 * Return the operations in call order.
	 * @return all of them
	 */
	public List<Operation> operations() {
		return Arrays.asList(inOrder());
	}

	/**
	 * Return the latest operation of a kind.
	 * @param <O> the kind
	 * @param kind the kind
	 * @return the operation, or null if there is none
	 */
	public <O extends Operation> @Nullable O latest(Class<O> kind) {
		for (QuerySpec at = this; at != null; at = at.previous()) {
			if (kind.isInstance(at.last())) {
				return kind.cast(at.last());
			}
		}
		return null;
	}

	private Operation[] inOrder() {
		Operation[] operations = new Operation[size()];
		int place = operations.length;
		for (QuerySpec at = this; at != null && at.last() != null; at = at.previous()) {
			operations[--place] = at.last();
		}
		return operations;
	}

	private int size() {
		int size = 0;
		for (QuerySpec at = this; at != null && at.last() != null; at = at.previous()) {
			size++;
		}
		return size;
	}

}
