package dev.orm.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.expression.node.Node;
import dev.orm.expression.node.Shape;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** A step that says what is selected of a row. */
public sealed interface Selection extends Operation {

	/**
	 * Add named expressions.
	 *
	 * @param expressions the expressions by name, in order
	 * @param selected whether they are part of the result ({@code annotate}) or not
	 * ({@code alias})
	 */
	record Annotate(Map<String, Node> expressions, boolean selected) implements Selection {

		public Annotate {
			expressions = copy(expressions);
		}

		static Map<String, Node> copy(Map<String, Node> expressions) {
			return expressions.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(expressions));
		}

		/**
		 * Return whether one of the expressions folds rows.
		 * @return true if one aggregates
		 */
		public boolean aggregates() {
			return this.expressions.values().stream().anyMatch(Node::containsAggregate);
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
	record Values(List<String> names, Map<String, Node> expressions) implements Selection {

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
	 * Select expressions for the engine itself: they come beside the rows and have no
	 * name that a user could meet.
	 *
	 * @param expressions the expressions, which aggregate nothing
	 */
	record Beside(List<Node> expressions) implements Selection {

		public Beside {
			expressions = List.copyOf(expressions);
		}

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.beside(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("beside").add(this.expressions.size());
			this.expressions.forEach(shape::addPart);
		}

	}

	/**
	 * Distinct truncated dates.
	 *
	 * @param field the path
	 * @param unit what they are truncated to
	 * @param descending whether the latest comes first
	 * @param datetimes whether values are instants
	 * @param zone the time zone to truncate in, or null for the current one
	 */
	record Dates(String field, DateUnit unit, boolean descending, boolean datetimes,
			@Nullable String zone) implements Selection {

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.dates(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("dates").add(this.field).add(this.unit).add(this.descending).add(this.datetimes);
			shape.add((this.zone != null) ? this.zone : "-");
		}

	}

	/**
	 * Join and load relations to one row.
	 *
	 * @param paths the paths; null clears those before
	 */
	record SelectRelated(@Nullable List<String> paths) implements Selection {

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
	 * Join the tables of children, and load rows as the children they are (multi-table
	 * inheritance).
	 *
	 * @param types the children; empty for all there are
	 */
	record Subclasses(List<Class<? extends Model>> types) implements Selection {

		public Subclasses {
			types = List.copyOf(types);
		}

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.subclasses(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("subclasses").add(this.types);
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
	record Defer(List<String> paths, boolean only, boolean clear) implements Selection {

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

}
