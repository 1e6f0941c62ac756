package dev.orm.query;

/** Answers for every kind of operation. */
public interface OperationVisitor {

	/**
	 * Keep, or with {@code negated} drop, the rows for which all conditions hold.
	 * @param operation the step
	 */
	void filter(Restriction.Filter operation);

	/**
	 * Lift scopes, wherever the query meets the models that have them.
	 * @param operation the step
	 */
	void unscoped(Restriction.Unscoped operation);

	/**
	 * Read rows as they were.
	 * @param operation the step
	 */
	void asOf(Restriction.AsOf operation);

	/**
	 * Restrict a related manager to its owner.
	 * @param operation the step
	 */
	void relatedTo(Restriction.RelatedTo operation);

	/**
	 * Add named expressions.
	 * @param operation the step
	 */
	void annotate(Selection.Annotate operation);

	/**
	 * Select expressions for the engine itself: they come beside the rows and have no
	 * name that a user could meet.
	 * @param operation the step
	 */
	void beside(Selection.Beside operation);

	/**
	 * Select values instead of instances.
	 * @param operation the step
	 */
	void values(Selection.Values operation);

	/**
	 * Order.
	 * @param operation the step
	 */
	void orderBy(Arrangement.OrderBy operation);

	/**
	 * Remove duplicates.
	 * @param operation the step
	 */
	void distinct(Arrangement.Distinct operation);

	/**
	 * Take some of the rows.
	 * @param operation the step
	 */
	void slice(Arrangement.Slice operation);

	/**
	 * Combine the rows of queries.
	 * @param operation the step
	 */
	void compound(Combination.Compound operation);

	/**
	 * Merge the conditions of another query of the model.
	 * @param operation the step
	 */
	void merge(Combination.Merge operation);

	/**
	 * Join and load relations to one row.
	 * @param operation the step
	 */
	void selectRelated(Selection.SelectRelated operation);

	/**
	 * Join the tables of children, and load rows as the children they are.
	 * @param operation the step
	 */
	void subclasses(Selection.Subclasses operation);

	/**
	 * Leave fields out.
	 * @param operation the step
	 */
	void defer(Selection.Defer operation);

	/**
	 * Distinct truncated dates.
	 * @param operation the step
	 */
	void dates(Selection.Dates operation);

	/**
	 * Lock the rows.
	 * @param operation the step
	 */
	void lock(Operation.Lock operation);

	/**
	 * Name common table expressions the query may refer to.
	 * @param operation the step
	 */
	void with(Combination.With operation);

	/**
	 * Join a common table expression.
	 * @param operation the step
	 */
	void joinTable(Combination.JoinTable operation);

	/**
	 * Answer the query once for each of several owners.
	 * @param operation the step
	 */
	void perOwner(Restriction.PerOwner operation);

	/**
	 * Do what an operation without parts says.
	 * @param operation the step
	 */
	void simple(Operation.Simple operation);

}
