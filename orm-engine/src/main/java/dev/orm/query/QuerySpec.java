package dev.orm.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import dev.orm.expression.node.Clause;
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
	 * Ask for all rows of a model, whatever its scopes say, but for strict ones: for what
	 * finds rows by keys it was given.
	 * @param model the model
	 * @return a query
	 */
	public static QuerySpec every(EntityModel model) {
		return model.isScoped() ? of(model).then(Operation.Simple.EVERY) : of(model);
	}

	/**
	 * Ask for all rows of the model, and for those of others as this query does: for what
	 * names the rows of this one by their keys.
	 * @return a query
	 */
	public QuerySpec everyRow() {
		return lifting(every(this.model));
	}

	/**
	 * Ask for all rows that are seen with the scopes this query lifts.
	 * @return a query
	 */
	public QuerySpec allSeen() {
		return lifting(of(this.model));
	}

	private QuerySpec lifting(QuerySpec rows) {
		QuerySpec lifted = rows;
		for (Operation operation : inOrder()) {
			lifted = (operation instanceof Restriction.Unscoped) ? lifted.then(operation) : lifted;
		}
		return lifted;
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

	/**
	 * Return whether an operation of a kind is part of it.
	 * @param kind the kind
	 * @return true if there is one
	 */
	public boolean has(Class<? extends Operation> kind) {
		return latest(kind) != null;
	}

	/**
	 * Return whether any operation passes a test.
	 * @param test the test
	 * @return true if one does
	 */
	public boolean any(Predicate<Operation> test) {
		for (QuerySpec at = this; at != null && at.last() != null; at = at.previous()) {
			if (test.test(at.last())) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return the latest operation of a kind that is about the rows as they are: for a set
	 * operation not one of its first member.
	 * @param <O> the kind
	 * @param kind the kind
	 * @return the operation, or null if there is none
	 */
	public <O extends Operation> @Nullable O latestOfWhole(Class<O> kind) {
		for (QuerySpec at = this; at != null; at = at.previous()) {
			if (kind.isInstance(at.last())) {
				return kind.cast(at.last());
			}
			if (at.last() instanceof Combination.Compound) {
				return null;
			}
		}
		return null;
	}

	/**
	 * Return the bounds of its rows.
	 * @return the bounds, or null if all are asked for
	 */
	public Arrangement.@Nullable Slice slice() {
		return latestOfWhole(Arrangement.Slice.class);
	}

	/**
	 * Return whether it asks for some of its rows only.
	 * @return true if it does
	 */
	public boolean isSliced() {
		return slice() != null;
	}

	/**
	 * Return the query for all rows it takes some of.
	 * @return a query without bounds
	 */
	public QuerySpec unsliced() {
		QuerySpec all = of(this.model);
		for (Operation operation : inOrder()) {
			all = (operation instanceof Arrangement.Slice) ? all : all.then(operation);
		}
		return all;
	}

	/**
	 * Return whether it is a set operation.
	 * @return true if it is
	 */
	public boolean isCombined() {
		return has(Combination.Compound.class);
	}

	/**
	 * Return whether rows are folded into groups by an annotation of it; for a set
	 * operation, those of its first member.
	 * @return true if they are
	 */
	public boolean isGrouped() {
		return folded() != null;
	}

	/**
	 * Return what its groups are of: the values that were selected before an annotation
	 * folded the rows; for a set operation, what those of its first member are of.
	 * @return the values; null if rows are no groups, or each of them is one row
	 */
	public Selection.@Nullable Values groups() {
		QuerySpec folded = folded();
		return (folded != null) ? folded.latest(Selection.Values.class) : null;
	}

	/** The query up to the annotation that folds its rows; null if none does. */
	private @Nullable QuerySpec folded() {
		for (QuerySpec at = this; at != null; at = at.previous()) {
			if (at.last() instanceof Selection.Annotate annotate && annotate.aggregates()) {
				return at;
			}
		}
		return null;
	}

	/**
	 * Return whether its ordering is turned around.
	 * @return true for an odd number of times
	 */
	public boolean isReversed() {
		boolean reversed = false;
		for (QuerySpec at = this; at != null; at = at.previous()) {
			reversed ^= at.last() == Operation.Simple.REVERSE;
		}
		return reversed;
	}

	/**
	 * Return whether it locks its rows. A lock asked for after a set operation has none
	 * to lock.
	 * @return true if it does
	 */
	public boolean locks() {
		boolean locks = false;
		for (QuerySpec at = this; at != null; at = at.previous()) {
			locks = at.last() instanceof Operation.Lock || (locks && !(at.last() instanceof Combination.Compound));
		}
		return locks;
	}

	/**
	 * Return what annotates its rows.
	 * @return the annotations in call order
	 */
	public List<Selection.Annotate> annotations() {
		List<Selection.Annotate> annotations = new ArrayList<>();
		for (Operation operation : inOrder()) {
			if (operation instanceof Selection.Annotate annotate) {
				annotations.add(annotate);
			}
		}
		return annotations;
	}

	/**
	 * Return what its rows are ordered by: the ordering it was given, by itself or by a
	 * query merged into it, or the default ordering of the model. Groups have no default
	 * ordering. What members of a set operation are ordered by is not its ordering.
	 * @return the terms; empty for no ordering
	 */
	public List<Clause.Ordering> ordering() {
		List<Clause.Ordering> given = given();
		if (given != null) {
			return given;
		}
		return isGrouped() ? List.of() : this.model.ordering();
	}

	private @Nullable List<Clause.Ordering> given() {
		for (QuerySpec at = this; at != null; at = at.previous()) {
			if (at.last() instanceof Arrangement.OrderBy ordering) {
				return ordering.terms();
			}
			if (at.last() instanceof Combination.Compound) {
				return null;
			}
			List<Clause.Ordering> merged = (at.last() instanceof Combination.Merge merge) ? merge.other().given()
					: null;
			if (merged != null && !merged.isEmpty()) {
				return merged;
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
