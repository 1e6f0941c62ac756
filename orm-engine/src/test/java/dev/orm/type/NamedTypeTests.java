package dev.orm.type;

import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.choice.Choice;
import dev.orm.model.Model;
import dev.orm.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Columns of types with a length, and of enums of the database, as texts and as enums of
 * Java.
 */
class NamedTypeTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create("""
			CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
			CREATE TABLE named (id bigint PRIMARY KEY, code char(4), mood mood, feeling mood, moods mood[],
				feelings mood[], codes char(4)[], kind char(8))""");

	private final Orm orm = Orm.builder().dataSource(database.dataSource()).models(List.of(Named.class)).build();

	private final Manager<Named> named = this.orm.manager(Named.class);

	@BeforeEach
	void empty() {
		database.execute("TRUNCATE named");
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void typesOfTheDatabasesOwnTakeTextsAndEnums(boolean bulk) {
		Named first = new Named();
		first.id = 1L;
		first.code = "ab";
		first.mood = "happy";
		first.feeling = Mood.SAD;
		first.moods = List.of("sad", "ok");
		first.feelings = List.of(Mood.OK);
		first.codes = List.of("x");
		first.kind = Mood.HAPPY;
		Named second = new Named();
		second.id = 2L;
		if (bulk) {
			this.named.bulkCreate(List.of(first, second));
		}
		else {
			this.named.save(first);
			this.named.save(second);
		}
		Named stored = this.named.get("id", 1);

		assertThat(List.of(stored.code, stored.mood, stored.feeling, stored.kind)).containsExactly("ab  ", "happy",
				Mood.SAD, Mood.HAPPY);
		assertThat(List.of(stored.moods, stored.feelings, stored.codes)).containsExactly(List.of("sad", "ok"),
				List.of(Mood.OK), List.of("x   "));
		assertThat(this.named.get("id", 2).feeling).isNull();
	}

	@Test
	void paddingMakesNoDifference() {
		database.execute("INSERT INTO named (id, code) VALUES (1, 'ab')");
		for (String code : List.of("ab", "ab  ")) {
			assertThat(this.named.filter("code", code).count()).isEqualTo(1);
			assertThat(this.named.filter("code__in", List.of(code)).count()).isEqualTo(1);
		}
	}

	@Test
	void enumsOfTheDatabaseAreComparedAndListed() {
		database.execute("""
				INSERT INTO named (id, mood, feeling, moods, feelings, kind)
				VALUES (1, 'happy', 'sad', '{sad,ok}', '{ok}', 'happy')""");
		assertThat(this.named.filter("mood", "happy").count()).isEqualTo(1);
		assertThat(this.named.filter("mood__in", List.of("happy", "ok")).count()).isEqualTo(1);
		assertThat(this.named.filter("feeling", Mood.SAD).count()).isEqualTo(1);
		assertThat(this.named.filter("feeling__in", List.of(Mood.SAD, Mood.OK)).count()).isEqualTo(1);
		assertThat(this.named.filter("moods__contains", List.of("ok")).count()).isEqualTo(1);
		assertThat(this.named.filter("feelings", List.of(Mood.OK)).count()).isEqualTo(1);
		assertThat(this.named.filter("kind", Mood.HAPPY).count()).isEqualTo(1);
	}

	@Test
	void nullIsBoundAsTheDatabasesOwnType() {
		database.execute("INSERT INTO named (id, mood, feeling) VALUES (1, 'happy', 'sad')");
		Named named = this.named.get("id", 1);
		named.feeling = null;
		this.named.save(named);
		this.named.filter("id", 1).update("mood", null);
		assertThat(this.named.filter("mood__isnull", true).filter("feeling__isnull", true).count()).isEqualTo(1);
	}

	@Test
	void manyRowsOfSuchTypesAreUpdatedAtOnce() {
		database.execute("INSERT INTO named (id, code, mood, feeling, kind) VALUES (1, 'ab', 'happy', 'sad', 'ok'), "
				+ "(2, 'x', 'ok', 'ok', 'ok')");
		List<Named> rows = this.named.orderBy("id").list();
		rows.get(0).code = "cd";
		rows.get(0).mood = "sad";
		rows.get(0).feeling = null;
		rows.get(0).moods = List.of("ok");
		rows.get(0).feelings = List.of(Mood.HAPPY, Mood.SAD);
		rows.get(0).codes = List.of("z");
		rows.get(1).mood = null;
		rows.get(1).feeling = Mood.HAPPY;
		rows.get(1).kind = Mood.SAD;

		assertThat(this.named.bulkUpdate(rows, "code", "mood", "feeling", "moods", "feelings", "codes", "kind"))
			.isEqualTo(2);
		Named first = this.named.get("id", 1);
		assertThat(List.of(first.code, first.mood, first.kind)).containsExactly("cd  ", "sad", Mood.OK);
		assertThat(List.of(first.moods, first.feelings, first.codes)).containsExactly(List.of("ok"),
				List.of(Mood.HAPPY, Mood.SAD), List.of("z   "));
		assertThat(first.feeling).isNull();
		Named second = this.named.get("id", 2);
		assertThat(List.of(second.code, second.feeling, second.kind)).containsExactly("x   ", Mood.HAPPY, Mood.SAD);
		assertThat(second.mood).isNull();
		this.named.filter("id", 2).update("kind", Mood.OK);
		this.named.bulkCreate(rows, (how) -> how.updatingConflicts(List.of("id"), List.of("mood", "feeling", "kind")));
		assertThat(this.named.get("id", 2).kind).isEqualTo(Mood.SAD);
	}

	/** The constants of the database's enum have other names. */
	enum Mood implements Choice {

		SAD("sad"), OK("ok"), HAPPY("happy");

		private final String stored;

		Mood(String stored) {
			this.stored = stored;
		}

		@Override
		public String value() {
			return this.stored;
		}

		@Override
		public String label() {
			return this.stored;
		}

	}

	@Table(name = "named")
	static class Named extends Model {

		@Id(generated = Id.Generated.ASSIGNED)
		Long id;

		// tag::named[]
		@Column(type = "char(4)")
		@Nullable String code;

		@Column(type = "mood")
		@Nullable String mood;

		@Column(type = "mood")
		@Nullable Mood feeling;

		@Column(type = "mood[]")
		@Nullable List<String> moods;

		@Column(type = "mood[]")
		@Nullable List<Mood> feelings;

		@Column(type = "char(4)[]")
		@Nullable List<String> codes;

		@Column(type = "char(8)")
		@Nullable Mood kind;

		// end::named[]

	}

}
