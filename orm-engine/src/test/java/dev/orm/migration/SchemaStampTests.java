package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import dev.orm.acceptance.shop.Product;
import dev.orm.meta.ModelIndex;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.manage.CommandLine;
import dev.orm.migration.manage.ExitCode;
import dev.orm.migration.manage.Project;
import dev.orm.model.Model;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The build compares models and journal and says so by a stamp; whoever finds both as
 * they were need not compare them again.
 */
class SchemaStampTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create();

	@TempDir
	Path folder;

	private ModelRegistry models = shop((model) -> true);

	private static ModelRegistry shop(Predicate<Class<? extends Model>> wanted) {
		return ModelRegistry.link(ModelIndex.load(SchemaStampTests.class.getClassLoader())
			.stream()
			.filter((model) -> model.getPackage() == Product.class.getPackage() && wanted.test(model))
			.toList(), TypeRegistry.standard());
	}

	@BeforeEach
	void firstMigration() {
		assertThat(run("makemigrations")).isEqualTo(ExitCode.FINE);
	}

	private ExitCode run(String... words) {
		return new CommandLine(Project.ofFiles(new MigrationFiles(this.folder), () -> this.models),
				new RecordedTerminal())
			.run(new ArrayList<>(List.of(words)));
	}

	private ExitCode check() {
		return run("check", "--stamp=" + this.folder.resolve("schema.stamp"));
	}

	private boolean agrees() {
		return new Migrator(Flyway.configure()
			.dataSource(database.dataSource())
			.locations("filesystem:" + this.folder.resolve("migration"))
			.load(), LockTimeout.STANDARD).agreesByStamp(this.models);
	}

	@Test
	void modelsAndJournalThatAgreeAreStamped() {
		assertThat(agrees()).as("without a stamp").isFalse();
		assertThat(check()).isEqualTo(ExitCode.FINE);
		assertThat(this.folder.resolve("schema.stamp")).content()
			.matches("orm-stamp 1\njournal [0-9a-f]{16}\nmodels [0-9a-f]{16}\n");
		assertThat(agrees()).isTrue();
	}

	@Test
	void anotherJournalHasAnotherStamp() throws IOException {
		check();
		Path journal = this.folder.resolve("schema.journal");
		Files.writeString(journal, Files.readString(journal).replace("varchar(200)", "varchar(201)"));
		assertThat(agrees()).isFalse();
	}

	@Test
	void otherModelsHaveAnotherStamp() {
		check();
		this.models = shop((model) -> !model.getSimpleName().equals("Task"));
		assertThat(agrees()).isFalse();
	}

	@Test
	void whatDiffersLosesItsStamp() {
		check();
		this.models = ShopEvolution.products(ShopEvolution.NAME);
		assertThat(check()).isEqualTo(ExitCode.TO_DO);
		assertThat(this.folder.resolve("schema.stamp")).doesNotExist();
	}

	@Test
	void modelsTheProcessorDidNotSeeHaveNone() {
		this.folder = this.folder.resolve("other");
		this.models = ShopEvolution.products(ShopEvolution.NAME);
		run("makemigrations");
		assertThat(check()).isEqualTo(ExitCode.FINE);
		assertThat(this.folder.resolve("schema.stamp")).doesNotExist();
	}

}
