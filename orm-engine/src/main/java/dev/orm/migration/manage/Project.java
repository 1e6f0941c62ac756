package dev.orm.migration.manage;

import java.util.function.Supplier;

import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.model.ModelSchema;
import dev.orm.model.TableOptions;
import dev.orm.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What commands work on. Immutable.
 *
 * @param files the folders of migrations; null where only a database is known
 * @param models the application's models, linked when they are asked for
 * @param migrator the database; null where only files are known
 * @param alias the database whose models and migrations these are
 * @param library the library whose they are; empty for the application
 */
public record Project(@Nullable MigrationFiles files, Supplier<ModelRegistry> models, @Nullable Migrator migrator,
		String alias, String library) {

	/** The database that is meant where none is named. */
	public static final String DEFAULT = TableOptions.DEFAULT_DATABASE;

	/**
	 * Return a project of source files.
	 * @param files the folders of migrations
	 * @param models the application's models, linked when they are asked for
	 * @return the project
	 */
	public static Project ofFiles(MigrationFiles files, Supplier<ModelRegistry> models) {
		return new Project(files, models, null, DEFAULT, "");
	}

	/**
	 * Return a running application.
	 * @param migrator its database
	 * @param models its models
	 * @return the project
	 */
	public static Project ofDatabase(Migrator migrator, Supplier<ModelRegistry> models) {
		return new Project(null, models, migrator, DEFAULT, "");
	}

	/**
	 * Return a project of another database of the application.
	 * @param other its alias
	 * @return the project
	 */
	public Project of(String other) {
		return new Project(this.files, this.models, this.migrator, other, this.library);
	}

	/**
	 * Return a project of a library.
	 * @param name its name
	 * @return the project
	 */
	public Project ofLibrary(String name) {
		return new Project(this.files, this.models, this.migrator, this.alias, name);
	}

	/** What the models ask for that live in the database, or are the library's. */
	Schema schema() {
		return this.library.isEmpty() ? ModelSchema.of(this.models.get(), this.alias)
				: ModelSchema.ofLibrary(this.models.get(), this.library);
	}

	/** The folders, or a refusal that says where to go. */
	MigrationFiles sources() {
		if (this.files == null) {
			throw new CommandException(ExitCode.USAGE, "This command writes files: run it where the sources are, "
					+ "./mvnw orm:makemigrations and its kin");
		}
		return this.files;
	}

	boolean hasDatabase() {
		return this.migrator != null;
	}

	/** The database, or a refusal that says where to go. */
	Migrator database() {
		if (this.migrator == null) {
			throw new CommandException(ExitCode.USAGE, "This command needs the application's database: "
					+ "java -jar application.jar --orm.command=\"migrate\"");
		}
		return this.migrator;
	}

}
