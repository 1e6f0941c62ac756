package dev.orm.migration;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.manage.CommandLine;
import dev.orm.migration.manage.ExitCode;
import dev.orm.migration.manage.Project;
import dev.orm.test.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of commands: a folder of migrations, a database that runs them, and what the last
 * command said.
 */
abstract class ShopCommands {

	@TempDir
	Path folder;

	final TestDatabase database = TestDatabase.create();

	ModelRegistry models = products(NAME, CATEGORY);

	String said = "";

	/**
	 * Connections the server ended while Flyway used them. It gives back none of these,
	 * as it first puts back their schema, which fails.
	 */
	int cut;

	@AfterEach
	final void close() {
		this.database.requireReturnedBut(this.cut);
		this.database.close();
	}

	final MigrationFiles sources() {
		return new MigrationFiles(this.folder);
	}

	final void make(String... options) {
		String[] words = Stream.concat(Stream.of("makemigrations"), Stream.of(options)).toArray(String[]::new);
		assertThat(files(words)).as(() -> this.said).isEqualTo(ExitCode.FINE);
	}

	final ExitCode files(String... words) {
		return run(Project.ofFiles(sources(), () -> this.models), words);
	}

	final ExitCode database(String... words) {
		return run(Project.ofDatabase(migrator(), () -> this.models), words);
	}

	final ExitCode run(Project project, String... words) {
		RecordedTerminal terminal = new RecordedTerminal();
		ExitCode code = new CommandLine(project, terminal).run(List.of(words));
		this.said = terminal.said();
		return code;
	}

	final Migrator migrator() {
		return new Migrator(Flyway.configure()
			.dataSource(this.database.dataSource())
			.locations("filesystem:" + this.folder.resolve("migration"))
			.load(), LockTimeout.STANDARD);
	}

}
