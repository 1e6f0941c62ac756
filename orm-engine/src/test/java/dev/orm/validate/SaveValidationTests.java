package dev.orm.validate;

import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.column.ModelTables;
import dev.orm.declare.Meta;
import dev.orm.model.Model;
import dev.orm.persist.SaveOptions;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Saves that validate by themselves, and limits that columns keep. */
class SaveValidationTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(ModelTables.of(List.of(), Member.class, Visitor.class));

	private static Orm orm(boolean always) {
		return Orm.builder()
			.dataSource(database.dataSource())
			.models(List.of(Member.class, Visitor.class))
			.validateOnSave(always)
			.build();
	}

	private final Manager<Member> members = orm(false).manager(Member.class);

	private final Manager<Visitor> visitors = orm(false).manager(Visitor.class);

	@Test
	void aModelMayAskForItsSaves() {
		Member member = Member.of("A", 2);
		assertThat(Queries.count(() -> assertThatExceptionOfType(InvalidInstanceException.class)
			.isThrownBy(() -> this.members.save(member))
			.satisfies((ex) -> assertThat(ex.errors().byField()).containsOnlyKeys("name", "age")))).isZero();
	}

	@Test
	void soMayTheApplicationForAll() {
		Visitor visitor = new Visitor();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.visitors.save(visitor));
		assertThatExceptionOfType(InvalidInstanceException.class)
			.isThrownBy(() -> orm(true).manager(Visitor.class).save(visitor));
	}

	@Test
	void oneSaveMayBeToldNotTo() {
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.members.save(Member.of("Ada", 2), SaveOptions::withoutValidation));
		assertThatNoException()
			.isThrownBy(() -> this.members.save(Member.of("Ada", 3), SaveOptions::withoutValidation));
	}

	@Test
	void aSaveOfSomeFieldsLooksAtThose() {
		Member member = this.members.save(Member.of("Ada", 3));
		member.age = 99;
		member.name = "Eve";
		assertThatNoException().isThrownBy(() -> this.members.save(member, (how) -> how.updateFields(List.of("name"))));
	}

	@Test
	void limitsThatTheColumnKeepsAreKnownWithoutJakarta() {
		Member member = Member.of("A", 100);
		ValidationErrors errors = this.members.validate(member);
		assertThat(errors.codes()).containsExactly("min_length", "max_value");
		assertThat(errors.byField())
			.isEqualTo(Map.of("name", List.of("Ensure this value has at least 2 characters (it has 1)."), "age",
					List.of("Ensure this value is less than or equal to 9.")));
	}

	@Test
	void aViolatedLimitIsExplainedAtItsField() {
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.members.save(Member.of("Ada", 99), SaveOptions::withoutValidation))
			.satisfies((ex) -> assertThat(this.members.explain(ex).byField())
				.isEqualTo(Map.of("age", List.of("Constraint member_age_check is violated."))));
	}

	@Table(name = "member")
	static class Member extends Model {

		@Id
		Long id;

		@Size(min = 2)
		@Column(length = 10, checked = true)
		String name;

		@Min(3)
		@Max(9)
		@Column(checked = true)
		int age;

		static void meta(Meta<Member> meta) {
			meta.validateOnSave();
		}

		static Member of(String name, int age) {
			Member member = new Member();
			member.name = name;
			member.age = age;
			return member;
		}

	}

	@Table(name = "visitor")
	static class Visitor extends Model {

		@Id
		Long id;

		@Column(length = 10)
		String name;

	}

}
