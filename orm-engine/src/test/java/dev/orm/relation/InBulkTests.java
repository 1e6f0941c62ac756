package dev.orm.relation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.Row;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.error.FieldDoesNotExistException;
import dev.orm.load.FetchMode;
import dev.orm.model.Model;
import dev.orm.model.OneToOne;
import dev.orm.observe.QueryLog;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.relation.MemberPath.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Rows in bulk come under what the field they are told apart by holds. */
class InBulkTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(
			"CREATE TABLE locker (id bigint PRIMARY KEY, label text NOT NULL)",
			"CREATE TABLE member (id bigint PRIMARY KEY, name text NOT NULL, badge text UNIQUE,"
					+ " locker_id bigint UNIQUE REFERENCES locker)",
			"INSERT INTO locker VALUES (1, 'left'), (2, 'right'), (3, 'free')",
			"INSERT INTO member VALUES (1, 'Ada', 'A', 1), (2, 'Bob', NULL, NULL), (3, 'Cy', NULL, 2)");

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Locker.class, Member.class))
		.build();

	private final Manager<Member> members = this.orm.manager(Member.class);

	private final List<Locker> lockers = this.orm.manager(Locker.class).list();

	@Test
	void theLastRowWithoutAValueComesUnderNull() {
		Map<String, Member> byBadge = Queries.expect(1, () -> this.members.inBulkBy(MEMBER.badge));
		assertThat(byBadge).containsOnlyKeys("A", null);
		assertThat(byBadge.get(null).name).isEqualTo("Cy");
		assertThat(this.members.orderBy("-id").inBulkBy("badge").get(null).name).isEqualTo("Bob");
		assertThat(this.members.inBulk(List.of("A", "Z"), MEMBER.badge)).containsOnlyKeys("A");
	}

	@Test
	void valuesWithoutAValueComeUnderNullToo() {
		Map<Object, Row> names = this.members.values("name").inBulkBy("badge");
		assertThat(names).containsOnlyKeys("A", null);
		assertThat(names.get(null).asMap()).isEqualTo(Map.of("name", "Cy"));
		assertThat(this.members.flat("name").inBulkBy("lockerId")).isEqualTo(entries(1L, "Ada", "Bob", 2L, "Cy"));
	}

	@Test
	void aRelationByNameBringsTheInstancesItLeadsTo() {
		Map<Object, Member> found = Queries.expect(1, () -> this.members.all().inBulkBy("locker"));
		assertThat(names(found)).isEqualTo(entries(this.lockers.get(0), "Ada", "Bob", this.lockers.get(1), "Cy"));
		Member ada = found.get(this.lockers.get(0));
		Locker key = (Locker) found.keySet().iterator().next();
		assertThat(Queries.expect(0, () -> ada.locker.get())).isSameAs(key);
	}

	@Test
	void theColumnOfARelationBringsItsKeys() {
		Map<Long, Member> found = Queries.expect(1, () -> this.members.inBulkBy(MEMBER.locker));
		assertThat(found.get(1L).name).isEqualTo("Ada");
		assertThat(found).containsOnlyKeys(1L, null, 2L);
		assertThat(this.members.inBulk(this.lockers, MEMBER.locker)).containsOnlyKeys(this.lockers.get(0),
				this.lockers.get(1));
	}

	@Test
	void rowsAreFoundByInstancesAndByKeys() {
		assertThat(this.members.all().inBulk(this.lockers, "locker")).containsOnlyKeys(this.lockers.get(0),
				this.lockers.get(1));
		assertThat(this.members.all().inBulk(List.of(2L), "locker")).containsOnlyKeys(this.lockers.get(1));
		assertThat(this.members.all().inBulk(List.of(2L), "lockerId")).containsOnlyKeys(2L);
	}

	@Test
	void theKeyOfARelationNeedsNoJoin() {
		QueryLog log = QueryLog.capture(() -> assertThat(names(this.members.all().inBulkBy("lockerId")))
			.isEqualTo(entries(1L, "Ada", "Bob", 2L, "Cy")));
		assertThat(log.statements()).hasSize(1).noneMatch((sql) -> sql.contains("JOIN"));
	}

	@Test
	void aDeferredFieldIsFetchedForAllRows() {
		Map<Object, Member> found = Queries.expect(2, () -> this.members.only("name").inBulkBy("badge"));
		assertThat(found).containsOnlyKeys("A", null);
	}

	@Test
	void whereNoJoinCanBeAddedTheInstancesAreFetchedByOneStatement() {
		Map<Object, String> expected = entries(this.lockers.get(0), "Ada", "Bob", this.lockers.get(1), "Cy");
		assertThat(names(Queries.expect(3, () -> this.members.only("name").inBulkBy("locker")))).isEqualTo(expected);
		assertThat(names(Queries.expect(2, () -> this.members.defer("badge").inBulkBy("locker")))).isEqualTo(expected);
		assertThat(names(Queries.expect(2,
				() -> this.members.filter("id__lte", 1).union(this.members.filter("id__gt", 1)).inBulkBy("locker"))))
			.isEqualTo(expected);
		this.orm.atomic()
			.run(() -> assertThat(
					names(Queries.expect(2, () -> this.members.selectForUpdate().orderBy("id").inBulkBy("locker"))))
				.isEqualTo(expected));
	}

	@Test
	void whatIsAskedForIsNotRefusedByTheFetchMode() {
		assertThat(this.members.fetchMode(FetchMode.RAISE).inBulkBy("locker")).hasSize(3);
		assertThat(this.members.fetchMode(FetchMode.RAISE).defer("badge").inBulkBy("locker")).hasSize(3);
	}

	@Test
	void instancesAreToldApartByFieldsOfTheirOwn() {
		assertThatExceptionOfType(FieldDoesNotExistException.class)
			.isThrownBy(() -> this.members.orderBy("locker__label").distinct("locker__label").inBulkBy("locker__label"))
			.withMessageContaining("Member has no field named 'locker__label'");
	}

	private static Map<Object, String> names(Map<?, Member> members) {
		Map<Object, String> names = new HashMap<>();
		members.forEach((key, member) -> names.put(key, member.name));
		return names;
	}

	private static Map<Object, String> entries(Object first, String firstName, String nameOfNull, Object last,
			String lastName) {
		Map<Object, String> entries = new HashMap<>(Map.of(first, firstName, last, lastName));
		entries.put(null, nameOfNull);
		return entries;
	}

	@Table(name = "locker", ordering = "id")
	static class Locker extends Model {

		@Id
		Long id;

		String label;

	}

	@Table(name = "member", ordering = "id")
	static class Member extends Model {

		@Id
		Long id;

		String name;

		@Column(nullable = true, unique = true)
		String badge;

		@OnDelete(OnDeleteAction.SET_NULL)
		@Column(nullable = true)
		@RelatedName("member")
		OneToOne<Locker> locker;

		String name() {
			return this.name;
		}

		String badge() {
			return this.badge;
		}

		OneToOne<Locker> locker() {
			return this.locker;
		}

	}

}
