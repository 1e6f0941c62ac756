package dev.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.Nodes;
import dev.orm.expression.QuerySource;
import dev.orm.expression.node.Node;
import dev.orm.model.Model;
import dev.orm.path.RelationColumn;
import dev.orm.query.Branch;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a model that point to each other by a foreign key, asked for by a recursive
 * common table: {@code CATEGORY.id.in(Tree.of(CATEGORY.parent).descendantsOf(books))}.
 * Nothing is stored for it. Circles in the data end. Immutable, safe to share between
 * threads.
 *
 * @param <M> the model
 */
public final class Tree<M extends Model> {

	private final String parent;

	private final boolean inclusive;

	private Tree(String parent, boolean inclusive) {
		this.parent = parent;
		this.inclusive = inclusive;
	}

	/**
	 * Take rows that point to each other for a tree.
	 * @param <M> the model
	 * @param parent the relation to the row above
	 * @return the tree
	 */
	public static <M extends Model> Tree<M> of(RelationColumn<M, M, ?> parent) {
		return new Tree<>(parent.path(), false);
	}

	/**
	 * Count rows among those above or below themselves.
	 * @return a tree
	 */
	public Tree<M> inclusive() {
		return new Tree<>(this.parent, true);
	}

	/**
	 * Ask for all rows below some rows.
	 * @param rows saved instances
	 * @return a query, to compare a relation to the model or its key with
	 * @throws QueryValueException if an instance has no key
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final QuerySource descendantsOf(M... rows) {
		return descendantsOf(Arrays.asList(rows));
	}

	/**
	 * Ask for all rows below some rows.
	 * @param rows saved instances, or keys
	 * @return a query, to compare a relation to the model or its key with
	 * @throws QueryValueException if an instance has no key
	 */
	public QuerySource descendantsOf(Collection<?> rows) {
		return branch(true, Nodes.of(keys(rows)));
	}

	/**
	 * Ask for all rows below those of a queryset.
	 * @param rows the queryset
	 * @return a query, to compare a relation to the model or its key with
	 */
	public QuerySource descendantsOf(QuerySource rows) {
		return branch(true, Nodes.of(rows));
	}

	/**
	 * Ask for all rows above some rows.
	 * @param rows saved instances
	 * @return a query, to compare a relation to the model or its key with
	 * @throws QueryValueException if an instance has no key
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final QuerySource ancestorsOf(M... rows) {
		return ancestorsOf(Arrays.asList(rows));
	}

	/**
	 * Ask for all rows above some rows.
	 * @param rows saved instances, or keys
	 * @return a query, to compare a relation to the model or its key with
	 * @throws QueryValueException if an instance has no key
	 */
	public QuerySource ancestorsOf(Collection<?> rows) {
		return branch(false, Nodes.of(keys(rows)));
	}

	/**
	 * Ask for all rows above those of a queryset.
	 * @param rows the queryset
	 * @return a query, to compare a relation to the model or its key with
	 */
	public QuerySource ancestorsOf(QuerySource rows) {
		return branch(false, Nodes.of(rows));
	}

	private QuerySource branch(boolean below, Node starts) {
		Branch branch = new Branch(this.parent, below, this.inclusive, starts);
		return () -> branch;
	}

	private List<Object> keys(Collection<?> rows) {
		List<Object> keys = new ArrayList<>(rows.size());
		for (Object row : rows) {
			Object key = (row instanceof Model instance) ? instance.pk() : row;
			keys.add(required(key));
		}
		return keys;
	}

	private Object required(@Nullable Object key) {
		if (key == null) {
			throw new QueryValueException(
					"A row of the tree by '%s' has no key. hint: save it first".formatted(this.parent),
					Subject.ofArgument(this.parent));
		}
		return key;
	}

}
