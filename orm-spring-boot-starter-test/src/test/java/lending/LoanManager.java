package lending;

import dev.orm.AbstractManager;

import org.springframework.stereotype.Component;

// tag::manager[]
@Component
public class LoanManager extends AbstractManager<Loan, LoanQuerySet> {

}
// end::manager[]
