package lending;

import java.time.LocalDate;

import dev.orm.AbstractQuerySet;

import static lending.LoanPath.LOAN;

// tag::queryset[]
public class LoanQuerySet extends AbstractQuerySet<Loan, LoanQuerySet> {

	public LoanQuerySet open() {
		return filter(LOAN.returnedOn.isNull());
	}

	public LoanQuerySet overdue(LocalDate today) {
		return open().filter(LOAN.dueOn.lt(today));
	}

}
// end::queryset[]
