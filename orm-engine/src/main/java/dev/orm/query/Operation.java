package dev.orm.query;

import java.time.Duration;
import java.util.List;

import dev.orm.expression.node.Shape;
import dev.orm.routing.Route;

/**
 * A step of a query. Immutable. Where the text of a step is not enough, see the queryset
 * method of the same name.
 */
public sealed interface Operation
		permits Restriction, Selection, Arrangement, Combination, Operation.Simple, Operation.Lock, Operation.From {

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

	/** Operations without parts. */
	enum Simple implements Operation {

		/** Turn the ordering around. */
		REVERSE,
		/** No rows, without asking. */
		NONE,
		/** All rows of the model, whatever its scopes say, but for strict ones. */
		EVERY,
		/** All rows there ever were, and those there are, with what ended them. */
		VERSIONS,
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
	 * Ask a database by name, of a query that is part of another: the text does not
	 * depend on it.
	 *
	 * @param route where to read
	 */
	record From(Route route) implements Operation {

		@Override
		public void accept(OperationVisitor visitor) {
			// the reader of the outer query compares it with its own
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.source(this.route);
		}

	}

	/**
	 * Lock the rows.
	 *
	 * @param strength what others may still do with them
	 * @param nowait whether to fail rather than wait
	 * @param skipLocked whether to leave locked rows out
	 * @param timeout how long to wait; zero for the database's own limit
	 * @param of the paths of the models to lock, {@code self} for the root; empty for all
	 */
	record Lock(Strength strength, boolean nowait, boolean skipLocked, Duration timeout,
			List<String> of) implements Operation {

		/** For changes, all joined rows, waiting as long as it takes. */
		public static final Lock FOR_UPDATE = new Lock(Strength.UPDATE, false, false, Duration.ZERO, List.of());

		public Lock {
			of = List.copyOf(of);
		}

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.lock(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("lock").add(this.strength).add(this.nowait).add(this.skipLocked).add(this.of);
		}

		/** What others may still do with locked rows. */
		public enum Strength {

			/** Read them. */
			UPDATE,
			/** Read them, and refer to their keys. */
			NO_KEY_UPDATE,
			/** Read and share them, and refer to their keys. */
			SHARE,
			/** Everything but delete them and change their keys. */
			KEY_SHARE

		}

	}

}
