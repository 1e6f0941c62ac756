package dev.orm.relation;

import java.time.Instant;
import java.util.Objects;

import dev.orm.ManyToMany;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.SetKey;
import dev.orm.annotation.SoftDelete;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** A club, whose players the database deletes, and their tasks. */
final class Club {

	private Club() {
	}

	@Table(name = "team")
	static class Team extends Model {

		@Id
		Long id;

	}

	@Table(name = "skill")
	static class Skill extends Model {

		@Id
		Long id;

	}

	@Table(name = "player")
	static class Player extends Model {

		@Id
		Long id;

		// tag::database[]
		@OnDelete(OnDeleteAction.DB_CASCADE)
		ForeignKey<Team> team;

		@OnDelete(OnDeleteAction.DB_SET_NULL)
		@RelatedName("seconds")
		@Nullable ForeignKey<Team> second;

		@OnDelete(OnDeleteAction.DB_SET_DEFAULT)
		@RelatedName("thirds")
		@Column(dbDefault = "1")
		ForeignKey<Team> third;

		// end::database[]

		ManyToMany<Skill> skills;

	}

	@Table(name = "closet")
	static class Closet extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.DB_CASCADE)
		ForeignKey<Player> player;

	}

	@Table(name = "person")
	static class Person extends Model {

		@Id
		Long id;

		String name;

	}

	@Table(name = "task")
	static class Task extends Model {

		@Id
		Long id;

		// tag::set[]
		@OnDelete(value = OnDeleteAction.SET, by = Nobody.class)
		ForeignKey<Person> owner;

		// end::set[]

	}

	// tag::nobody[]
	/** The tasks of those who leave go to nobody. */
	static class Nobody implements SetKey {

		private final People people;

		Nobody(People people) {
			this.people = people;
		}

		@Override
		public @Nullable Object key(String database) {
			return this.people.nobody();
		}

	}
	// end::nobody[]

	/** Knows who takes over. */
	static final class People {

		private @Nullable Object nobody;

		private int asked;

		void nobody(@Nullable Object key) {
			this.nobody = key;
		}

		@Nullable Object nobody() {
			this.asked++;
			return this.nobody;
		}

		int asked() {
			return this.asked;
		}

	}

	@Table(name = "bad_mixed")
	static class Mixed extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.DB_CASCADE)
		ForeignKey<Team> team;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Person> person;

	}

	@Table(name = "bad_marked")
	static class Marked extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.DB_CASCADE)
		ForeignKey<Team> team;

		@SoftDelete
		@Nullable Instant deletedAt;

	}

	@Table(name = "bad_behind")
	static class Behind extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.PROTECT)
		ForeignKey<Player> player;

	}

	@Table(name = "bad_before")
	static class Before extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.DB_CASCADE)
		ForeignKey<Task> task;

	}

	@Table(name = "left")
	static class Left extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.DO_NOTHING)
		ForeignKey<Player> player;

		static Left of(Player player) {
			Left left = new Left();
			left.player = ForeignKey.to(Objects.requireNonNull(player));
			return left;
		}

	}

}
