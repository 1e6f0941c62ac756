package dev.orm.resolve;

/**
 * How an expression or condition is resolved. Immutable.
 *
 * @param scope the to-many joins that may be shared
 * @param allowJoins whether paths may cross relations
 * @param summarize whether annotations are referred to by name, for an outer aggregate
 * @param branchNegated whether any condition around negates
 * @param negated whether the conditions around negate an odd number of times
 * @param purpose what a condition decides
 */
record ResolveMode(JoinScope scope, boolean allowJoins, boolean summarize, boolean branchNegated, boolean negated,
		Purpose purpose) {

	/** What a condition decides, and what it may do to joins for it. */
	enum Purpose {

		/** Which rows there are: a negated to-many path becomes a subquery. */
		ROWS,

		/** What an expression is: it drops no rows. */
		VALUE,

		/** Which rows a filtered relation joins: it leaves all joins as they are. */
		JOIN

	}

	static final ResolveMode EXPRESSION = new ResolveMode(JoinScope.ANY, true, false, false, false, Purpose.ROWS);

	static final ResolveMode WITHOUT_JOINS = new ResolveMode(JoinScope.ANY, false, false, false, false, Purpose.ROWS);

	static final ResolveMode SUMMARY = new ResolveMode(JoinScope.ANY, true, true, false, false, Purpose.ROWS);

	static ResolveMode filter(JoinScope scope) {
		return new ResolveMode(scope, true, false, false, false, Purpose.ROWS);
	}

	ResolveMode negate(boolean negate) {
		return new ResolveMode(this.scope, this.allowJoins, this.summarize, this.branchNegated || negate,
				this.negated ^ negate, this.purpose);
	}

	/** The mode of a condition inside an expression, which decides what that is. */
	ResolveMode asExpression() {
		return decides(Purpose.VALUE);
	}

	/** The mode of the condition of a filtered relation. */
	ResolveMode asJoin() {
		return decides(Purpose.JOIN);
	}

	private ResolveMode decides(Purpose other) {
		return new ResolveMode(this.scope, this.allowJoins, this.summarize, false, false, other);
	}

	boolean dropsRows() {
		return this.purpose == Purpose.ROWS;
	}

	boolean movesJoins() {
		return this.purpose != Purpose.JOIN;
	}

}
