package dev.orm.query;

import java.util.LinkedHashSet;
import java.util.Set;

import dev.orm.meta.EntityModel;

/**
 * Which scopes hold in a query: all but those it lifts. Immutable.
 *
 * @param everyRow whether the rows the query is about are named by their keys, so that
 * only strict scopes hold for them
 * @param lifted what is lifted
 */
public record Scoping(boolean everyRow, Set<Restriction.Unscoped> lifted) {

	/** Nothing is lifted. */
	public static final Scoping FULL = new Scoping(false, Set.of());

	public Scoping {
		lifted = Set.copyOf(lifted);
	}

	/**
	 * Lift scopes.
	 * @param root the model the query is about
	 * @param operation which
	 * @return a copy
	 * @throws dev.orm.error.IllegalQueryException if there is none of the name, or
	 * nothing lifts it
	 */
	public Scoping lift(EntityModel root, Restriction.Unscoped operation) {
		ScopeNames.check(root, operation);
		Set<Restriction.Unscoped> more = new LinkedHashSet<>(this.lifted);
		more.add(operation);
		return new Scoping(this.everyRow, more);
	}

	/**
	 * Return the same for a query about rows that are named by keys.
	 * @return a copy
	 */
	public Scoping everyRowToo() {
		return new Scoping(true, this.lifted);
	}

	/**
	 * Return the same for a query about rows that are searched for.
	 * @return a copy
	 */
	public Scoping inside() {
		return new Scoping(false, this.lifted);
	}

	/**
	 * Return whether a scope does not hold.
	 * @param model the model that has it
	 * @param scope its name
	 * @return true if it is lifted
	 */
	public boolean lifts(EntityModel model, String scope) {
		return this.lifted.stream()
			.anyMatch((lift) -> (lift.model() == null || lift.model().concrete() == model.concrete())
					&& (lift.name().isEmpty() || lift.name().equals(scope)));
	}

}
