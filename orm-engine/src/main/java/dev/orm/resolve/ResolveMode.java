package dev.orm.resolve;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * How an expression or condition is resolved. Immutable but for the set of aliases, which
 * resolving adds to.
 *
 * @param reuse the aliases whose to-many joins may be shared; null for all
 * @param allowJoins whether paths may cross relations
 * @param summarize whether annotations are referred to by name, for an outer aggregate
 * @param branchNegated whether any condition around negates
 * @param negated whether the conditions around negate an odd number of times
 * @param split whether a negated to-many path becomes a subquery
 * @param updateJoins whether votes change the types of joins
 */
record ResolveMode(@Nullable Set<String> reuse, boolean allowJoins, boolean summarize, boolean branchNegated,
		boolean negated, boolean split, boolean updateJoins) {

	static final ResolveMode EXPRESSION = new ResolveMode(null, true, false, false, false, true, true);

	static ResolveMode filter(@Nullable Set<String> reuse) {
		return new ResolveMode(reuse, true, false, false, false, true, true);
	}

	static ResolveMode withoutJoins() {
		return new ResolveMode(null, false, false, false, false, true, true);
	}

	static ResolveMode summary() {
		return new ResolveMode(null, true, true, false, false, true, true);
	}

	ResolveMode negate(boolean negate) {
		return new ResolveMode(this.reuse, this.allowJoins, this.summarize, this.branchNegated || negate,
				this.negated ^ negate, this.split, this.updateJoins);
	}

	/**
	 * A condition inside an expression: it drops no rows, so it neither splits nor votes.
	 */
	ResolveMode asExpression() {
		return new ResolveMode(this.reuse, this.allowJoins, this.summarize, false, false, false, false);
	}

	ResolveMode reusing(@Nullable Set<String> aliases) {
		return new ResolveMode(aliases, this.allowJoins, this.summarize, this.branchNegated, this.negated, this.split,
				this.updateJoins);
	}

}
