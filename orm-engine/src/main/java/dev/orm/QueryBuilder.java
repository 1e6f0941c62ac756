package dev.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.error.QueryValueException;
import dev.orm.expression.Annotation;
import dev.orm.expression.Condition;
import dev.orm.expression.Expression;
import dev.orm.expression.Node;
import dev.orm.expression.Nodes;
import dev.orm.expression.OrderBy;
import dev.orm.expression.Q;
import dev.orm.expression.Query;
import dev.orm.expression.QuerySource;
import dev.orm.load.FetchMode;
import dev.orm.load.PrefetchRequest;
import dev.orm.load.ReadOptions;
import dev.orm.model.Model;
import dev.orm.path.Column;
import dev.orm.path.ModelPath;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;
import org.jspecify.annotations.Nullable;

/**
 * The part of a queryset that says which rows and in what shape. Every method answers a
 * new queryset and leaves this one as it is; nothing is sent before a terminal method.
 * Safe to share between threads. Django's {@code QuerySet}.
 *
 * @param <T> the model
 * @param <V> the rows: instances or values
 * @param <S> the queryset itself
 */
public abstract class QueryBuilder<T extends Model, V, S extends QueryBuilder<T, V, S>>
		implements QuerySource, Cloneable {

	private @Nullable Orm orm;

	private @Nullable QuerySpec spec;

	private ReadOptions options = ReadOptions.DEFAULT;

	QueryBuilder() {
	}

	final S bind(Orm to, QuerySpec query, ReadOptions read) {
		S copy = copy();
		QueryBuilder<T, V, S> builder = copy;
		builder.orm = to;
		builder.spec = query;
		builder.options = read;
		builder.forget();
		return copy;
	}

	@SuppressWarnings("unchecked")
	private S copy() {
		try {
			return (S) clone();
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Forget rows that are in memory, as the query is another now. */
	void forget() {
	}

	final Orm orm() {
		if (this.orm == null) {
			throw new IllegalStateException(getClass().getName() + " is not bound: get querysets from a manager");
		}
		return this.orm;
	}

	final QuerySpec spec() {
		if (this.spec == null) {
			throw new IllegalStateException(getClass().getName() + " is not bound: get querysets from a manager");
		}
		return this.spec;
	}

	final ReadOptions options() {
		return this.options;
	}

	@Override
	public final Query query() {
		return spec();
	}

	final S then(Operation operation) {
		return bind(orm(), spec().then(operation), this.options);
	}

	final S with(ReadOptions read) {
		return bind(orm(), spec(), read);
	}

	/**
	 * Keep the rows for which all conditions hold. Conditions of one call are about the
	 * same related row.
	 * @param conditions the conditions
	 * @return a queryset
	 */
	@SafeVarargs
	public final S filter(Condition<? super T>... conditions) {
		return then(new Operation.Filter(nodes(conditions), false));
	}

	/**
	 * Keep the rows for which a lookup holds.
	 * @param lookup such as {@code category__name__icontains}
	 * @param value a value, an expression or a queryset
	 * @return a queryset
	 */
	public final S filter(String lookup, @Nullable Object value) {
		return then(new Operation.Filter(List.of(Q.of(lookup, value).node()), false));
	}

	/**
	 * Keep the rows for which all lookups hold.
	 * @param lookups values by lookup
	 * @return a queryset
	 */
	public final S filter(Map<String, ?> lookups) {
		return then(new Operation.Filter(List.of(Q.of(lookups).node()), false));
	}

	/**
	 * Drop the rows for which all conditions hold. Across a to-many relation, drop the
	 * rows any related row of which matches.
	 * @param conditions the conditions
	 * @return a queryset
	 */
	@SafeVarargs
	public final S exclude(Condition<? super T>... conditions) {
		return then(new Operation.Filter(nodes(conditions), true));
	}

	/**
	 * Drop the rows for which a lookup holds.
	 * @param lookup such as {@code status__in}
	 * @param value a value, an expression or a queryset
	 * @return a queryset
	 */
	public final S exclude(String lookup, @Nullable Object value) {
		return then(new Operation.Filter(List.of(Q.of(lookup, value).node()), true));
	}

	/**
	 * Drop the rows for which all lookups hold.
	 * @param lookups values by lookup
	 * @return a queryset
	 */
	public final S exclude(Map<String, ?> lookups) {
		return then(new Operation.Filter(List.of(Q.of(lookups).node()), true));
	}

	/**
	 * Add named expressions to each row; an aggregate groups.
	 * @param annotations the expressions, named by {@code as}
	 * @return a queryset
	 */
	@SafeVarargs
	public final S annotate(Annotation<? super T, ?>... annotations) {
		return then(new Operation.Annotate(definitions(annotations), true));
	}

	/**
	 * Add a named expression to each row; an aggregate groups.
	 * @param name its name
	 * @param expression the expression
	 * @return a queryset
	 */
	public final S annotate(String name, Expression<? super T, ?> expression) {
		return then(new Operation.Annotate(Map.of(name, definition(expression)), true));
	}

	/**
	 * Add named expressions to each row; aggregates group.
	 * @param expressions the expressions by name, in order
	 * @return a queryset
	 */
	public final S annotate(Map<String, ? extends Expression<? super T, ?>> expressions) {
		Map<String, Node> nodes = new LinkedHashMap<>();
		expressions.forEach((name, expression) -> nodes.put(name, definition(expression)));
		return then(new Operation.Annotate(nodes, true));
	}

	/**
	 * Name expressions for later use without selecting them.
	 * @param annotations the expressions, named by {@code as}
	 * @return a queryset
	 */
	@SafeVarargs
	public final S alias(Annotation<? super T, ?>... annotations) {
		return then(new Operation.Annotate(definitions(annotations), false));
	}

	/**
	 * Name an expression for later use without selecting it.
	 * @param name its name
	 * @param expression the expression
	 * @return a queryset
	 */
	public final S alias(String name, Expression<? super T, ?> expression) {
		return then(new Operation.Annotate(Map.of(name, definition(expression)), false));
	}

	/**
	 * Order the rows; replaces the ordering before.
	 * @param terms the terms; none removes all ordering
	 * @return a queryset
	 */
	@SafeVarargs
	public final S orderBy(OrderBy<? super T>... terms) {
		return then(new Operation.OrderBy(Arrays.stream(terms).map(OrderBy::node).toList()));
	}

	/**
	 * Order the rows; replaces the ordering before.
	 * @param terms paths and names of annotations, a leading minus for descending,
	 * {@code ?} for random; none removes all ordering
	 * @return a queryset
	 */
	public final S orderBy(String... terms) {
		return then(new Operation.OrderBy(Arrays.stream(terms).<Node>map(Nodes.Field::new).toList()));
	}

	/**
	 * Order the rows; replaces the ordering before.
	 * @param terms the terms; none removes all ordering
	 * @return a queryset
	 */
	public final S orderBy(List<OrderBy<? super T>> terms) {
		return then(new Operation.OrderBy(terms.stream().map(OrderBy::node).toList()));
	}

	/**
	 * Turn the ordering around.
	 * @return a queryset
	 */
	public final S reverse() {
		return then(Operation.Simple.REVERSE);
	}

	/**
	 * Remove duplicate rows.
	 * @return a queryset
	 */
	public final S distinct() {
		return then(new Operation.Distinct(List.of()));
	}

	/**
	 * Keep the first row for each combination of values (DISTINCT ON); order by the same
	 * paths first.
	 * @param paths the paths
	 * @return a queryset
	 */
	public final S distinct(String... paths) {
		return then(new Operation.Distinct(List.of(paths)));
	}

	/**
	 * Keep the first row for each combination of values (DISTINCT ON); order by the same
	 * columns first.
	 * @param columns the columns
	 * @return a queryset
	 */
	@SafeVarargs
	public final S distinct(Column<? super T, ?>... columns) {
		return then(new Operation.Distinct(Arrays.stream(columns).map(Column::path).toList()));
	}

	/**
	 * Take rows from (inclusive, from 0) to (exclusive) of these rows. Slices of slices
	 * add up.
	 * @param from the first row
	 * @param to the row after the last
	 * @return a queryset
	 */
	public final S slice(long from, long to) {
		return sliced(from, to);
	}

	/**
	 * Skip rows.
	 * @param from the first row, from 0
	 * @return a queryset
	 */
	public final S slice(long from) {
		return sliced(from, null);
	}

	/**
	 * Take the first rows.
	 * @param rows how many
	 * @return a queryset
	 */
	public final S limit(long rows) {
		return sliced(0, rows);
	}

	final S sliced(long from, @Nullable Long to) {
		if (from < 0 || (to != null && to < 0)) {
			throw new QueryValueException("Negative indexing is not supported: [%d:%s]".formatted(from, to));
		}
		return then(Slices.of(spec(), from, to));
	}

	/**
	 * Answer no rows, without asking the database.
	 * @return a queryset
	 */
	public final S none() {
		return then(Operation.Simple.NONE);
	}

	/**
	 * Answer an equal queryset.
	 * @return a queryset
	 */
	public final S all() {
		return with(this.options);
	}

	/**
	 * Add the rows of other queries, without duplicates. Afterwards only ordering,
	 * slicing, values and counting are possible.
	 * @param others querysets with the same columns
	 * @return a queryset
	 */
	public final S union(QuerySource... others) {
		return compound("UNION", false, others);
	}

	/**
	 * Keep the rows other queries have too. Afterwards only ordering, slicing, values and
	 * counting are possible.
	 * @param others querysets with the same columns
	 * @return a queryset
	 */
	public final S intersection(QuerySource... others) {
		return compound("INTERSECT", false, others);
	}

	/**
	 * Drop the rows other queries have. Afterwards only ordering, slicing, values and
	 * counting are possible.
	 * @param others querysets with the same columns
	 * @return a queryset
	 */
	public final S difference(QuerySource... others) {
		return compound("EXCEPT", false, others);
	}

	/**
	 * Add the rows of other queries, duplicates too.
	 * @param others querysets with the same columns
	 * @return a queryset
	 */
	public final S unionAll(QuerySource... others) {
		return compound("UNION", true, others);
	}

	private S compound(String operator, boolean all, QuerySource... others) {
		List<QuerySpec> specs = Arrays.stream(others).map((other) -> (QuerySpec) other.query()).toList();
		return then(new Operation.Compound(operator, all, specs));
	}

	/**
	 * Keep the rows that match another queryset of the model too. Django's ampersand
	 * operator.
	 * @param other the other queryset
	 * @return a queryset
	 */
	public final S and(QueryBuilder<T, ?, ?> other) {
		return then(new Operation.Merge("&", other.spec()));
	}

	/**
	 * Add the rows that match another queryset of the model. Django's {@code |}.
	 * @param other the other queryset
	 * @return a queryset
	 */
	public final S or(QueryBuilder<T, ?, ?> other) {
		return then(new Operation.Merge("|", other.spec()));
	}

	/**
	 * Keep the rows that match this or another queryset of the model, but not both.
	 * Django's {@code ^}.
	 * @param other the other queryset
	 * @return a queryset
	 */
	public final S xor(QueryBuilder<T, ?, ?> other) {
		return then(new Operation.Merge("^", other.spec()));
	}

	/**
	 * Load relations to one row by joins.
	 * @param paths the relations
	 * @return a queryset
	 */
	@SafeVarargs
	public final S selectRelated(ModelPath<? super T, ?>... paths) {
		return then(new Operation.SelectRelated(Arrays.stream(paths).map(ModelPath::path).toList()));
	}

	/**
	 * Load relations to one row by joins.
	 * @param paths the relations
	 * @return a queryset
	 */
	public final S selectRelated(String... paths) {
		return then(new Operation.SelectRelated(List.of(paths)));
	}

	/**
	 * Forget the relations to load by joins.
	 * @return a queryset
	 */
	public final S noSelectRelated() {
		return then(new Operation.SelectRelated(null));
	}

	/**
	 * Load relations by one query for each, for all rows together.
	 * @param paths the relations
	 * @return a queryset
	 */
	@SafeVarargs
	public final S prefetchRelated(ModelPath<? super T, ?>... paths) {
		return prefetch(Arrays.stream(paths).map((path) -> Prefetch.of(path.path())).toList());
	}

	/**
	 * Load relations by one query for each, for all rows together.
	 * @param paths the relations, by accessor
	 * @return a queryset
	 */
	public final S prefetchRelated(String... paths) {
		return prefetch(Arrays.stream(paths).map(Prefetch::of).toList());
	}

	/**
	 * Load relations by queries of your own.
	 * @param prefetches the relations and their querysets
	 * @return a queryset
	 */
	public final S prefetchRelated(Prefetch... prefetches) {
		return prefetch(List.of(prefetches));
	}

	private S prefetch(List<Prefetch> prefetches) {
		List<PrefetchRequest> requests = new ArrayList<>();
		prefetches.forEach((prefetch) -> requests.add(prefetch.request()));
		return with(this.options.prefetch(requests));
	}

	/**
	 * Forget the relations to load by queries.
	 * @return a queryset
	 */
	public final S noPrefetchRelated() {
		return with(this.options.withoutPrefetch());
	}

	/**
	 * Load no other fields; touching one fetches it.
	 * @param columns the fields
	 * @return a queryset
	 */
	@SafeVarargs
	public final S only(Column<? super T, ?>... columns) {
		return only(paths(columns));
	}

	/**
	 * Load no other fields; touching one fetches it.
	 * @param paths the fields
	 * @return a queryset
	 */
	public final S only(String... paths) {
		return then(new Operation.Defer(List.of(paths), true, false));
	}

	/**
	 * Do not load fields; touching one fetches it.
	 * @param columns the fields
	 * @return a queryset
	 */
	@SafeVarargs
	public final S defer(Column<? super T, ?>... columns) {
		return defer(paths(columns));
	}

	/**
	 * Do not load fields; touching one fetches it.
	 * @param paths the fields
	 * @return a queryset
	 */
	public final S defer(String... paths) {
		return then(new Operation.Defer(List.of(paths), false, false));
	}

	/**
	 * Load all fields again. Django's {@code defer(None)}.
	 * @return a queryset
	 */
	public final S deferNothing() {
		return then(new Operation.Defer(List.of(), false, true));
	}

	/**
	 * Choose what touching something that is not loaded does, for the instances of this
	 * queryset and all fetched through them.
	 * @param mode the mode
	 * @return a queryset
	 */
	public final S fetchMode(FetchMode mode) {
		return with(this.options.fetchMode(mode));
	}

	/**
	 * Choose the database.
	 * @param database its alias
	 * @return a queryset
	 */
	public final S using(String database) {
		return with(this.options.using(database));
	}

	/**
	 * Lock the rows until the transaction ends. Needs a transaction when rows are read.
	 * @return a queryset
	 */
	public final S selectForUpdate() {
		return selectForUpdate(Locking.rows());
	}

	/**
	 * Lock the rows until the transaction ends.
	 * @param locking how
	 * @return a queryset
	 */
	public final S selectForUpdate(Locking locking) {
		return then(locking.operation());
	}

	private static String[] paths(Column<?, ?>... columns) {
		return Arrays.stream(columns).map(Column::path).toArray(String[]::new);
	}

	static List<Node> nodes(Expression<?, ?>... expressions) {
		return Arrays.stream(expressions).<Node>map(Expression::node).toList();
	}

	static Node definition(Expression<?, ?> expression) {
		return (expression instanceof Annotation<?, ?> annotation) ? annotation.definition() : expression.node();
	}

	static Map<String, Node> definitions(Annotation<?, ?>... annotations) {
		Map<String, Node> definitions = new LinkedHashMap<>();
		for (Annotation<?, ?> annotation : annotations) {
			if (definitions.put(annotation.name(), annotation.definition()) != null) {
				throw new QueryValueException("The annotation '%s' is given twice.".formatted(annotation.name()));
			}
		}
		return definitions;
	}

}
