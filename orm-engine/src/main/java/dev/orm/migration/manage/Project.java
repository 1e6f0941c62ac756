package dev.orm.migration.manage;

import java.util.List;
import java.util.function.Supplier;

import dev.orm.journal.Adopted;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.CommandException;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.lint.LintRule;
import dev.orm.migration.lint.Linter;
import dev.orm.migration.model.ColumnPlaces;
import dev.orm.migration.model.ModelSchema;
import dev.orm.migration.model.UnmanagedTables;
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
 * @param rules what the linter asks beside its own rules
 */
public record Project(@Nullable MigrationFiles files, Supplier<ModelRegistry> models, @Nullable Migrator migrator,
		String alias, String library, List<LintRule> rules) {

	public Project {
		rules = List.copyOf(rules);
	}

	/** The database that is meant where none is named. */
	public static final String DEFAULT = TableOptions.DEFAULT_DATABASE;

	/**
	 * Return a project of source files.
	 * @param files the folders of migrations
	 * @param models the application's models, linked when they are asked for
	 * @return the project
	 */
	public static Project ofFiles(MigrationFiles files, Supplier<ModelRegistry> models) {
		return new Project(files, models, null, DEFAULT, "", List.of());
	}

	/**
	 * Return a running application.
	 * @param migrator its database
	 * @param models its models
	 * @return the project
	 */
	public static Project ofDatabase(Migrator migrator, Supplier<ModelRegistry> models) {
		return new Project(null, models, migrator, DEFAULT, "", List.of());
	}

	/**
	 * Return a project of another database of the application.
	 * @param other its alias
	 * @return the project
	 */
	public Project of(String other) {
		return new Project(this.files, this.models, this.migrator, other, this.library, this.rules);
	}

	/**
	 * Return a project of a library.
	 * @param name its name
	 * @return the project
	 */
	public Project ofLibrary(String name) {
		return new Project(this.files, this.models, this.migrator, this.alias, name, this.rules);
	}

	/**
	 * Return a project whose linter asks further rules.
	 * @param further the rules
	 * @return the project
	 */
	public Project with(List<LintRule> further) {
		return new Project(this.files, this.models, this.migrator, this.alias, this.library, further);
	}

	/** What looks at migrations. */
	Linter linter() {
		return Linter.standard().and(this.rules);
	}

	/** What the models ask for that live in the database, or are the library's. */
	Schema schema() {
		return this.library.isEmpty() ? ModelSchema.of(this.models.get(), this.alias)
				: ModelSchema.ofLibrary(this.models.get(), this.library);
	}

	/** What leads from a schema to what the models ask for, without asking anybody. */
	Difference toModels(Schema before, Adopted adopted) {
		return ColumnPlaces.naming(this.models.get(), () -> SchemaDiff.of(before, schema(), adopted));
	}

	/** Whether models live in other databases as well, and options may be about those. */
	boolean isOneOfSeveral() {
		return this.models.get().models().stream().anyMatch((model) -> !model.database().equals(this.alias));
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

	/**
	 * The database without the tables of unmanaged models, which others make, or a
	 * refusal that says where to go.
	 */
	Migrator database() {
		return leavingOutOthers(wholeDatabase());
	}

	Migrator leavingOutOthers(Migrator whole) {
		return whole.leavingOut(() -> UnmanagedTables.of(this.models.get()).names());
	}

	/** The database with all that is in it. */
	Migrator wholeDatabase() {
		if (this.migrator == null) {
			throw new CommandException(ExitCode.USAGE, "This command needs the application's database: "
					+ "java -jar application.jar --orm.command=\"migrate\"");
		}
		return this.migrator;
	}

}
