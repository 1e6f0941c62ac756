package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import dev.orm.migration.command.ExitCode;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.manage.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.NOTE;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Histories with steps that change rows are summed up: what an empty database gets is
 * what the migrations would have given it, or somebody said that it is not needed.
 */
class SquashedStepsTests extends ShopCommands {

	@BeforeEach
	void twoMigrations() throws IOException {
		files("makemigrations");
		step("categories", "INSERT INTO shop_category (name) VALUES ('all'), ('none');\n");
	}

	private void step(String name, String sql) throws IOException {
		assertThat(files("makemigrations", "--empty", "--name=" + name)).as(this.said).isEqualTo(ExitCode.FINE);
		Files.writeString(this.folder.resolve("migration/" + newest() + ".sql"), sql);
	}

	private String newest() {
		var migrations = new MigrationFiles(this.folder).journal().migrations();
		return migrations.get(migrations.size() - 1).title();
	}

	private String scratch() {
		return "--scratch=" + this.database.url();
	}

	private List<String> categories() {
		return new JdbcTemplate(this.database.dataSource()).queryForList("SELECT name FROM shop_category ORDER BY id",
				String.class);
	}

	@Test
	void aStepOfRowsIsNamedAndKept() {
		assertThat(files("squash")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("V0002__categories change rows", "--keep=V0002__categories", "elidable");
		assertThat(files("squash", "--keep=V0002__categories")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(files("verify", scratch())).as(this.said).isEqualTo(ExitCode.FINE);
		migrator().migrate();
		assertThat(categories()).containsExactly("all", "none");
	}

	@Test
	void whatWaitsForABaselineIsPlannedAndChecked() {
		files("squash", "--keep=2");
		assertThat(database("migrate", "--check")).as(this.said).isEqualTo(ExitCode.TO_DO);
		assertThat(this.said).isEqualTo("  pending  B0002__squashed\n");
		assertThat(database("migrate", "--plan", "--sql")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).startsWith("  B0002__squashed\n      + table shop_category\n")
			.contains("INSERT INTO shop_category")
			.endsWith("  1 pending\n");
		database("showmigrations");
		assertThat(this.said).contains(" [ ] B0002__squashed\n").contains("1 pending");
		assertThat(database("migrate")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("B0002__squashed   done\n");
		assertThat(database("migrate", "--check")).as(this.said).isEqualTo(ExitCode.FINE);
		database("migrate", "--plan");
		assertThat(this.said).isEqualTo("  nothing is pending\n");
	}

	@Test
	void aSecondSummaryHasTheStepsOfTheFirst() throws IOException {
		files("squash", "--keep=2");
		files("squash", "--prune");
		this.models = products(NAME, CATEGORY, NOTE);
		files("makemigrations");
		step("more", "INSERT INTO shop_category (name) VALUES ('more');\n");
		assertThat(files("squash", "--keep=4")).as(this.said).isEqualTo(ExitCode.FINE);
		migrator().migrate();
		assertThat(categories()).containsExactly("all", "none", "more");
		assertThat(migrator().drift().changes()).isEmpty();
	}

	@Test
	void batchesCommitInTheSummaryAsWell() throws IOException {
		assertThat(files("makemigrations", "--empty", "--name=loud", "--batches=shop_category"))
			.isEqualTo(ExitCode.FINE);
		var file = this.folder.resolve("migration/" + newest() + ".sql");
		String block = Files.readString(file);
		Files.writeString(file, block.replace("column = expression", "name = upper(name)")
			.replace("column IS NULL", "name <> upper(name)"));
		assertThat(files("squash", "--keep=2;3")).as(this.said).isEqualTo(ExitCode.FINE);
		migrator().migrate();
		assertThat(categories()).as(Files.readString(file)).containsExactly("ALL", "NONE");
		assertThat(files("verify", scratch())).as(this.said).isEqualTo(ExitCode.FINE);
	}

	@Test
	void aConditionalStepDecidesAnew() throws IOException {
		step("fallback", """
				DO $$ BEGIN
					IF (SELECT count(*) FROM shop_category) < 3 THEN
						INSERT INTO shop_category (name) VALUES ('fallback');
					END IF;
				END $$;
				""");
		files("squash", "--keep=2;3");
		migrator().migrate();
		assertThat(categories()).containsExactly("all", "none", "fallback");
	}

	@Test
	void rowsThatASchemaMigrationMakesAreMissed() throws IOException {
		var initial = this.folder.resolve("migration/V0001__initial.sql");
		Files.writeString(initial, Files.readString(initial) + "INSERT INTO shop_category (name) VALUES ('first');\n");
		files("squash", "--keep=2");
		assertThat(files("verify", scratch())).isEqualTo(ExitCode.CONFLICT);
		assertThat(this.said)
			.contains("the migrations leave 3 rows in shop_category, the baseline 2.  fix: squash with "
					+ "--keep of the step that makes them");
	}

	@Test
	void aStepWithoutAWayBackIsSummedUpLikeOthers() throws IOException {
		Files.delete(this.folder.resolve("undo/U0002__categories.sql"));
		assertThat(files("squash", "--keep=2")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(files("verify", scratch())).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("warn V0002__categories has no undo", "the baseline makes the same");
	}

	@Test
	void codeInJavaCannotBeKept() {
		MigrationFiles nested = new MigrationFiles(this.folder.resolve("src/main/resources/db"));
		Project project = Project.ofFiles(nested, () -> this.models);
		run(project, "makemigrations");
		run(project, "makemigrations", "--empty", "--java", "--name=Slugs");
		assertThat(run(project, "squash", "--keep=2")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("V0002__Slugs is code in Java, which a baseline cannot run.", "elidable");
	}

	@Test
	void whatIsPrunedCanBeVerified() {
		files("squash", "--keep=2");
		files("squash", "--prune");
		this.models = products(NAME, CATEGORY, NOTE);
		files("makemigrations");
		assertThat(files("verify", scratch())).as(this.said).isEqualTo(ExitCode.FINE);
	}

}
