package lending;

import java.time.LocalDate;
import java.util.Optional;

import dev.orm.Manager;
import dev.orm.automatic.CurrentUser;
import dev.orm.boot.test.AssertQueries;
import dev.orm.boot.test.OnCommit;
import dev.orm.boot.test.OrmTest;
import dev.orm.validate.InvalidInstanceException;
import dev.orm.validate.ValidationErrors;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static lending.ToolPath.TOOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TestPropertySource(properties = "spring.flyway.locations=classpath:lending/migration")
// tag::test[]
@OrmTest
@Import({ Counter.class, Letters.class })
class LendingTests {

	private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

	@Autowired
	private Manager<Tool> tools;

	@Autowired
	private Manager<Member> members;

	@Autowired
	private Counter counter;

	// end::test[]
	// tag::lent[]
	@Test
	void aToolIsLentOnce(OnCommit onCommit, @Autowired Letters letters) {
		Tool drill = this.tools.save(Tool.of("Drill", "20"));
		Member ada = this.members.save(Member.of("Ada", "Ada@Example.org"));
		this.counter.lend(drill, ada, DAY, DAY.plusDays(7));
		onCommit.run();
		assertThat(letters.sent()).containsExactly("Bring it back by 2026-11-09");
		assertThatExceptionOfType(InvalidInstanceException.class)
			.isThrownBy(() -> this.counter.lend(drill, ada, DAY, DAY.plusDays(1)))
			.satisfies((refused) -> assertThat(refused.errors().byField().get("tool"))
				.containsExactly("The tool is lent already."));
		this.counter.takeBack(drill, DAY.plusDays(3));
		this.counter.lend(drill, ada, DAY.plusDays(3), DAY.plusDays(4));
		assertThat(this.counter.overdue(DAY.plusDays(5))).containsExactly("ada@example.org");
	}
	// end::lent[]

	// tag::errors[]
	@Test
	void whatIsWrongIsSaidByField() {
		ValidationErrors errors = this.members.validate(Member.of(" ", "nowhere"));
		assertThat(errors.byField()).containsOnlyKeys("name", "email");
		assertThat(errors.codes()).containsExactlyInAnyOrder("NotBlank", "Email");
	}
	// end::errors[]

	// tag::automatic[]
	@Test
	@AssertQueries(inserts = 1, max = 3)
	void aToolIsLabelledAndSignedByItself() {
		Tool saw = this.tools.save(Tool.of("Saw", "5"));
		assertThat(saw.getLabel()).startsWith("T-");
		assertThat(saw.getCreatedBy()).isEqualTo("ada");
		assertThat(this.tools.filter(TOOL.condition.eq(Condition.AS_NEW)).exists()).isTrue();
	}

	@TestConfiguration
	static class Ada {

		@Bean
		CurrentUser currentUser() {
			return () -> Optional.of("ada");
		}

	}
	// end::automatic[]

}
