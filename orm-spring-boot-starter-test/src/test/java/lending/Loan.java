package lending;

import java.time.LocalDate;

import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.declare.Meta;
import dev.orm.model.Errors;
import dev.orm.model.ForeignKey;
import org.jspecify.annotations.Nullable;

import static lending.LoanPath.LOAN;

// tag::loan[]
@Table(name = "loan")
public class Loan extends Kept {

	private static final int WEEKS = 4;

	@OnDelete(OnDeleteAction.PROTECT)
	@RelatedName("loans")
	private ForeignKey<Tool> tool;

	@OnDelete(OnDeleteAction.PROTECT)
	@RelatedName("loans")
	private ForeignKey<Member> member;

	private LocalDate lentOn;

	private LocalDate dueOn;

	private @Nullable LocalDate returnedOn;

	static void loan(Meta<Loan> meta) {
		meta.unique(LOAN.tool).where(LOAN.returnedOn.isNull()).name("loan_once").message("The tool is lent already.");
		meta.check("loan_days", LOAN.dueOn.gte(LOAN.lentOn)).on(LOAN.dueOn);
	}

	public static Loan of(Tool tool, Member member, LocalDate from, LocalDate until) {
		Loan loan = new Loan();
		loan.tool = ForeignKey.to(tool);
		loan.member = ForeignKey.to(member);
		loan.lentOn = from;
		loan.dueOn = until;
		return loan;
	}

	@Override
	protected void clean(Errors errors) {
		if (this.dueOn.isAfter(this.lentOn.plusWeeks(WEEKS))) {
			errors.reject(LOAN.dueOn, "too_long", "A tool is lent for {0} weeks at most.", WEEKS);
		}
	}

	public ForeignKey<Tool> getTool() {
		return this.tool;
	}

	public ForeignKey<Member> getMember() {
		return this.member;
	}

	public LocalDate getDueOn() {
		return this.dueOn;
	}

	public void setReturnedOn(LocalDate day) {
		this.returnedOn = day;
	}

}
// end::loan[]
