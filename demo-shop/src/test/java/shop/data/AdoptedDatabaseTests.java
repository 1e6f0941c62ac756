package shop.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import dev.orm.boot.test.Migrations;
import dev.orm.boot.test.OrmMigrationTest;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.StreamTerminal;
import dev.orm.migration.model.OfflineModels;
import dev.orm.migration.several.DatabaseCommands;
import dev.orm.migration.several.FileCommands;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shop's first tables were written by hand; a database that has them is adopted and
 * brought to what the models say today.
 */
@OrmMigrationTest(locations = "classpath:adopted")
class AdoptedDatabaseTests {

	@TempDir
	Path folder;

	private final StringBuilder said = new StringBuilder();

	private final StreamTerminal terminal = new StreamTerminal(this.said, null, false);

	private static ModelRegistry models() {
		return OfflineModels.load(AdoptedDatabaseTests.class.getClassLoader());
	}

	private ExitCode database(Migrator migrator, String... words) {
		this.said.setLength(0);
		return new DatabaseCommands(Map.of("default", migrator), AdoptedDatabaseTests::models, (database) -> List.of())
			.run(List.of(words), this.terminal);
	}

	private ExitCode files(String... words) {
		this.said.setLength(0);
		return new FileCommands(this.folder, AdoptedDatabaseTests::models).run(List.of(words), this.terminal);
	}

	private Migrator withJournal(DataSource dataSource) {
		return new Migrator(
				Flyway.configure().dataSource(dataSource).locations("filesystem:" + this.folder + "/migration").load(),
				LockTimeout.STANDARD);
	}

	@Test
	void aDatabaseWrittenByHandIsAdoptedWithoutADifference(Migrations migrations, DataSource dataSource)
			throws IOException {
		migrations.to("latest");
		database(migrations.migrator(), "adopt", "--directory=" + this.folder);
		assertThat(this.said).contains("1 migrations", "the models say otherwise");
		copyFirstMigration();
		Migrator adopted = withJournal(dataSource);
		assertThat(database(adopted, "drift")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("drift: none");
		assertThat(files("makemigrations", "--no-input", "--rename=shop_supplier.address:postal_address",
				"--fill=shop_user.display_name=first_name || ' ' || last_name"))
			.as(this.said.toString())
			.isEqualTo(ExitCode.FINE);
		assertThat(Files.readString(this.folder.resolve("schema.journal")))
			.contains("index shop_order.order_date_idx (order_date)  adopted",
					"unique shop_product.unique_product_per_supplier (name, supplier_id)  adopted",
					"stock_quantity integer not null default (0)  adopted", "- unique shop_review.one_review_per_",
					"+ column shop_review.deleted_at ")
			.doesNotContain("~ index", "~ unique", "~ check", "- column shop_product.stock_quantity");
		assertThat(withJournal(dataSource).migrate()).isPositive();
		assertThat(withJournal(dataSource).drift().changes()).isEmpty();
		assertThat(files("makemigrations", "--check")).as(this.said.toString()).isEqualTo(ExitCode.FINE);
		assertThat(files("check")).as(this.said.toString()).isEqualTo(ExitCode.FINE);
	}

	private void copyFirstMigration() throws IOException {
		Path file = this.folder.resolve("migration/V1__shop.sql");
		Files.createDirectories(file.getParent());
		try (InputStream content = AdoptedDatabaseTests.class.getResourceAsStream("/adopted/V1__shop.sql")) {
			assertThat(content).isNotNull();
			Files.copy(content, file);
		}
	}

}
