package dev.orm.resolve;

import java.util.Collection;
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
 * @param dropsRows whether a condition drops rows: only then may a join become INNER and
 * a negated to-many path a subquery
 */
record ResolveMode(@Nullable Set<String> reuse, boolean allowJoins, boolean summarize, boolean branchNegated,
		boolean negated, boolean dropsRows) {

	static final ResolveMode EXPRESSION = new ResolveMode(null, true, false, false, false, true);

	static final ResolveMode WITHOUT_JOINS = new ResolveMode(null, false, false, false, false, true);

	static final ResolveMode SUMMARY = new ResolveMode(null, true, true, false, false, true);

	static ResolveMode filter(@Nullable Set<String> reuse) {
		return new ResolveMode(reuse, true, false, false, false, true);
	}

	ResolveMode negate(boolean negate) {
		return new ResolveMode(this.reuse, this.allowJoins, this.summarize, this.branchNegated || negate,
				this.negated ^ negate, this.dropsRows);
	}

	/**
	 * A condition inside an expression decides what the expression is, not which rows.
	 */
	ResolveMode asExpression() {
		return new ResolveMode(this.reuse, this.allowJoins, this.summarize, false, false, false);
	}

	/** Let what is resolved later share joins. */
	void share(Collection<String> aliases) {
		if (this.reuse != null) {
			this.reuse.addAll(aliases);
		}
	}

}
