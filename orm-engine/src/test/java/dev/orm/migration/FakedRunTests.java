package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;

import dev.orm.migration.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.NOTE;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;

/** What is recorded without running is what is there, or nothing is recorded. */
class FakedRunTests extends ShopCommands {

	@BeforeEach
	void twoMigrations() {
		files("makemigrations");
		this.models = products(NAME, CATEGORY, NOTE);
		files("makemigrations");
	}

	private int recorded() {
		Integer found = new JdbcTemplate(this.database.dataSource()).queryForObject(
				"SELECT CASE WHEN to_regclass('flyway_schema_history') IS NULL THEN 0 ELSE 1 END", Integer.class);
		return (found == 0) ? 0 : new JdbcTemplate(this.database.dataSource())
			.queryForObject("SELECT count(*) FROM flyway_schema_history WHERE version <> '0'", Integer.class);
	}

	private String initial() throws IOException {
		return Files.readString(this.folder.resolve("migration/V0001__initial.sql"));
	}

	@Test
	void someOfTheFirstTablesAreNotTheFirstMigration() throws IOException {
		this.database.execute(initial(), "DROP TABLE shop_product");
		assertThat(database("migrate", "--fake-initial")).isEqualTo(ExitCode.CONFLICT);
		assertThat(this.said).contains("+ table shop_product", "the database is not what V0001__initial makes");
		assertThat(recorded()).isZero();
	}

	@Test
	void tablesWithoutTheirConstraintsAreNotTheFirstMigration() throws IOException {
		this.database.execute(initial(), "ALTER TABLE shop_product DROP CONSTRAINT shop_product_category_id_fkey");
		assertThat(database("migrate", "--fake-initial")).isEqualTo(ExitCode.CONFLICT);
		assertThat(this.said).contains("+ foreign-key shop_product.shop_product_category_id_fkey");
		assertThat(recorded()).isZero();
	}

	@Test
	void anEmptyDatabaseRunsTheFirstMigration() {
		assertThat(database("migrate", "--fake-initial")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("V0001__initial   done in", "V0002__product_note   done in")
			.doesNotContain("recorded without running");
		assertThat(database("migrate", "--fake-initial")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("  no migrations to apply\n");
	}

	@Test
	void tablesOfOthersAloneAreNoPartOfTheFirstMigration() {
		this.database.execute("CREATE TABLE legacy (id bigint PRIMARY KEY)");
		assertThat(database("migrate", "--fake-initial")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("adopt").doesNotContain("recorded without running");
		assertThat(recorded()).isZero();
	}

	@Test
	void aFakeIsRecordedOnceAndTakenBackOnce() throws IOException {
		this.database.execute(initial());
		assertThat(database("migrate", "0001", "--fake")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("  recorded without running: V0001__initial\n  drift: none\n");
		assertThat(database("migrate", "0001", "--fake")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("  nothing to record\n  drift: none\n");
		assertThat(recorded()).isEqualTo(1);
		assertThat(database("migrate", "zero", "--fake")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).startsWith("  recorded as taken back: V0001__initial\n")
			.contains("+ table shop_category   (unknown)");
		assertThat(recorded()).isEqualTo(2);
	}

	@Test
	void aFakeOfWhatIsNotThereIsDrift() {
		assertThat(database("migrate", "--fake")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).startsWith("  recorded without running: V0001__initial, V0002__product_note\n")
			.contains("- table shop_product   (missing)");
		assertThat(database("migrate", "zero", "--fake")).isEqualTo(ExitCode.FINE);
		assertThat(database("migrate")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(database("drift")).as(this.said).isEqualTo(ExitCode.FINE);
	}

	@Test
	void aVersionThatIsNotThereIsNotRecorded() {
		assertThat(database("migrate", "0007", "--fake")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("0007 is no migration.", "V0001__initial");
		assertThat(recorded()).isZero();
	}

	@Test
	void whatABaselineMakesIsRecordedAsTheBaseline() throws IOException {
		this.database.execute(initial(), "ALTER TABLE shop_product ADD COLUMN note text");
		files("squash");
		files("squash", "--prune");
		assertThat(database("migrate", "--fake-initial")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("recorded without running: B0002__squashed");
		assertThat(database("drift")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(database("migrate", "--check")).as(this.said).isEqualTo(ExitCode.FINE);
	}

}
