package dev.orm.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.expression.Node;
import dev.orm.expression.Nodes;
import dev.orm.expression.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A step of a query. Immutable. Where the text of a step is not enough, see the queryset
 * method of the same name.
 */
public sealed interface Operation {

	/**
	 * Write what the SQL text depends on, and the values apart.
	 * @param shape where to
	 */
	void shape(Shape.Builder shape);

	/**
	 * Let a visitor answer for this step.
	 * @param visitor the visitor
	 */
	void accept(OperationVisitor visitor);

	/**
	 * Keep, or with {@code negated} drop, the rows for which all conditions hold.
	 *
	 * @param conditions the conditions of one call
	 * @param negated whether to exclude
	 */
	record Filter(List<Node> conditions, boolean negated) implements Operation {

		public Filter {
			conditions = List.copyOf(conditions);
		}

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.filter(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add(this.negated ? "exclude" : "filter").addAll(this.conditions);
		}

	}

	/**
	 * Restrict a related manager to its owner. The first filter after it shares its joins
	 * (sticky).
	 *
	 * @param path the way back from the related model to the owner
	 * @param value the owner's key, or a list of owners' keys
	 * @param lookup {@code exact} or {@code in}
	 */
	record RelatedTo(String path, Node value, String lookup) implements Operation {

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.relatedTo(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("relatedTo").add(this.path).add(this.lookup);
			shape.addPart(this.value);
		}

	}

	/**
	 * Add named expressions.
	 *
	 * @param expressions the expressions by name, in order
	 * @param selected whether they are part of the result ({@code annotate}) or not
	 * ({@code alias})
	 */
	record Annotate(Map<String, Node> expressions, boolean selected) implements Operation {

		public Annotate {
			expressions = copy(expressions);
		}

		static Map<String, Node> copy(Map<String, Node> expressions) {
			return expressions.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(expressions));
		}

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.annotate(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add(this.selected ? "annotate" : "alias");
			shape(shape, this.expressions);
		}

		static void shape(Shape.Builder shape, Map<String, Node> expressions) {
			shape.add(expressions.size());
			expressions.forEach((name, node) -> {
				shape.add(name);
				shape.addPart(node);
			});
		}

	}

	/**
	 * Select values instead of instances. Expressions are annotated first, under their
	 * names.
	 *
	 * @param names paths, transforms and names of annotations in select order; empty for
	 * all fields and annotations
	 * @param expressions the expressions among the names
	 */
	record Values(List<String> names, Map<String, Node> expressions) implements Operation {

		public Values {
			names = List.copyOf(names);
			expressions = Annotate.copy(expressions);
		}

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.values(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("values").add(this.names);
			Annotate.shape(shape, this.expressions);
		}

	}

	/**
	 * Order; replaces the ordering before.
	 *
	 * @param terms the terms: {@code Ordering} nodes or others for ascending; a
	 * {@code Field} may carry a leading minus or be {@code ?}
	 */
	record OrderBy(List<Node> terms) implements Operation {

		public OrderBy {
			terms = List.copyOf(terms);
		}

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.orderBy(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("orderBy").addAll(this.terms);
		}

	}

	/**
	 * Remove duplicates.
	 *
	 * @param fields the paths of DISTINCT ON; empty for DISTINCT
	 */
	record Distinct(List<String> fields) implements Operation {

		public Distinct {
			fields = List.copyOf(fields);
		}

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.distinct(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("distinct").add(this.fields);
		}

	}

	/**
	 * Take some of the rows. Bounds are absolute: a slice of a slice is computed before.
	 * A small number of rows is part of the text, as PostgreSQL plans for it; a large one
	 * is bound, so that numbers that vary do not make statements without end.
	 *
	 * @param offset the rows to skip, or null
	 * @param limit the largest number of rows, or null
	 */
	record Slice(Nodes.@Nullable Literal offset, Nodes.@Nullable Literal limit) implements Operation {

		private static final long LARGEST_IN_TEXT = 1000;

		/**
		 * Take rows.
		 * @param offset the rows to skip
		 * @param limit the largest number of rows, or null
		 * @return a step
		 */
		public static Slice of(long offset, @Nullable Long limit) {
			return new Slice((offset > 0) ? new Nodes.Literal(offset, null) : null,
					(limit != null) ? new Nodes.Literal(limit, null) : null);
		}

		/**
		 * Return the rows to skip.
		 * @return the number
		 */
		public long skipped() {
			return (this.offset != null && this.offset.value() instanceof Long number) ? number : 0;
		}

		/**
		 * Return the largest number of rows.
		 * @return the number; {@code Long.MAX_VALUE} for no limit
		 */
		public long rows() {
			return (this.limit != null && this.limit.value() instanceof Long number) ? number : Long.MAX_VALUE;
		}

		/**
		 * Return whether the largest number of rows is part of the text.
		 * @return false if it is bound, or if there is none
		 */
		public boolean isInText() {
			return rows() <= LARGEST_IN_TEXT;
		}

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.slice(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("slice").add(isInText() ? rows() : "-").add(this.offset != null);
			if (this.offset != null) {
				shape.addValue(this.offset, this.offset.value());
			}
			if (this.limit != null && !isInText()) {
				shape.addValue(this.limit, this.limit.value());
			}
		}

	}

	/** Operations without parts. */
	enum Simple implements Operation {

		/** Turn the ordering around. */
		REVERSE,
		/** No rows, without asking. */
		NONE,
		/** Aggregate over each to-many relation by a subquery of its own from now on. */
		AGGREGATE_PER_RELATION;

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.simple(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add(this);
		}

	}

	/**
	 * Combine the rows of queries.
	 *
	 * @param operator {@code UNION}, {@code INTERSECT} or {@code EXCEPT}
	 * @param all whether duplicates stay
	 * @param others the other queries
	 */
	record Compound(String operator, boolean all, List<QuerySpec> others) implements Operation {

		public Compound {
			others = List.copyOf(others);
		}

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.compound(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add(this.operator).add(this.all).add(this.others.size());
			this.others.forEach(shape::addQuery);
		}

	}

	/**
	 * Merge the conditions of another query of the model. Django's operators on
	 * querysets.
	 *
	 * @param operator {@code &}, {@code |} or {@code ^}
	 * @param other the other query
	 */
	record Merge(String operator, QuerySpec other) implements Operation {

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.merge(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("merge").add(this.operator);
			shape.addQuery(this.other);
		}

	}

	/**
	 * Join and load relations to one row.
	 *
	 * @param paths the paths; null clears those before
	 */
	record SelectRelated(@Nullable List<String> paths) implements Operation {

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.selectRelated(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("selectRelated").add((this.paths != null) ? this.paths : "-");
		}

	}

	/**
	 * Leave fields out.
	 *
	 * @param paths the fields
	 * @param only whether the fields are the ones to load rather than those to leave out;
	 * {@code defer(null)} is an empty list with clear
	 * @param clear whether to load everything again
	 */
	record Defer(List<String> paths, boolean only, boolean clear) implements Operation {

		public Defer {
			paths = List.copyOf(paths);
		}

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.defer(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("defer").add(this.paths).add(this.only).add(this.clear);
		}

	}

	/**
	 * Distinct truncated dates.
	 *
	 * @param field the path
	 * @param kind {@code year} to {@code second}
	 * @param descending whether the latest comes first
	 * @param datetimes whether values are instants
	 * @param zone the time zone to truncate in, or null for the current one
	 */
	record Dates(String field, String kind, boolean descending, boolean datetimes,
			@Nullable String zone) implements Operation {

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.dates(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("dates").add(this.field).add(this.kind).add(this.descending).add(this.datetimes);
			shape.add((this.zone != null) ? this.zone : "-");
		}

	}

	/**
	 * Lock the rows.
	 *
	 * @param nowait whether to fail rather than wait
	 * @param skipLocked whether to leave locked rows out
	 * @param noKey whether keys may still be referred to
	 * @param of the paths of the models to lock, {@code self} for the root; empty for all
	 */
	record Lock(boolean nowait, boolean skipLocked, boolean noKey, List<String> of) implements Operation {

		public Lock {
			of = List.copyOf(of);
		}

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.lock(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("lock").add(this.nowait).add(this.skipLocked).add(this.noKey).add(this.of);
		}

	}

	/**
	 * Name common table expressions the query may refer to.
	 *
	 * @param name the name
	 * @param query the query
	 * @param recursive the recursive member, or null
	 * @param all whether duplicates stay in a recursive table
	 */
	record With(String name, QuerySpec query, @Nullable QuerySpec recursive, boolean all) implements Operation {

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.with(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("with").add(this.name).add(this.all);
			shape.addQuery(this.query);
			shape.add(this.recursive != null);
			if (this.recursive != null) {
				shape.addQuery(this.recursive);
			}
		}

	}

	/**
	 * Join a common table expression.
	 *
	 * @param table its name
	 * @param near what its column must equal
	 * @param column its column
	 * @param optional whether rows without match stay
	 */
	record JoinTable(String table, Node near, String column, boolean optional) implements Operation {

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.joinTable(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("joinTable").add(this.table).add(this.column).add(this.optional);
			shape.addPart(this.near);
		}

	}

	/**
	 * Answer the query once for each of several owners (LATERAL), so that a slice after
	 * it is taken for each.
	 *
	 * @param path the way back to the owner
	 * @param keys the owners' keys, a list
	 */
	record PerOwner(String path, Nodes.Literal keys) implements Operation {

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.perOwner(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("perOwner").add(this.path);
			shape.addPart(this.keys);
		}

	}

}
