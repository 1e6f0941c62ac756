package dev.orm.tenancy;

import java.time.Instant;
import java.util.List;

import dev.orm.GenericRelation;
import dev.orm.ManyToMany;
import dev.orm.OneToMany;
import dev.orm.Orm;
import dev.orm.OrmBuilder;
import dev.orm.annotation.Column;
import dev.orm.annotation.Embedded;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Position;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Slug;
import dev.orm.annotation.SoftDelete;
import dev.orm.annotation.Table;
import dev.orm.annotation.Version;
import dev.orm.column.ModelTables;
import dev.orm.declare.Meta;
import dev.orm.model.ForeignKey;
import dev.orm.model.GenericKey;
import dev.orm.model.Model;
import dev.orm.session.TenantId;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.jspecify.annotations.Nullable;

/** Members of guilds, whose models use all there is at once. */
final class Guild {

	static final List<Class<? extends Model>> MODELS = List.of(House.class, Skill.class, Member.class, Master.class,
			Task.class, Badge.class, Slot.class, Visitor.class, Guest.class);

	private static final String[] ROWS = { "INSERT INTO house (name) VALUES ('red'), ('blue')",
			"INSERT INTO skill (house_id, name) VALUES (1, 'saw'), (1, 'paint'), (2, 'saw')",
			"INSERT INTO member (house_id, name, slug, version, boss_id) VALUES (1, 'ann', 'ann', 0, NULL), "
					+ "(1, 'bob', 'bob', 0, 1), (2, 'ann', 'ann', 0, NULL), (2, 'cid', 'cid', 0, 3)",
			"INSERT INTO master (member_ptr_id, rank, craft_id) VALUES (1, 3, 1), (3, 5, 3)",
			"INSERT INTO member_skills (house_id, member_id, skill_id) VALUES (1, 1, 1), (1, 2, 2), (2, 3, 3)",
			"INSERT INTO task (house_id, member_id, place, title) VALUES (1, 1, 0, 'a'), (1, 1, 1, 'b'), (1, 2, 0, 'c'), (2, 3, 0, 'd')",
			"INSERT INTO badge (house_id, colour, target_type, target_id) VALUES (1, 'red', 'member', 1), (1, 'blue', 'master', 1), "
					+ "(1, 'green', 'task', 1), (2, 'red', 'member', 3)",
			"INSERT INTO slot (key_day, key_hour, house_id, member_id) VALUES (1, 8, 1, 1), (1, 9, 1, 2), (2, 8, 2, 3)",
			"INSERT INTO visitor (house_id, name) VALUES (1, 'dan'), (2, 'eve')",
			"INSERT INTO guest (visitor_ptr_id, nights) VALUES (1, 3), (2, 4)" };

	private Guild() {
	}

	static TestDatabase database() {
		return TestDatabase.create(ModelTables.of(TypeRegistry.standard(), List.of(), MODELS));
	}

	static void fill(TestDatabase database) {
		database.truncate("house", "skill", "member", "master", "member_skills", "task", "badge", "slot", "visitor",
				"guest");
		database.execute(ROWS);
	}

	static OrmBuilder orm(TestDatabase database) {
		return Orm.builder().dataSource(database.dataSource()).models(MODELS);
	}

	@Table(name = "house")
	static class House extends Model {

		@Id
		Long id;

		String name;

	}

	@Table(name = "skill", ordering = "name")
	static class Skill extends Model {

		@Id
		Long id;

		@TenantId
		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<House> house;

		String name;

	}

	@Table(name = "member", ordering = "id")
	static class Member extends Model {

		@Id
		Long id;

		@TenantId
		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<House> house;

		String name;

		@Slug(from = "name")
		@Column(unique = true)
		@Nullable String slug;

		@SoftDelete
		@Nullable Instant deletedAt;

		@Version
		int version;

		@OnDelete(OnDeleteAction.CASCADE)
		@RelatedName("staff")
		@Nullable ForeignKey<Member> boss;

		@RelatedName("members")
		ManyToMany<Skill> skills;

		OneToMany<Task> tasks;

		GenericRelation<Badge> badges;

		static void meta(Meta<Member> meta) {
			meta.history();
		}

		static <M extends Member> M named(M member, String name) {
			member.name = name;
			return member;
		}

		String getName() {
			return this.name;
		}

	}

	@Table(name = "master")
	static class Master extends Member {

		int rank;

		@OnDelete(OnDeleteAction.CASCADE)
		@RelatedName("masters")
		@Nullable ForeignKey<Skill> craft;

		static void masters(Meta<Master> meta) {
			meta.history();
		}

	}

	@Table(name = "task", ordering = "place")
	static class Task extends Model {

		@Id
		Long id;

		@TenantId
		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<House> house;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Member> member;

		@Position(within = "member")
		int place;

		String title;

		@SoftDelete
		@Nullable Instant deletedAt;

		GenericRelation<Badge> badges;

		static void meta(Meta<Task> meta) {
			meta.history();
		}

	}

	@Table(name = "badge", ordering = "id")
	static class Badge extends Model {

		@Id
		Long id;

		@TenantId
		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<House> house;

		String colour;

		GenericKey<Long> target;

		static Badge of(String colour, Model target) {
			Badge badge = new Badge();
			badge.colour = colour;
			badge.target = GenericKey.to(target);
			return badge;
		}

	}

	@Table(name = "visitor")
	static class Visitor extends Model {

		@Id
		Long id;

		@TenantId
		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<House> house;

		String name;

	}

	/** The child's table has no tenant of its own. */
	@Table(name = "guest")
	static class Guest extends Visitor {

		int nights;

	}

	/** When somebody is at work. */
	record SlotKey(int day, int hour) {

	}

	@Table(name = "slot", ordering = "pk")
	static class Slot extends Model {

		@Id
		@Embedded
		SlotKey key;

		@TenantId
		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<House> house;

		@OnDelete(OnDeleteAction.CASCADE)
		@RelatedName("slots")
		ForeignKey<Member> member;

		static Slot of(int day, int hour, Member member) {
			Slot slot = new Slot();
			slot.key = new SlotKey(day, hour);
			slot.member = ForeignKey.to(member);
			return slot;
		}

	}

}
