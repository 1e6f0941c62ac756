package dev.orm.boot.test;

import dev.orm.Manager;
import dev.orm.boot.test.library.Library;
import dev.orm.boot.test.library.Loan;
import dev.orm.session.NoTenantException;
import dev.orm.session.Tenants;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

import static dev.orm.boot.test.library.LoanPath.LOAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Rows of tenants in a test: the role of its database is one that policies let through.
 */
@OrmTest
@ContextConfiguration(classes = Library.class)
class TenantModelTests {

	@Autowired
	private Manager<Loan> loans;

	@Autowired
	private Tenants tenants;

	@Test
	void aTestSeesTheRowsOfATenantWithoutAnySetting() {
		this.tenants.run(1L, () -> this.loans.create(LOAN.reader.is("Ada")));
		this.tenants.run(2L, () -> this.loans.create(LOAN.reader.is("Eve")));
		assertThat(this.tenants.call(1L, () -> this.loans.list())).extracting(Loan::getReader, Loan::getBranch)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("Ada", 1L));
		assertThat(this.tenants.<Long>all(() -> this.loans.count())).isEqualTo(2);
	}

	@Test
	void aTestThatNamesNoTenantIsRefusedAsTheApplicationIs() {
		assertThatExceptionOfType(NoTenantException.class).isThrownBy(() -> this.loans.count());
	}

}
