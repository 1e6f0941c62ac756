package dev.orm.migration.several;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import dev.orm.error.detail.UnknownName;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.apply.TenantSchemas;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.CommandException;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.lint.LintRule;
import dev.orm.migration.manage.CommandLine;
import dev.orm.migration.manage.Project;
import dev.orm.migration.problem.MigrationException;

/**
 * Runs commands on the databases of an application: on the one that {@code --database}
 * names, on all where a command may speak of all, on one schema ({@code --schema}), on
 * those of all tenants ({@code --all-schemas}) or on what a library has in it
 * ({@code --library}). Immutable.
 */
public final class DatabaseCommands {

	/** Commands of all databases, where none is named. */
	private static final Set<String> OF_ALL = Set.of("showmigrations", "drift", "repair", "migrate");

	private final Map<String, Migrator> databases;

	private final Supplier<ModelRegistry> models;

	private final TenantSchemas tenants;

	private final List<LintRule> rules;

	/**
	 * Create it, for a linter with its own rules.
	 * @param databases the databases by alias, the default one first
	 * @param models the application's models, linked when they are asked for
	 * @param tenants the schemas of tenants
	 */
	public DatabaseCommands(Map<String, Migrator> databases, Supplier<ModelRegistry> models, TenantSchemas tenants) {
		this(databases, models, tenants, List.of());
	}

	/**
	 * Create it.
	 * @param databases the databases by alias, the default one first
	 * @param models the application's models, linked when they are asked for
	 * @param tenants the schemas of tenants
	 * @param rules what the linter asks beside its own rules
	 */
	public DatabaseCommands(Map<String, Migrator> databases, Supplier<ModelRegistry> models, TenantSchemas tenants,
			List<LintRule> rules) {
		this.databases = new LinkedHashMap<>(databases);
		this.models = models;
		this.tenants = tenants;
		this.rules = List.copyOf(rules);
	}

	/**
	 * Run a command.
	 * @param words its name, then its arguments and options
	 * @param terminal where it speaks and asks
	 * @return what the shell is told; it stops at the first database or schema that fails
	 */
	public ExitCode run(List<String> words, Terminal terminal) {
		List<String> rest = new ArrayList<>(words);
		Optional<String> named = Arguments.take(rest, "database");
		Optional<String> schema = Arguments.take(rest, "schema");
		Optional<String> library = Arguments.take(rest, "library");
		boolean allSchemas = rest.remove("--all-schemas");
		try {
			if (library.isPresent()) {
				return new CommandLine(
						project(library(named.orElse(Project.DEFAULT), library.get())).ofLibrary(library.get()),
						terminal)
					.run(rest);
			}
			if (schema.isPresent() || allSchemas) {
				String database = named.orElse(Project.DEFAULT);
				return schema.isPresent() ? run(database, database(database).inSchema(schema.get()), rest, terminal)
						: ofTenants(database, rest, terminal);
			}
			return named.isPresent() ? run(named.get(), database(named.get()), rest, terminal)
					: ofDatabases(rest, terminal);
		}
		catch (CommandException ex) {
			terminal.say(String.valueOf(ex.getMessage()));
			return ex.exitCode();
		}
		catch (MigrationException ex) {
			terminal.say(String.valueOf(ex.getMessage()));
			return ExitCode.USAGE;
		}
	}

	private Project project(Migrator migrator) {
		return Project.ofDatabase(migrator, this.models).with(this.rules);
	}

	private Migrator database(String alias) {
		Migrator found = this.databases.get(alias);
		if (found == null) {
			throw new CommandException(ExitCode.USAGE, "Database '%s' has no migrations.".formatted(alias),
					UnknownName.of("", alias, this.databases.keySet()),
					". hint: they are below db/%s/migration, and the database is one of orm.databases"
						.formatted(alias));
		}
		return found;
	}

	private Migrator library(String alias, String name) {
		Map<String, Migrator> libraries = database(alias).libraries();
		Migrator found = libraries.get(name);
		if (found == null) {
			throw new CommandException(ExitCode.USAGE, "Library '%s' has no migrations.".formatted(name),
					UnknownName.of("", name, libraries.keySet()),
					". hint: its jar says its name in META-INF/dev.orm/library, and has them in META-INF/dev.orm/%s"
						.formatted(name));
		}
		return found;
	}

	private ExitCode run(String alias, Migrator migrator, List<String> words, Terminal terminal) {
		return new CommandLine(project(migrator).of(alias), terminal).run(words);
	}

	private ExitCode ofDatabases(List<String> words, Terminal terminal) {
		boolean all = !words.isEmpty() && OF_ALL.contains(words.get(0)) && !namesVersion(words);
		boolean listed = words.equals(List.of("showmigrations"))
				&& this.databases.values().stream().anyMatch((migrator) -> !migrator.libraries().isEmpty());
		if ((this.databases.size() == 1 && !listed) || !all) {
			return run(Project.DEFAULT, database(Project.DEFAULT), words, terminal);
		}
		if (words.equals(List.of("showmigrations"))) {
			this.databases.forEach((alias, migrator) -> {
				terminal.say(summary(alias, migrator));
				migrator.libraries()
					.forEach((name, library) -> terminal.say("  %-10s ".formatted(name) + DatabaseSummary.of(library)));
			});
			return ExitCode.FINE;
		}
		Map<String, Work> works = new LinkedHashMap<>();
		this.databases.forEach((alias, migrator) -> works.put(alias, () -> run(alias, migrator, words, terminal)));
		return each(works, terminal);
	}

	/** A version is one of a single database. */
	private static boolean namesVersion(List<String> words) {
		return words.stream().skip(1).anyMatch((word) -> !word.startsWith("--"));
	}

	private ExitCode ofTenants(String database, List<String> words, Terminal terminal) {
		List<String> schemas = this.tenants.schemas(database);
		if (schemas.isEmpty()) {
			throw new CommandException(ExitCode.USAGE,
					"no schema of a tenant is known in database '%s'. hint: a bean of type TenantSchemas names them"
						.formatted(database));
		}
		if (words.equals(List.of("showmigrations"))) {
			terminal.say(summary(database, database(database)));
			return ExitCode.FINE;
		}
		Map<String, Work> works = new LinkedHashMap<>();
		for (String schema : schemas) {
			works.put(schema, () -> run(database, database(database).inSchema(schema), words, terminal));
		}
		return each(works, terminal);
	}

	private String summary(String alias, Migrator migrator) {
		List<String> schemas = this.tenants.schemas(alias);
		return "  %-10s ".formatted(alias)
				+ (schemas.isEmpty() ? DatabaseSummary.of(migrator) : DatabaseSummary.of(migrator, schemas));
	}

	/** What is done stays done, so another run goes on. */
	private static ExitCode each(Map<String, Work> works, Terminal terminal) {
		ExitCode worst = ExitCode.FINE;
		for (Map.Entry<String, Work> work : works.entrySet()) {
			terminal.say(work.getKey() + ":");
			ExitCode code = work.getValue().run();
			if (code != ExitCode.FINE && code != ExitCode.TO_DO) {
				terminal.say("stopped at %s; what was done before stays done, and another run goes on"
					.formatted(work.getKey()));
				return code;
			}
			worst = (code.code() > worst.code()) ? code : worst;
		}
		return worst;
	}

	/** Runs a command somewhere. */
	@FunctionalInterface
	private interface Work {

		ExitCode run();

	}

}
