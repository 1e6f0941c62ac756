package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.orm.journal.Version;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.manage.Project;
import dev.orm.migration.problem.MigrationException;
import dev.orm.migration.problem.MigrationProblem;
import dev.orm.test.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.NOTE;
import static dev.orm.migration.ShopEvolution.TITLE;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A history that is gone over again: reverted, added to, cut short, looked at. */
class HistoryCommandTests extends ShopCommands {

	@BeforeEach
	void firstMigration() {
		assertThat(files("makemigrations")).as(this.said).isEqualTo(ExitCode.FINE);
	}

	@Test
	void aMigrationIsRevertedByAnotherOne() {
		this.models = products(TITLE, CATEGORY);
		files("makemigrations", "--rename=shop_product.name:title");
		assertThat(files("revert", "0002")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("""
				  V0003__revert_product_title.sql   takes back V0002__product_title
				      ~ column shop_product.title -> name
				""");
		assertThat(migrator().migrate()).isEqualTo(3);
		nothingDrifts();
		migrator().rollBack(new Version("2"));
		nothingDrifts();
		this.models = products(NAME, CATEGORY);
		assertThat(files("check")).as(this.said).isEqualTo(ExitCode.FINE);
	}

	@Test
	void whatNoLongerFitsIsNotReverted() {
		this.models = products(NAME, CATEGORY, NOTE);
		files("makemigrations");
		this.models = products(NAME, CATEGORY);
		files("makemigrations");
		assertThat(files("revert", "0002")).isEqualTo(ExitCode.CONFLICT);
		assertThat(this.folder.resolve("migration/V0004__revert_product_note.sql")).doesNotExist();
	}

	@Test
	void newChangesGoIntoTheNewestMigration() throws IOException {
		this.models = products(TITLE, CATEGORY);
		files("makemigrations", "--rename=shop_product.name:title");
		Path file = this.folder.resolve("migration/V0002__product_title.sql");
		Files.writeString(file, "-- by hand\n" + Files.readString(file));
		this.models = products(TITLE, CATEGORY, NOTE);
		assertThat(files("makemigrations", "--update")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(file).content()
			.startsWith("-- by hand\n")
			.endsWith("ALTER TABLE \"shop_product\" ADD COLUMN \"note\" text;\n");
		assertThat(files("check")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(migrator().migrate()).isEqualTo(2);
		nothingDrifts();
		migrator().rollBack(new Version("1"));
		nothingDrifts();
	}

	@Test
	void whatABaselineSumsUpCanGo() {
		this.models = products(NAME, CATEGORY, NOTE);
		files("makemigrations");
		migrator().migrate();
		assertThat(files("squash", "--prune")).isEqualTo(ExitCode.USAGE);
		assertThat(files("squash")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(files("squash", "--prune")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("2 migrations are gone; B0002__squashed has it all");
		assertThat(this.folder.resolve("migration")).isDirectoryContaining("glob:**B0002__squashed.sql")
			.isDirectoryNotContaining("glob:**V*.sql");
		assertThat(files("check")).as(this.said).isEqualTo(ExitCode.FINE);
		try (TestDatabase fresh = TestDatabase.create()) {
			Migrator migrator = new Migrator(Flyway.configure()
				.dataSource(fresh.dataSource())
				.locations("filesystem:" + this.folder.resolve("migration"))
				.load(), LockTimeout.STANDARD);
			assertThat(migrator.migrate()).isEqualTo(1);
			assertThat(migrator.drift().changes()).isEmpty();
		}
	}

	@Test
	void aDatabaseForgetsWhatWasSummedUpAndGoesOn() {
		this.models = products(NAME, CATEGORY, NOTE);
		files("makemigrations");
		migrator().migrate();
		files("squash");
		files("squash", "--prune");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrator().migrate())
			.satisfies((ex) -> assertThat(ex.problem()).isEqualTo(MigrationProblem.MISSING))
			.withMessageContaining("migrate --prune");
		assertThat(database("migrate", "--prune")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("  forgotten: V0001__initial\n  forgotten: V0002__product_note\n");
		assertThat(migrator().migrate()).isZero();
		assertThat(migrator().version()).isEqualTo(new Version("0002"));
		nothingDrifts();
		this.models = products(TITLE, CATEGORY, NOTE);
		files("makemigrations", "--rename=shop_product.name:title");
		assertThat(migrator().migrate()).isEqualTo(1);
		nothingDrifts();
		assertThat(database("migrate", "--prune")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("  nothing to prune\n");
		assertThat(database("migrate", "zero", "--accept-loss")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("begins with a baseline, V0002", "migrate 0002 is as far back as it goes");
		assertThat(database("migrate", "0002")).as(this.said).isEqualTo(ExitCode.FINE);
		nothingDrifts();
	}

	@Test
	void aDatabaseThatIsBehindItsBaselineIsNotPruned() {
		migrator().migrate();
		this.models = products(NAME, CATEGORY, NOTE);
		files("makemigrations");
		files("squash");
		files("squash", "--prune");
		assertThat(database("migrate", "--prune")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("The database is at V0001, and B0002__squashed sums up more than ran here.");
		assertThat(migrator().version()).isEqualTo(new Version("0001"));
	}

	@Test
	void aDatabaseMadeByABaselineIsNotTakenBackBelowIt() {
		this.models = products(NAME, CATEGORY, NOTE);
		files("makemigrations");
		files("squash");
		assertThat(migrator().migrate()).isEqualTo(1);
		assertThat(database("migrate", "zero", "--accept-loss")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("nothing below it can be taken back");
		nothingDrifts();
	}

	@Test
	void aPlanNamesViewsThatNobodyDeclared() {
		migrator().migrate();
		this.database.execute("CREATE VIEW names AS SELECT name FROM shop_product",
				"CREATE VIEW keys AS SELECT id FROM shop_product");
		this.models = products(CATEGORY);
		files("makemigrations", "--name=nameless");
		assertThat(database("migrate", "--plan")).isEqualTo(ExitCode.FINE);
		assertThat(this.said)
			.contains("fails: view names reads shop_product.name.   drop it before and make it again after, "
					+ "or declare it by meta.raw(name, create, drop)")
			.doesNotContain("view keys");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrator().migrate())
			.satisfies((ex) -> assertThat(ex.problem()).isEqualTo(MigrationProblem.DEPENDENTS));
	}

	@Test
	void aPlanSaysWhatIsLockedAndHowLargeItIs() {
		migrator().migrate();
		this.database.execute("INSERT INTO shop_category (name) SELECT 'x' FROM generate_series(1, 1234)",
				"ANALYZE shop_category");
		this.models = products(TITLE, CATEGORY, NOTE);
		files("makemigrations", "--rename=shop_product.name:title");
		run(Project.ofDatabase(migrator(), () -> this.models), "migrate", "--plan");
		assertThat(this.said).contains("locks shop_product ACCESS EXCLUSIVE");
		assertThat(migrator().rowCounts()).containsEntry("shop_category", 1234L);
	}

}
