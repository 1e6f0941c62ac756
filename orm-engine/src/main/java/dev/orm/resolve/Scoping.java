package dev.orm.resolve;

import java.util.LinkedHashSet;
import java.util.Set;

import dev.orm.meta.EntityModel;
import dev.orm.query.Restriction;

/**
 * Which scopes hold in a query: all but those it lifts. Immutable.
 *
 * @param everyRow whether the rows the query is about are named by their keys, so that
 * only strict scopes hold for them
 * @param lifted what is lifted
 */
record Scoping(boolean everyRow, Set<Restriction.Unscoped> lifted) {

	/** Nothing is lifted. */
	static final Scoping FULL = new Scoping(false, Set.of());

	Scoping {
		lifted = Set.copyOf(lifted);
	}

	Scoping lift(Restriction.Unscoped operation) {
		Set<Restriction.Unscoped> more = new LinkedHashSet<>(this.lifted);
		more.add(operation);
		return new Scoping(this.everyRow, more);
	}

	/** The same for a query about rows that are named by keys. */
	Scoping everyRowToo() {
		return new Scoping(true, this.lifted);
	}

	/** The same for a query about rows of another model. */
	Scoping inside() {
		return new Scoping(false, this.lifted);
	}

	boolean lifts(EntityModel model, String scope) {
		return this.lifted.stream()
			.anyMatch((lift) -> (lift.model() == null || lift.model().concrete() == model.concrete())
					&& (lift.name().isEmpty() || lift.name().equals(scope)));
	}

}
