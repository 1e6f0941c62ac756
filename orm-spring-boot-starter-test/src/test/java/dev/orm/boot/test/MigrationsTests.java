package dev.orm.boot.test;

import javax.sql.DataSource;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Migrations are tested on a database of their own, with rows and without. */
// tag::class[]
@OrmMigrationTest(locations = "classpath:evolution/migration")
class MigrationsTests {

	// end::class[]

	private static final String ROW = "INSERT INTO note (name, status, stars, parent_id) VALUES ('first', 'OPEN', 3, 1)";

	// tag::rows[]
	@Test
	void aTitleIsWhatTheNameWas(Migrations migrations, JdbcClient jdbc) {
		migrations.to("0001");
		jdbc.sql("INSERT INTO note (name, status, stars, parent_id) VALUES ('first', 'OPEN', 3, 1)").update();
		migrations.to("0002");
		assertThat(jdbc.sql("SELECT title FROM note").query(String.class).list()).containsExactly("first");
		migrations.to("0001");
		assertThat(jdbc.sql("SELECT name FROM note").query(String.class).list()).containsExactly("first");
	}
	// end::rows[]

	@Test
	void eachTestHasADatabaseOfItsOwn(Migrations migrations, JdbcClient jdbc, DataSource dataSource) {
		assertThat(migrations.version()).isEqualTo("0");
		assertThat(migrations.to("latest").version()).isEqualTo("0003");
		jdbc.sql(ROW.replace("name", "title").replace("parent_id)", "parent_id, weight)").replace(", 1)", ", 1, 2)"))
			.update();
		assertThat(JdbcClient.create(dataSource).sql("SELECT count(*) FROM note").query(Integer.class).single())
			.isOne();
		assertThat(migrations.to("zero").version()).isEqualTo("0");
		assertThat(migrations.to("V0002__note_title").to("initial").version()).isEqualTo("0001");
	}

	@Test
	void anUnknownVersionGetsTheChoices(Migrations migrations) {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> migrations.to("0007"))
			.withMessage("0007 is no migration. Choices: V0001__initial, V0002__note_title, V0003__note_weight, "
					+ "zero, latest");
	}

	@Test
	void allMigrationsRollBackAndKeepRows(Migrations migrations) {
		assertThat(migrations).rollBackCleanly().keepRows();
		assertThat(migrations.version()).as("what was tried elsewhere").isEqualTo("0");
	}

	@Test
	void modelsThatDifferAreNamed(Migrations migrations) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(migrations).matchModels())
			.withMessageContaining("models and journal differ")
			.withMessageContaining("+ table library_author")
			.withMessageContaining("- table note");
	}

	@Nested
	@OrmMigrationTest(locations = "classpath:broken/migration")
	class ThatAreWrong {

		@Test
		void whatDoesNotRollBackIsNamed(Migrations migrations) {
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(migrations).rollBackCleanly())
				.withMessageContaining("after taking back V0001__initial the journal asks for:  - table other")
				.withMessageContaining("V0003__rows has no undo: broken/undo/U0003__rows.sql is missing");
		}

		@Test
		void aRowNobodyFindsIsAskedFor(Migrations migrations) {
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(migrations).keepRows())
				.withMessageContaining("no row was found that note takes")
				.withMessageContaining("withRow(\"note\", \"INSERT INTO …\")");
		}

		@Test
		void aValueThatIsLostIsNamed(Migrations migrations) {
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> assertThat(migrations)
					.withRow("note", "INSERT INTO note (name, code) VALUES ('first', 'ab01234567890')")
					.keepRows())
				.withMessageContaining("V0002__note_title: note.title was first and is null");
		}

	}

}
