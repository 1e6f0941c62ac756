package lending;

import java.time.LocalDate;
import java.util.List;

import dev.orm.persist.SaveOptions;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import static lending.LoanPath.LOAN;

// tag::service[]
@Service
public class Counter {

	private final LoanManager loans;

	Counter(LoanManager loans) {
		this.loans = loans;
	}

	@Transactional
	public Loan lend(Tool tool, Member member, LocalDate from, LocalDate until) {
		Loan loan = Loan.of(tool, member, from, until);
		this.loans.save(loan, SaveOptions::validating);
		return loan;
	}

	@Transactional
	public void takeBack(Tool tool, LocalDate day) {
		Loan loan = this.loans.all().open().filter(LOAN.tool.eq(tool)).selectForUpdate().get();
		loan.setReturnedOn(day);
		this.loans.save(loan);
	}

	public List<String> overdue(LocalDate today) {
		return this.loans.all().overdue(today).orderBy(LOAN.dueOn.asc()).flat(LOAN.member().email).list();
	}

}
// end::service[]
