package dev.orm.query;

import java.util.List;

import dev.orm.expression.Nodes;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.expression.node.Shape;
import dev.orm.meta.EntityModel;
import dev.orm.meta.RelationModel;
import org.jspecify.annotations.Nullable;

/** A step that says which rows there are. Django's {@code filter} and its kin. */
public sealed interface Restriction extends Operation {

	/**
	 * Keep, or with {@code negated} drop, the rows for which all conditions hold.
	 *
	 * @param conditions the conditions of one call
	 * @param negated whether to exclude
	 */
	record Filter(List<Node> conditions, boolean negated) implements Restriction {

		public Filter {
			conditions = List.copyOf(conditions);
		}

		/**
		 * Keep the row with a key.
		 * @param key the key; a list for a composite one
		 * @return the step
		 */
		public static Filter key(Object key) {
			return new Filter(List.of(new Predicate.Lookup("pk", Nodes.of(key))), false);
		}

		/**
		 * Keep the rows with some keys.
		 * @param keys the keys, or a query for them
		 * @return the step
		 */
		public static Filter keys(Object keys) {
			return new Filter(List.of(new Predicate.Lookup("pk__in", Nodes.of(keys))), false);
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
	 * Restrict rows to those that belong to owners.
	 * @param relation the relation that leads to the rows
	 * @param owner the key of the owner, or a list of keys
	 * @param several whether it is a list
	 * @return the restriction
	 */
	static Restriction related(RelationModel relation, Node owner, boolean several) {
		RelationModel.TypedKey typed = relation.typed();
		if (typed == null) {
			return new RelatedTo(relation.wayBack(), owner, several);
		}
		String key = relation.wayBack() + (several ? "__in" : "");
		return new Filter(List.of(typed.condition(), new Predicate.Lookup(key, owner)), false);
	}

	/**
	 * Restrict a related manager to its owner. The first filter after it shares its joins
	 * (sticky).
	 *
	 * @param path the way back from the related model to the owner
	 * @param value the owner's key, or a list of owners' keys
	 * @param several whether it is a list
	 */
	record RelatedTo(String path, Node value, boolean several) implements Restriction {

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.relatedTo(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("relatedTo").add(this.path).add(this.several);
			shape.addPart(this.value);
		}

	}

	/**
	 * Answer the query once for each of several owners (LATERAL), so that a slice after
	 * it is taken for each.
	 *
	 * @param path the way back to the owner
	 * @param keys the owners' keys, a list
	 */
	record PerOwner(String path, Atom.Literal keys) implements Restriction {

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

	/**
	 * Read all tables whose history is kept as they were, subqueries included.
	 *
	 * @param instant when, an {@code Instant}
	 */
	record AsOf(Atom.Literal instant) implements Restriction {

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.asOf(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("asOf");
			shape.addPart(this.instant);
		}

	}

	/**
	 * Lift scopes, wherever the query meets the models that have them.
	 *
	 * @param model the model whose scope it is; null for all of the query
	 * @param name the name of the scope; empty for all that may be lifted
	 */
	record Unscoped(@Nullable EntityModel model, String name) implements Restriction {

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.unscoped(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("unscoped").add((this.model != null) ? this.model.name() : "-").add(this.name);
		}

	}

}
