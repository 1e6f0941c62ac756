package dev.orm.relation;

import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.column.ModelTables;
import dev.orm.error.ConstraintViolationException;
import dev.orm.error.ModelDefinitionException;
import dev.orm.error.QueryValueException;
import dev.orm.meta.ModelRegistry;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.persist.Deleted;
import dev.orm.relation.Club.Before;
import dev.orm.relation.Club.Behind;
import dev.orm.relation.Club.Left;
import dev.orm.relation.Club.Closet;
import dev.orm.relation.Club.Player;
import dev.orm.relation.Club.Marked;
import dev.orm.relation.Club.Mixed;
import dev.orm.relation.Club.Nobody;
import dev.orm.relation.Club.People;
import dev.orm.relation.Club.Person;
import dev.orm.relation.Club.Skill;
import dev.orm.relation.Club.Task;
import dev.orm.relation.Club.Team;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.Schema;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.relation.PlayerPath.PLAYER;
import static dev.orm.relation.PersonPath.PERSON;
import static dev.orm.relation.TaskPath.TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the database, or a class of the application, does when a target is deleted. */
class DatabaseDeleteTests {

	private static final List<Class<? extends Model>> MODELS = List.of(Team.class, Skill.class, Player.class,
			Closet.class, Person.class, Task.class, Left.class);

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create(ModelTables.of(TypeRegistry.standard(), List.of(), MODELS));

	private final People people = new People();

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(MODELS)
		.automaticValues((type) -> new Nobody(this.people))
		.build();

	private final Manager<Team> teams = this.orm.manager(Team.class);

	private final Manager<Player> players = this.orm.manager(Player.class);

	@BeforeEach
	void empty() {
		database.truncate("team", "skill", "player", "closet", "person", "task", "\"left\"");
		database.execute("INSERT INTO team SELECT FROM generate_series(1, 4)");
	}

	@Test
	void foreignKeysCarryOutWhatTheDatabaseIsToDo() {
		Schema schema = ModelTables.schema(TypeRegistry.standard(), MODELS);
		assertThat(schema.all(ForeignKey.class)).extracting(ForeignKey::line)
			.anyMatch((line) -> line.contains("(team_id)") && line.contains("on delete cascade"))
			.anyMatch((line) -> line.contains("(second_id)") && line.contains("on delete set null"))
			.anyMatch((line) -> line.contains("(third_id)") && line.contains("on delete set default"))
			.anyMatch((line) -> line.contains("player_skills") && line.contains("on delete cascade"))
			.anyMatch((line) -> line.contains("(skill_id)") && !line.contains("on delete"));
	}

	@Test
	void theDatabaseDeletesAndTheEngineCountsItsOwnRowsOnly() {
		Player player = this.players.create(PLAYER.team.is(2L), PLAYER.second.is(3L), PLAYER.third.is(4L));
		Player stays = this.players.create(PLAYER.team.is(4L), PLAYER.second.is(2L), PLAYER.third.is(2L));
		this.orm.manager(Closet.class).create(ClosetPath.CLOSET.player.is(player));
		player.skills.add(this.orm.manager(Skill.class).create());
		try (QueryLog log = QueryLog.start()) {
			Deleted deleted = this.teams.delete(this.teams.get(2L));
			assertThat(deleted.perModel()).isEqualTo(Map.of("Team", 1L));
			assertThat(log.statements()).hasSize(2)
				.last()
				.isEqualTo("DELETE FROM \"team\" AS \"t0\" WHERE \"t0\".\"id\" = ANY(?)");
		}
		assertThat(this.players.list()).containsExactly(stays);
		this.players.refresh(stays);
		assertThat(stays.second.id()).isNull();
		assertThat(stays.third.id()).isEqualTo(1L);
		assertThat(this.orm.manager(Closet.class).count()).isZero();
		assertThat(this.orm.sql("SELECT count(*) FROM player_skills").flat(Long.class)).containsExactly(0L);
	}

	@Test
	void whatIsLeftAloneBehindThemIsTheDatabasesToRefuse() {
		Player player = this.players.create(PLAYER.team.is(2L), PLAYER.third.is(4L));
		this.orm.manager(Left.class).save(Left.of(player));
		assertThatExceptionOfType(ConstraintViolationException.class)
			.isThrownBy(() -> this.teams.filter("id", 2).delete());
		assertThat(this.players.count()).isOne();
	}

	@Test
	void actionsOfTheEngineAndOfTheDatabaseAreNotMixed() {
		refused("Mixed.team says @OnDelete(DB_CASCADE) and Mixed.person says @OnDelete(CASCADE), and both are keys of one",
				Team.class, Person.class, Mixed.class);
		refused("Behind.player says @OnDelete(PROTECT) and Player.team says @OnDelete(DB_CASCADE), and both lie behind",
				Team.class, Skill.class, Player.class, Behind.class);
		refused("Before.task says @OnDelete(DB_CASCADE) and Task.owner says @OnDelete(SET), and both lie behind",
				Person.class, Task.class, Before.class);
	}

	@Test
	void rowsThatADeleteMarksAreNotRemovedByTheDatabase() {
		refused("Marked.team says @OnDelete(DB_CASCADE) and Marked.deletedAt is @SoftDelete", Team.class, Marked.class);
	}

	@SafeVarargs
	@SuppressWarnings("varargs")
	private static void refused(String message, Class<? extends Model>... models) {
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> ModelRegistry.link(List.of(models), TypeRegistry.standard()))
			.withMessageContaining(message)
			.withMessageContaining("(relation-mixed-on-delete)");
	}

	@Test
	void aClassFindsTheKeyThatIsSet() {
		Person nobody = person("nobody");
		Person ann = person("Ann");
		Person bob = person("Bob");
		Manager<Task> tasks = this.orm.manager(Task.class);
		tasks.create(TASK.owner.is(ann));
		tasks.create(TASK.owner.is(bob));
		tasks.create(TASK.owner.is(nobody));
		this.people.nobody(nobody.id);
		Deleted deleted = Queries.expect(3,
				() -> this.orm.manager(Person.class).exclude(PERSON.name.eq("nobody")).delete());
		assertThat(deleted.perModel()).isEqualTo(Map.of("Person", 2L));
		assertThat(tasks.filter(TASK.owner.eq(nobody)).count()).isEqualTo(3);
		assertThat(this.people.asked()).isOne();
	}

	@Test
	void anInstanceStandsForItsKey() {
		Person nobody = person("nobody");
		Person ann = person("Ann");
		Task task = this.orm.manager(Task.class).create(TASK.owner.is(ann));
		this.people.nobody(nobody);
		this.orm.manager(Person.class).delete(ann);
		assertThat(this.orm.manager(Task.class).get(task.id).owner.get()).isEqualTo(nobody);
	}

	@Test
	void aKeyNobodyFoundIsRefusedBeforeAnythingGoes() {
		Person ann = person("Ann");
		this.orm.manager(Task.class).create(TASK.owner.is(ann));
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.orm.manager(Person.class).delete(ann))
			.withMessage(
					"Task.owner takes no NULL, but Nobody found no key to set. hint: return the key of a row that stays");
		assertThat(this.orm.manager(Person.class).count()).isOne();
	}

	@Test
	void nobodyIsAskedWhereNothingIsDeleted() {
		assertThat(this.orm.manager(Person.class).filter("id", 4711).delete()).isEqualTo(Deleted.NOTHING);
		assertThat(this.people.asked()).isZero();
	}

	private Person person(String name) {
		return this.orm.manager(Person.class).create(PERSON.name.is(name));
	}

}
