package dev.orm.migration.apply;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.meta.index.ModelLibraries;
import dev.orm.migration.problem.MigrationException;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Schema;
import dev.orm.schema.Table;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * The migrations of libraries, which run before those of the application: each has a
 * history of its own. Immutable.
 *
 * @param flyway the application's
 * @param migrators what runs them, by the library
 * @param shares whether the database has tables of others, as that of a library
 */
record LibraryMigrations(Flyway flyway, Map<String, Migrator> migrators, boolean shares) {

	static LibraryMigrations none(Flyway flyway) {
		return new LibraryMigrations(flyway, Map.of(), false);
	}

	/** A library knows no other library. */
	static LibraryMigrations ofLibrary(Flyway flyway) {
		return new LibraryMigrations(flyway, Map.of(), true);
	}

	static LibraryMigrations of(Flyway flyway, LockTimeout timeout) {
		Map<String, Migrator> migrators = new LinkedHashMap<>();
		for (String name : ModelLibraries.of(flyway.getConfiguration().getClassLoader()).names()) {
			migrators.put(name, Migrator.ofLibrary(library(flyway, name), timeout));
		}
		return new LibraryMigrations(flyway, migrators, false);
	}

	private static Flyway library(Flyway flyway, String name) {
		return ForwardRun.configuration(flyway)
			.locations("classpath:" + ModelLibraries.FOLDER + name + "/migration")
			.javaMigrations(new JavaMigration[0])
			.table(flyway.getConfiguration().getTable() + "_" + name.replace('-', '_'))
			// others have tables in the schema before the library has its first
			.baselineOnMigrate(true)
			.baselineVersion("0")
			.baselineDescription("before " + name)
			.load();
	}

	/** Run what is pending. */
	int migrate() {
		if (this.migrators.isEmpty()) {
			return 0;
		}
		beginHistory();
		return this.migrators.values().stream().mapToInt(Migrator::migrate).sum();
	}

	/**
	 * The application's history begins in an empty schema, so its table is made before
	 * any of a library; in another one the application's run refuses to begin.
	 */
	private void beginHistory() {
		try (DatabaseSession session = DatabaseSession.open(this.flyway.getConfiguration())) {
			if (new HistoryTable(this.flyway.getConfiguration(), session.connection().getSchema())
				.exists(session.connection())) {
				return;
			}
		}
		catch (SQLException ex) {
			throw new MigrationException(MigrationFailure.problem(ex), "",
					"Cannot read the history: " + ex.getMessage(), ex);
		}
		try {
			ForwardRun.configuration(this.flyway)
				.skipDefaultResolvers(true)
				.javaMigrations(new JavaMigration[0])
				.callbacks(new Callback[0])
				.load()
				.migrate();
		}
		catch (FlywayException ex) {
			throw new MigrationFailure(this.flyway).of(ex);
		}
	}

	/**
	 * The tables that are no facts of the application: those of libraries, and their
	 * histories.
	 */
	Set<String> tables() {
		Set<String> tables = new LinkedHashSet<>();
		this.migrators.values().forEach((migrator) -> {
			tables.add(migrator.historyTable());
			List<Table> own = migrator.journal().head().all(Table.class);
			own.forEach((table) -> tables.add(table.name()));
		});
		return tables;
	}

	/** What of a database is meant: all, or the tables that a library says of. */
	Schema own(Schema found, Schema said) {
		if (!this.shares) {
			return found;
		}
		return Schema.of(found.objects()
			.stream()
			.filter((object) -> said.has(object.id()) || said.has(ObjectId.table(object.id().table())))
			.toList());
	}

}
