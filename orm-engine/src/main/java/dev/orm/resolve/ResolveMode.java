package dev.orm.resolve;

/**
 * How an expression or condition is resolved. Immutable.
 *
 * @param scope the to-many joins that may be shared
 * @param allowJoins whether paths may cross relations
 * @param summarize whether annotations are referred to by name, for an outer aggregate
 * @param branchNegated whether any condition around negates
 * @param negated whether the conditions around negate an odd number of times
 * @param dropsRows whether a condition drops rows: only then may a join become INNER and
 * a negated to-many path a subquery
 */
record ResolveMode(JoinScope scope, boolean allowJoins, boolean summarize, boolean branchNegated, boolean negated,
		boolean dropsRows) {

	static final ResolveMode EXPRESSION = new ResolveMode(JoinScope.ANY, true, false, false, false, true);

	static final ResolveMode WITHOUT_JOINS = new ResolveMode(JoinScope.ANY, false, false, false, false, true);

	static final ResolveMode SUMMARY = new ResolveMode(JoinScope.ANY, true, true, false, false, true);

	static ResolveMode filter(JoinScope scope) {
		return new ResolveMode(scope, true, false, false, false, true);
	}

	ResolveMode negate(boolean negate) {
		return new ResolveMode(this.scope, this.allowJoins, this.summarize, this.branchNegated || negate,
				this.negated ^ negate, this.dropsRows);
	}

	/**
	 * A condition inside an expression decides what the expression is, not which rows.
	 */
	ResolveMode asExpression() {
		return new ResolveMode(this.scope, this.allowJoins, this.summarize, false, false, false);
	}

}
