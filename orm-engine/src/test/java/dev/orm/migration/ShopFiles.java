package dev.orm.migration;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.manage.CommandLine;
import dev.orm.migration.manage.Project;
import dev.orm.test.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of commands that need no database of their own: a folder of migrations, and what
 * the last command said.
 */
abstract class ShopFiles {

	@TempDir
	Path folder;

	ModelRegistry models = products(NAME, CATEGORY);

	String said = "";

	/** The folder that holds the journal. */
	Path root() {
		return this.folder;
	}

	final MigrationFiles sources() {
		return new MigrationFiles(root());
	}

	final void make(String... options) {
		String[] words = Stream.concat(Stream.of("makemigrations"), Stream.of(options)).toArray(String[]::new);
		assertThat(files(words)).as(() -> this.said).isEqualTo(ExitCode.FINE);
	}

	final ExitCode files(String... words) {
		return run(Project.ofFiles(sources(), () -> this.models), words);
	}

	final ExitCode run(Project project, String... words) {
		RecordedTerminal terminal = new RecordedTerminal();
		ExitCode code = new CommandLine(project, terminal).run(List.of(words));
		this.said = terminal.said();
		return code;
	}

	/** What runs the migrations of a folder on a database. */
	static Migrator migrator(TestDatabase database, Path root, LockTimeout timeout) {
		return new Migrator(Flyway.configure()
			.dataSource(database.dataSource())
			.locations("filesystem:" + root.resolve("migration"))
			.load(), timeout);
	}

}
