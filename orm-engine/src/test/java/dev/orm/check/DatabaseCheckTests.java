package dev.orm.check;

import java.util.List;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orm.Orm;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Table;
import dev.orm.column.ModelTables;
import dev.orm.error.OrmException;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.tenancy.Office;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** A database that is not what models say, on PostgreSQL. */
class DatabaseCheckTests {

	private static final String MOOD = "CREATE TYPE mood AS ENUM ('CALM', 'LOUD')";

	private static List<Problem> problems(String... changes) {
		List<String> before = List.of(MOOD);
		try (TestDatabase database = TestDatabase.create(ModelTables.of(before, Hall.class, Seat.class))) {
			database.execute(changes);
			return orm(database).checkDatabases();
		}
	}

	private static Orm orm(TestDatabase database) {
		return Orm.builder().dataSource(database.dataSource()).models(List.of(Hall.class, Seat.class)).build();
	}

	@Test
	void tablesAsModelsSayAreFine() {
		assertThat(problems("SELECT 1")).isEmpty();
	}

	@Test
	void theSchemasOfAllTenantsAreLookedAtAndWhatSeveralLackIsToldOnce() {
		String[] tables = ModelTables.of(List.of(MOOD), Hall.class, Seat.class);
		try (TestDatabase database = TestDatabase.create("CREATE SCHEMA t1", "CREATE SCHEMA t2", "CREATE SCHEMA t3")) {
			for (String schema : List.of("t1", "t2", "t3")) {
				database
					.execute("SET search_path = " + schema + ";" + String.join(";", tables) + "; RESET search_path");
			}
			database.execute("DROP TABLE t2.seat", "DROP TABLE t3.seat", "ALTER TABLE t3.hall ADD COLUMN colour text");
			Orm orm = orm(database);
			assertThat(orm.checkDatabases((alias) -> List.of("t1"))).isEmpty();
			assertThat(orm.checkDatabases((alias) -> List.of("t1", "t2", "t3"))).singleElement()
				.satisfies((problem) -> assertThat(problem.message())
					.isEqualTo("The table 'seat' of Seat is not there. (in schema t2, t3)"))
				.satisfies((problem) -> assertThat(problem.place()).isEqualTo("Seat"));
			assertThat(orm.checkDatabases((alias) -> List.of("t9"))).singleElement()
				.satisfies(
						(problem) -> assertThat(problem.message()).isEqualTo("A schema is not there. (in schema t9)"))
				.satisfies((problem) -> assertThat(problem.id()).isEqualTo("db-schema"));
			assertThat(orm.checkDatabases()).extracting(Problem::id).containsOnly("db-column");
		}
	}

	@Test
	void whatTheDatabaseHasBeyondIsLeftAlone() {
		assertThat(problems("CREATE TABLE other (id bigint)", "ALTER TABLE hall ADD COLUMN colour text",
				"CREATE INDEX ON hall (colour)"))
			.isEmpty();
	}

	@Test
	void aTableThatIsNotThereIsAnError() {
		assertThat(problems("DROP TABLE seat")).singleElement()
			.isEqualTo(Problem.error("db-column", "Seat", "The table 'seat' of Seat is not there.",
					"apply the pending migrations, or ask drift what else is different"));
	}

	@Test
	void aColumnThatIsNotThereIsAnError() {
		assertThat(problems("ALTER TABLE seat DROP COLUMN number")).first()
			.satisfies((problem) -> assertThat(problem.place()).isEqualTo("Seat.number"))
			.satisfies((problem) -> assertThat(problem.id()).isEqualTo("db-column"));
	}

	@Test
	void aColumnOfAnotherTypeIsAWarning() {
		assertThat(problems("ALTER TABLE seat ALTER COLUMN number TYPE bigint")).singleElement()
			.satisfies((problem) -> assertThat(problem.text()).isEqualTo(
					"The column of Seat.number is bigint, where the model says integer.\n  hint: apply the pending"
							+ " migrations, or ask drift what else is different (db-type)"));
	}

	@Test
	void aColumnThatTakesNullIsAWarning() {
		assertThat(problems("ALTER TABLE seat ALTER COLUMN number DROP NOT NULL")).singleElement()
			.satisfies((problem) -> assertThat(problem.message())
				.isEqualTo("The column of Seat.number takes NULL, where the model says otherwise."))
			.satisfies((problem) -> assertThat(problem.id()).isEqualTo("db-nullability"));
	}

	@Test
	void aConstraintThatIsNotThereIsAWarning() {
		assertThat(problems(dropConstraint("u"), dropConstraint("f"))).extracting(Problem::id, Problem::place)
			.containsOnly(tuple("db-constraint", "Seat"))
			.hasSize(2);
	}

	@Test
	void aConstraintMayHaveAnotherName() {
		assertThat(problems(dropConstraint("u"), "ALTER TABLE seat ADD CONSTRAINT mine UNIQUE (label)",
				dropConstraint("f"), "ALTER TABLE seat ADD CONSTRAINT own FOREIGN KEY (hall_id) REFERENCES hall"))
			.isEmpty();
	}

	private static String dropConstraint(String kind) {
		return """
				DO $$ DECLARE found text; BEGIN
				SELECT conname INTO found FROM pg_constraint WHERE conrelid = 'seat'::regclass AND contype = '%s';
				EXECUTE format('ALTER TABLE seat DROP CONSTRAINT %%I', found); END $$""".formatted(kind);
	}

	@Test
	void aValueOfAnEnumThatNoConstantIsForIsAWarning() {
		assertThat(problems("ALTER TYPE mood ADD VALUE 'WILD'")).singleElement()
			.satisfies((problem) -> assertThat(problem.place()).isEqualTo("Hall.mood"))
			.satisfies((problem) -> assertThat(problem.id()).isEqualTo("db-choices"))
			.satisfies((problem) -> assertThat(problem.message()).contains("mood has [WILD]"));
	}

	@Test
	void whatIsSilencedIsNotSaid() {
		try (TestDatabase database = TestDatabase.create("SELECT 1")) {
			Orm silent = Orm.builder()
				.dataSource(database.dataSource())
				.models(List.of(Hall.class, Seat.class))
				.checks((checks) -> checks.silencing(List.of("db-column")))
				.build();
			assertThat(silent.checkDatabases()).isEmpty();
		}
	}

	@Test
	void aDatabaseThatDoesNotAnswerIsAnError() {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl("jdbc:postgresql://localhost:1/none");
		config.setConnectionTimeout(250);
		config.setInitializationFailTimeout(-1);
		try (HikariDataSource nowhere = new HikariDataSource(config)) {
			Orm lost = Orm.builder().dataSource(nowhere).models(List.of(Hall.class)).build();
			assertThatExceptionOfType(OrmException.class).isThrownBy(lost::checkDatabases)
				.withMessageContaining("'default' does not say what it is");
			assertThat(lost.checkTenants()).isEmpty();
		}
	}

	@Test
	void policiesDoNotHoldForASuperuser() {
		try (TestDatabase database = Office.database()) {
			assertThat(Office.orm(database.dataSource()).build().checkTenants()).singleElement()
				.satisfies((problem) -> assertThat(problem.isError()).isTrue())
				.satisfies((problem) -> assertThat(problem.id()).isEqualTo("tenant-rls-bypassed"))
				.satisfies((problem) -> assertThat(problem.message()).endsWith("it is a superuser."));
		}
	}

	@Test
	void policiesDoNotHoldForARoleThatPassesThem() {
		try (TestDatabase database = Office.database()) {
			database.execute(
					"DO $$ BEGIN CREATE ROLE orm_passing BYPASSRLS; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
					"GRANT ALL ON ALL TABLES IN SCHEMA public TO orm_passing");
			try (HikariDataSource passing = as(database, "orm_passing")) {
				assertThat(Office.orm(passing).build().checkTenants()).singleElement()
					.satisfies((problem) -> assertThat(problem.message())
						.contains("'orm_passing', the role of database 'default': it is one with BYPASSRLS"));
			}
		}
	}

	@Test
	void policiesHoldForARoleOfItsOwnAndTablesThatHaveThem() {
		try (TestDatabase database = Office.database(); HikariDataSource own = as(database, "orm_app")) {
			Orm orm = Office.orm(own).build();
			assertThat(orm.checkTenants()).isEmpty();
			database.execute("ALTER TABLE client NO FORCE ROW LEVEL SECURITY");
			assertThat(orm.checkTenants()).singleElement()
				.satisfies((problem) -> assertThat(problem.place()).isEqualTo("Client"));
		}
	}

	private static HikariDataSource as(TestDatabase database, String role) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(database.url());
		config.setMaximumPoolSize(1);
		config.setConnectionInitSql("SET ROLE " + role);
		return new HikariDataSource(config);
	}

	/** How it is in a hall. */
	enum Mood {

		CALM, LOUD

	}

	@Table(name = "hall")
	static class Hall extends Model {

		@Id
		Long id;

		@Column(type = "mood")
		Mood mood;

	}

	@Table(name = "seat")
	static class Seat extends Model {

		@Id
		Long id;

		int number;

		@Column(unique = true, length = 20)
		String label;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Hall> hall;

	}

}
