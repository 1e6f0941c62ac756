package dev.orm.query;

/** Answers for every kind of operation. */
public interface OperationVisitor {

	void filter(Operation.Filter operation);

	void relatedTo(Operation.RelatedTo operation);

	void annotate(Operation.Annotate operation);

	void values(Operation.Values operation);

	void orderBy(Operation.OrderBy operation);

	void distinct(Operation.Distinct operation);

	void slice(Operation.Slice operation);

	void compound(Operation.Compound operation);

	void merge(Operation.Merge operation);

	void selectRelated(Operation.SelectRelated operation);

	void defer(Operation.Defer operation);

	void dates(Operation.Dates operation);

	void lock(Operation.Lock operation);

	void with(Operation.With operation);

	void joinTable(Operation.JoinTable operation);

	void perOwner(Operation.PerOwner operation);

	void simple(Operation.Simple operation);

}
