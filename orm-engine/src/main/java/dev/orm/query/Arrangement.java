package dev.orm.query;

import java.util.List;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Shape;
import org.jspecify.annotations.Nullable;

/** A step that orders the rows there are, and takes some of them. */
public sealed interface Arrangement extends Operation {

	/**
	 * Order; replaces the ordering before.
	 *
	 * @param terms the terms
	 */
	record OrderBy(List<Clause.Ordering> terms) implements Arrangement {

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
	record Distinct(List<String> fields) implements Arrangement {

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
	record Slice(Atom.@Nullable Literal offset, Atom.@Nullable Literal limit) implements Arrangement {

		private static final long LARGEST_IN_TEXT = 1000;

		/**
		 * Take rows.
		 * @param offset the rows to skip
		 * @param limit the largest number of rows, or null
		 * @return a step
		 */
		public static Slice of(long offset, @Nullable Long limit) {
			return new Slice((offset > 0) ? new Atom.Literal(offset, null) : null,
					(limit != null) ? new Atom.Literal(limit, null) : null);
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

}
