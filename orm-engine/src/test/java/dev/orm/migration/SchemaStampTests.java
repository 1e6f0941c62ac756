package dev.orm.migration;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import dev.orm.acceptance.shop.Product;
import dev.orm.meta.ModelIndex;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.index.ResourceDigest;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.manage.CommandLine;
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
		assertThat(this.folder.resolve("schema.stamp")).content().matches("""
				orm-stamp 2
				journal [0-9a-f]{8}-[0-9a-f]+
				indexes( [0-9a-f]{8}-[0-9a-f]+)+
				models [0-9a-f]{8}-[0-9a-f]+
				""");
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
	void aJarHasTheDigestOfWhatItHolds() throws IOException {
		byte[] content = "orm-journal 1\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
		Path jar = this.folder.resolve("app.jar");
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
			out.putNextEntry(new JarEntry("db/schema.journal"));
			out.write(content);
			out.closeEntry();
		}
		Path file = Files.write(this.folder.resolve("copy"), content);
		assertThat(ResourceDigest.of(URI.create("jar:" + jar.toUri() + "!/db/schema.journal").toURL()))
			.isEqualTo(ResourceDigest.of(content))
			.isEqualTo(ResourceDigest.of(file.toUri().toURL()));
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
