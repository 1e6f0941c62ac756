package dev.orm.query;

/** Answers for every kind of operation. */
public interface OperationVisitor {

	void filter(Restriction.Filter operation);

	void unscoped(Restriction.Unscoped operation);

	void relatedTo(Restriction.RelatedTo operation);

	void annotate(Selection.Annotate operation);

	void beside(Selection.Beside operation);

	void values(Selection.Values operation);

	void orderBy(Arrangement.OrderBy operation);

	void distinct(Arrangement.Distinct operation);

	void slice(Arrangement.Slice operation);

	void compound(Combination.Compound operation);

	void merge(Combination.Merge operation);

	void selectRelated(Selection.SelectRelated operation);

	void subclasses(Selection.Subclasses operation);

	void defer(Selection.Defer operation);

	void dates(Selection.Dates operation);

	void lock(Operation.Lock operation);

	void with(Combination.With operation);

	void joinTable(Combination.JoinTable operation);

	void perOwner(Restriction.PerOwner operation);

	void simple(Operation.Simple operation);

}
