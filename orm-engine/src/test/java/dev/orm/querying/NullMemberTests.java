package dev.orm.querying;

import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.ValuesQuerySet;
import dev.orm.acceptance.shop.Employee;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

import static dev.orm.acceptance.shop.EmployeePath.EMPLOYEE;
import static dev.orm.expression.Expressions.exists;
import static dev.orm.expression.Expressions.outer;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Excluding what is in a subquery that answers NULL leaves no row, in SQL as in Django.
 */
class NullMemberTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private final Orm orm = Shop.orm(database);

	private final Manager<Employee> employees = this.orm.manager(Employee.class);

	private final Logger logger = (Logger) LoggerFactory.getLogger("dev.orm.resolve");

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeEach
	void listen() {
		this.log.start();
		this.logger.addAppender(this.log);
	}

	@AfterEach
	void leave() {
		this.logger.detachAppender(this.log);
	}

	@Test
	void noRowIsLeftAndTheLogSaysSoOnce() {
		for (int i = 0; i < 3; i++) {
			assertThat(this.employees.exclude(EMPLOYEE.id.in(managers())).list()).isEmpty();
		}
		assertThat(messages()).singleElement()
			.asString()
			.contains("excludes rows of Employee whose 'id__in' is in a subquery that may answer NULL")
			.contains("isNotNull()");
		assertThat(this.employees.filter(EMPLOYEE.id.in(managers()).not()).count()).isZero();
	}

	@Test
	void leavingOutNullOrAskingForExistenceIsSilent() {
		long leaders = this.employees.filter(EMPLOYEE.id.in(managers())).count();
		long others = this.employees.count() - leaders;
		Manager<Employee> employees = this.employees;
		// tag::leaving-out[]
		var leading = employees.filter(EMPLOYEE.manager.isNotNull()).flat("managerId");
		List<Employee> led = employees.exclude(EMPLOYEE.id.in(leading)).list();
		// end::leaving-out[]
		assertThat(led).hasSize((int) others);
		assertThat(this.employees.exclude(exists(this.employees.filter(EMPLOYEE.manager().id.eq(outer(EMPLOYEE.id)))))
			.count()).isEqualTo(others);
		assertThat(this.employees.exclude(EMPLOYEE.id.in(this.employees.flat(EMPLOYEE.id))).count()).isZero();
		assertThat(messages()).isEmpty();
	}

	private ValuesQuerySet<Employee, Object> managers() {
		return this.employees.orderBy().flat("managerId");
	}

	private List<String> messages() {
		return this.log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

}
