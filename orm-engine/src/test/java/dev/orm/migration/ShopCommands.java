package dev.orm.migration;

import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.manage.Project;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of commands: a folder of migrations, a database that runs them, and what the last
 * command said.
 */
abstract class ShopCommands extends ShopFiles {

	final TestDatabase database = TestDatabase.create();

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

	final ExitCode database(String... words) {
		return run(Project.ofDatabase(migrator(), () -> this.models), words);
	}

	final Migrator migrator() {
		return migrator(LockTimeout.STANDARD);
	}

	final Migrator migrator(LockTimeout timeout) {
		return migrator(this.database, root(), timeout);
	}

	final void nothingDrifts() {
		assertThat(migrator().drift().changes()).isEmpty();
	}

}
