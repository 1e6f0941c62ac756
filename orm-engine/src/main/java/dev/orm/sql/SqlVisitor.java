package dev.orm.sql;

/**
 * A pass over statement expressions that answers for every kind of node.
 *
 * @param <R> the answer
 */
public interface SqlVisitor<R> {

	R column(Column node);

	R parameter(Parameter node);

	R allColumns(Column.All node);

	R literal(Literal node);

	R serverValue(ServerValue node);

	R template(Template node);

	R infix(Infix node);

	R is(ValueTest.Is node);

	R between(ValueTest.Between node);

	R typed(Reading.Typed node);

	R collated(Reading.Collated node);

	R cast(Cast node);

	R coalesce(Coalesce node);

	R caseWhen(CaseWhen node);

	R aggregate(AggregateCall node);

	R window(WindowCall node);

	R rowSet(RowSet node);

	R subquery(SubqueryCall node);

	R listed(Listed node);

	R logical(Logical node);

	R not(Not node);

	R truth(Truth node);

	R sortTerm(SortTerm node);

	R position(Position node);

	R reference(Reference node);

	R call(Call node);

	R extract(Extract node);

	R atZone(AtZone node);

	R subscript(Subscript node);

}
