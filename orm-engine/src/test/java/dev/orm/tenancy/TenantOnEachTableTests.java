package dev.orm.tenancy;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.orm.CommonTable;
import dev.orm.Locking;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.RelatedManager;
import dev.orm.Tree;
import dev.orm.copy.Copy;
import dev.orm.error.NotUpdatedException;
import dev.orm.error.QueryValueException;
import dev.orm.session.CrossTenantException;
import dev.orm.model.ForeignKey;
import dev.orm.model.GenericKey;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.tenancy.Guild.Badge;
import dev.orm.tenancy.Guild.Guest;
import dev.orm.tenancy.Guild.House;
import dev.orm.tenancy.Guild.Master;
import dev.orm.tenancy.Guild.Member;
import dev.orm.tenancy.Guild.Skill;
import dev.orm.tenancy.Guild.Slot;
import dev.orm.tenancy.Guild.SlotKey;
import dev.orm.tenancy.Guild.Task;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Functions.count;
import static dev.orm.Functions.max;
import static dev.orm.Prefetch.prefetch;
import static dev.orm.expression.Expressions.exists;
import static dev.orm.expression.Expressions.outer;
import static dev.orm.expression.functions.Windows.over;
import static dev.orm.expression.functions.Windows.rowNumber;
import static dev.orm.tenancy.BadgePath.BADGE;
import static dev.orm.tenancy.GuestPath.GUEST;
import static dev.orm.tenancy.MasterPath.MASTER;
import static dev.orm.tenancy.MemberPath.MEMBER;
import static dev.orm.tenancy.SkillPath.SKILL;
import static dev.orm.tenancy.TaskPath.TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Models that use all there is at once: whatever is sent names the tenant at each table.
 */
class TenantOnEachTableTests {

	private static final Pattern TABLE = Pattern.compile(
			"(?:FROM|JOIN|UPDATE|DELETE FROM) \"(member|skill|member_skills|task|badge|slot)\"(?: AS)? (\"\\w+\")");

	private static final Pattern INSERT = Pattern
		.compile("INSERT INTO \"(?:member|skill|member_skills|task|badge|slot)\" \\(([^)]*)\\)");

	@RegisterExtension
	static final TestDatabase database = Guild.database();

	private static final Orm orm = Guild.orm(database)
		.session((session) -> session.tenants(() -> Optional.of(1L)))
		.build();

	private final Manager<Member> members = orm.manager(Member.class);

	private final Manager<Master> masters = orm.manager(Master.class);

	private final Manager<Task> tasks = orm.manager(Task.class);

	private final Manager<Skill> skills = orm.manager(Skill.class);

	private final Manager<Badge> badges = orm.manager(Badge.class);

	private final Manager<Guest> guests = orm.manager(Guest.class);

	private final Manager<Slot> slots = orm.manager(Slot.class);

	@BeforeEach
	void fill() {
		Guild.fill(database);
	}

	private static void check(Runnable... works) {
		for (Runnable work : works) {
			Guild.fill(database);
			QueryLog log = QueryLog.capture(work);
			assertThat(log.count()).isPositive();
			log.statements().forEach((sql) -> assertThat(withoutTenant(sql)).as(sql).isEmpty());
		}
	}

	private static Set<String> withoutTenant(String sql) {
		Set<String> without = new TreeSet<>();
		for (Matcher table = TABLE.matcher(sql); table.find();) {
			String tenant = table.group(2) + ".\"house_id\"";
			if (!sql.contains(tenant + " =") && !sql.contains("= " + tenant)) {
				without.add(table.group());
			}
		}
		for (Matcher insert = INSERT.matcher(sql); insert.find();) {
			if (!insert.group(1).contains("\"house_id\"")) {
				without.add(insert.group());
			}
		}
		boolean child = sql.contains("\"master\" ") || sql.contains("\"guest\" ");
		if (child && !sql.startsWith("INSERT") && !sql.contains("\"house_id\"")) {
			without.add("child");
		}
		return without;
	}

	@Test
	void rowsOfAnyTable() {
		check(this.members::list, this.masters::list, () -> this.members.withSubclasses().list(),
				() -> this.masters.filter(MASTER.skills().name.eq("saw"), MASTER.boss().name.eq("x")).list(),
				() -> this.masters.exclude(MASTER.skills().name.eq("saw")).exclude(MASTER.tasks().title.eq("a")).list(),
				() -> this.members.exclude(MEMBER.badges().colour.eq("red")).list(),
				() -> this.members.annotate(count(MEMBER.staff().staff()).as("n")).list(),
				() -> this.members.all()
					.aggregatePerRelation()
					.annotate(count(MEMBER.tasks()).as("a"), count(MEMBER.badges()).as("b"),
							count(MEMBER.skills()).as("c"), count(MEMBER.slots()).as("d"))
					.list(),
				() -> this.tasks.values(TASK.member().name, count()).list(),
				() -> this.tasks.selectRelated(TASK.member().boss()).list(),
				() -> this.members.selectRelated("master").list(),
				() -> this.skills.filter("masters__rank__gt", 1).list(), () -> this.masters.aggregate(max(MASTER.rank)),
				() -> this.masters.latest("rank"), () -> this.members.narrow(this.members.get(1L)));
	}

	@Test
	void subqueriesAndShapes() {
		Tree<Member> tree = Tree.of(MEMBER.boss);
		CommonTable busy = CommonTable.of("busy", this.tasks.values("memberId"));
		check(() -> this.members.filter(MEMBER.id.in(tree.descendantsOf(this.members.get(1L)))).list(),
				() -> this.tasks.filter("member__in", tree.inclusive().ancestorsOf(List.of(2L))).list(),
				() -> this.members.all().with(busy).join(busy, MEMBER.id, "memberId").list(),
				() -> this.masters.filter(exists(this.tasks.filter("member", outer("pk")))).count(),
				() -> this.tasks.filter("member__in", this.masters.filter(MASTER.rank.gt(1))).count(),
				() -> this.masters.values("id").union(this.members.values("id")).list(),
				() -> this.tasks.annotate(over(rowNumber()).partitionBy(TASK.member).as("r")).filter("r", 1).list(),
				() -> this.members.all().contains(this.members.get(1L)),
				() -> this.masters.all().copyTo(new ByteArrayOutputStream(), Copy.csv()), () -> {
					try (Stream<Master> stream = this.masters.all().stream(10)) {
						assertThat(stream.count()).isOne();
					}
				},
				() -> orm.atomic()
					.run(() -> this.tasks.selectRelated(TASK.member())
						.selectForUpdate(Locking.rows().skipLocked())
						.list()));
	}

	@Test
	void whatIsFetched() {
		check(() -> this.members
			.prefetchRelated(MEMBER.tasks(), MEMBER.badges(), MEMBER.skills(), MEMBER.staff(), MEMBER.slots())
			.list(),
				() -> this.members.withSubclasses()
					.prefetchRelated(prefetch(MEMBER.badges(), this.badges.orderBy("-id").slice(0, 1)),
							prefetch(MEMBER.skills(), this.skills.orderBy("id").slice(0, 1)),
							prefetch(MEMBER.tasks(), this.tasks.orderBy("-place").slice(0, 1)))
					.list(),
				() -> this.badges.prefetchRelated("target").list(), () -> this.badges.list().forEach((badge) -> {
					assertThat(badge.target.get()).isNotNull();
					assertThat(badge.target.get()).isNotNull();
				}), () -> {
					Member member = this.members.get(2L);
					assertThat(member.tasks.count() + member.skills.count() + member.badges.count()).isEqualTo(2);
					assertThat(member.boss.get().getName()).isEqualTo("ann");
				}, () -> RelatedManager.of(this.skills.get(1L), SKILL.members()).list(),
				() -> this.masters.refresh(this.masters.get(1L)), () -> this.members.changes(this.members.get(1L)),
				() -> this.slots.get(new SlotKey(1, 8)).member.get(),
				() -> this.slots.inBulk(List.of(new SlotKey(1, 8), new SlotKey(2, 8))),
				() -> this.slots.orderBy("pk").after(null, 1),
				() -> this.members.exclude(MEMBER.slots().key.hour.eq(8)).list());
	}

	@Test
	void writes() {
		check(() -> this.members.save(Member.named(new Member(), "ann")),
				() -> this.masters.save(Member.named(new Master(), "ann")),
				() -> this.masters.save(Member.named(this.masters.get(1L), "eve")),
				() -> this.members.bulkCreate(List.of(Member.named(new Member(), "ann"))),
				() -> this.members.bulkUpdate(List.of(Member.named(this.members.get(1L), "q")), "name"),
				() -> this.masters.bulkUpdate(List.of(Member.named(this.masters.get(1L), "q")), "name", "rank"),
				() -> this.masters.filter(MASTER.tasks().title.eq("a"))
					.update(MASTER.rank.set(1), MASTER.name.set("e")),
				() -> this.tasks.filter(TASK.member().name.eq("ann")).update(TASK.title.set("t")),
				() -> this.masters.updateOrCreate(Map.of("name", "ann"), Map.of("rank", 8)),
				() -> this.members.get(1L).tasks.create(TASK.title.is("n")),
				() -> this.members.get(1L).tasks.reorder(List.of(2L, 1L)),
				() -> this.members.get(1L).tasks.move(this.tasks.get(2L), 0),
				() -> this.masters.get(1L).badges.create(BADGE.colour.is("g")),
				() -> this.members.get(1L).badges.set(List.of()), () -> this.members.get(2L).skills.addKeys(1L),
				() -> this.members.get(2L).skills.set(List.of()),
				() -> this.slots.save(Slot.of(5, 5, this.members.get(1L))),
				() -> this.slots.bulkUpdate(this.slots.list(), "member"));
	}

	@Test
	void deletes() {
		check(() -> this.members.delete(this.members.get(1L)), () -> {
			Master master = this.masters.get(1L);
			this.masters.delete(master);
			this.masters.restore(master);
		}, () -> this.members.hardDelete(this.members.get(1L)), () -> this.masters.hardDelete(this.masters.get(1L)),
				() -> this.masters.filter(MASTER.rank.gt(0)).delete(),
				() -> this.masters.filter(MASTER.rank.gt(0)).hardDelete(),
				() -> this.slots.delete(this.slots.get(new SlotKey(1, 8))));
	}

	@Test
	void aParentsRowGoesBehindItsChildsThoughTheyReferToEachOther() {
		this.members.hardDelete(this.members.get(1L));
		assertThat(orm.tenants().<Long>all(() -> this.masters.withDeleted().count())).isEqualTo(1);
		assertThat(orm.tenants().<Long>all(() -> this.members.withDeleted().count())).isEqualTo(2);
		assertThat(orm.tenants().<List<String>>all(() -> this.badges.flat(BADGE.target.type).list()))
			.containsExactly("member");
	}

	@Test
	void aGenericKeyLeadsToRowsOfItsTenant() {
		for (Class<? extends Model> type : List.of(Member.class, Master.class)) {
			Badge badge = Badge.of("x", this.members.get(1L));
			badge.target = GenericKey.of(type, 1L);
			assertThat(this.badges.validate(badge).isEmpty()).isTrue();
			badge.target = GenericKey.of(type, 3L);
			assertThat(this.badges.validate(badge).codes()).containsExactly("invalid");
			this.badges.save(badge);
			assertThat(this.badges.get(badge.id).target.get()).isNull();
		}
		Badge ofHouse = Badge.of("x", this.members.get(1L));
		ofHouse.target = GenericKey.of(House.class, 2L);
		assertThat(this.badges.validate(ofHouse).isEmpty()).isTrue();
	}

	@Test
	void aGenericKeyHoldsOneColumn() {
		Slot slot = this.slots.get(new SlotKey(1, 8));
		try (QueryLog log = QueryLog.start()) {
			assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> this.badges.save(Badge.of("x", slot)))
				.withMessageContaining(
						"Badge.target holds keys of class Long, but the key of 'slot' has several columns");
			assertThatExceptionOfType(QueryValueException.class)
				.isThrownBy(() -> this.badges.filter(BADGE.target.eq(slot)).list())
				.withMessageContaining("The key of 'slot' has several columns");
			assertThat(log.count()).isZero();
		}
	}

	@Test
	void noLiftedScopeShowsChildrenOfAnotherTenant() {
		check(() -> this.masters.withDeleted().count(), () -> this.masters.withDeleted().values(MASTER.rank).list(),
				() -> this.masters.withDeleted().filter(MASTER.rank.gt(0)).update(MASTER.rank.set(1)),
				() -> this.masters.withDeleted().aggregate(max(MASTER.rank)), () -> this.masters.withDeleted().exists(),
				() -> this.masters.onlyDeleted().count(),
				() -> this.skills.annotate(count("masters").as("n")).unscoped(Member.class, "deleted").list());
		assertThat(this.masters.withDeleted().count()).isOne();
		assertThat(this.masters.withDeleted().flat(MASTER.rank).list()).containsExactly(3);
		assertThat(this.masters.withDeleted().aggregate(max(MASTER.rank))).isEqualTo(3);
	}

	@Test
	void aChildAloneIsItsParentsTenants() {
		check(this.guests::count, this.guests::list, () -> this.guests.flat(GUEST.nights).list(),
				() -> this.guests.filter(GUEST.nights.gt(0)).exists(),
				() -> this.guests.update(GUEST.nights.set(GUEST.nights.plus(1))),
				() -> this.guests.filter(GUEST.nights.gt(0)).delete());
		Guild.fill(database);
		assertThat(this.guests.count()).isOne();
		assertThat(this.guests.update(GUEST.nights.set(9))).isOne();
		assertThat(this.guests.flat(GUEST.nights).list()).containsExactly(9);
		assertThat(orm.tenants().<List<Integer>>all(() -> this.guests.orderBy("nights").flat(GUEST.nights).list()))
			.containsExactly(4, 9);
		assertThat(QueryLog.capture(() -> this.guests.list()).statements()).singleElement()
			.asString()
			.doesNotContain("EXISTS");
	}

	@Test
	void aChildIsNotWrittenByWhoSaysItIsHisAlone() {
		Guest forged = orm.tenants().all(() -> this.guests.get(2L));
		forged.house = ForeignKey.ofId(1L);
		forged.nights = 99;
		assertThatExceptionOfType(NotUpdatedException.class)
			.isThrownBy(() -> this.guests.save(forged, (how) -> how.updateFields(List.of("nights"))));
		assertThat(this.guests.bulkUpdate(List.of(forged), "nights")).isZero();
		assertThat(orm.tenants().<Guest>all(() -> this.guests.get(2L)).nights).isEqualTo(4);
		Guest own = this.guests.get(1L);
		own.nights = 8;
		check(() -> this.guests.save(own, (how) -> how.updateFields(List.of("nights"))),
				() -> this.guests.bulkUpdate(List.of(own), "nights"));
		assertThat(this.guests.get(1L).nights).isEqualTo(8);
	}

	@Test
	void whatIsMarkedKeepsItsPlaceAndWhatPointsToIt() {
		Task first = this.tasks.get(1L);
		this.tasks.delete(first);
		Member ann = this.members.get(1L);
		assertThat(ann.tasks.create(TASK.title.is("n")).place).isEqualTo(2);
		ann.tasks.move(this.tasks.get(2L), 0);
		assertThat(this.badges.filter(BADGE.target.isA(Task.class)).get().target.get()).isEqualTo(first);
		this.tasks.restore(first);
		assertThat(this.tasks.filter("member", ann).flat(TASK.place).list()).doesNotHaveDuplicates().hasSize(3);
	}

	@Test
	void childrenAreReadAndWrittenWhereverParentsAre() {
		Member narrowed = this.members.withSubclasses().get(1L);
		((Master) narrowed).rank = 77;
		this.members.save(narrowed);
		assertThat(this.masters.get(1L).rank).isEqualTo(77);
		assertThat(this.tasks.filter("member", this.masters.get(1L)).count()).isEqualTo(2);
		assertThat(this.tasks.filter("member__master__rank", 77).update(TASK.title.set("x"))).isEqualTo(2);
		assertThat(this.members.exclude("master__rank__gt", 1).list()).extracting((member) -> member.id)
			.containsExactly(2L);
		List<Task> fetched = this.tasks.prefetchRelated(prefetch(TASK.member(), this.members.withSubclasses())).list();
		assertThat(fetched.get(0).member.get()).isInstanceOf(Master.class);
		assertThat(orm.atomic().call(() -> this.members.withSubclasses().selectForUpdate().list())).hasSize(2);
		assertThat(this.badges.getOrCreate(BADGE.target.is(this.masters.get(1L)), BADGE.colour.is("blue")).created())
			.isFalse();
		this.members.hardDelete(this.members.withSubclasses().get(1L));
		assertThat(this.masters.withDeleted().count()).isZero();
		assertThat(this.badges.list()).extracting((badge) -> badge.target.toString()).isEmpty();
	}

	@Test
	void anInstanceOfAnotherTenantIsNoTarget() {
		Member foreign = orm.tenants().all(() -> this.members.get(3L));
		Member member = Member.named(new Member(), "z");
		member.boss = ForeignKey.to(foreign);
		Badge badge = Badge.of("x", foreign);
		Member stored = this.members.get(1L);
		stored.boss = ForeignKey.to(foreign);
		try (QueryLog log = QueryLog.start()) {
			for (Runnable work : List.<Runnable>of(() -> this.members.save(member), () -> this.members.save(stored),
					() -> this.members.bulkCreate(List.of(member)), () -> this.badges.save(badge),
					() -> this.members.bulkUpdate(List.of(stored), "boss"))) {
				assertThatExceptionOfType(CrossTenantException.class).isThrownBy(work::run);
			}
			assertThat(log.count()).isZero();
		}
		orm.tenants().call(2L, () -> this.badges.save(badge));
		assertThat(badge.target.get()).isEqualTo(foreign);
	}

}
