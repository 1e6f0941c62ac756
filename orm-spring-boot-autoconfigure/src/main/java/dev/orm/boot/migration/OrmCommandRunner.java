package dev.orm.boot.migration;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.Orm;
import dev.orm.boot.databases.AliasNames;
import dev.orm.migration.apply.MigrationException;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.manage.CommandLine;
import dev.orm.migration.manage.ExitCode;
import dev.orm.migration.manage.Project;
import dev.orm.migration.manage.StreamTerminal;
import dev.orm.migration.manage.Terminal;
import org.flywaydb.core.Flyway;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/**
 * Runs the command of {@code orm.command} with the application's own configuration,
 * before any other runner, and ends the process with its exit code.
 */
final class OrmCommandRunner implements ApplicationRunner, Ordered {

	private static final String DATABASE = "--database=";

	private static final Pattern WORD = Pattern.compile("'([^']*)'|\\S+");

	private final Migrator migrator;

	private final ObjectProvider<Orm> orm;

	private final ConfigurableApplicationContext context;

	OrmCommandRunner(Migrator migrator, ObjectProvider<Orm> orm, ConfigurableApplicationContext context) {
		this.migrator = migrator;
		this.orm = orm;
		this.context = context;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		String command = this.context.getEnvironment().getProperty("orm.command", "");
		ExitCode code = run(command, new StreamTerminal(out, null, Boolean.getBoolean("orm.maven")));
		out.flush();
		System.exit(SpringApplication.exit(this.context, code::code));
	}

	/** The database that {@code --database} names; the default one if nothing does. */
	private Migrator migrator(List<String> words) {
		String alias = words.stream()
			.filter((word) -> word.startsWith(DATABASE))
			.map((word) -> word.substring(DATABASE.length()))
			.findFirst()
			.orElse("default");
		words.removeIf((word) -> word.startsWith(DATABASE));
		if (alias.equals("default")) {
			return this.migrator;
		}
		String bean = new AliasNames(alias).bean("Flyway");
		if (!this.context.containsBean(bean)) {
			throw new MigrationException("",
					"Database '%s' has no migrations. hint: they are below db/%s/migration, and the database is one of orm.databases"
						.formatted(alias, alias),
					null);
		}
		return this.migrator.of(this.context.getBean(bean, Flyway.class));
	}

	/** Run a command and say how it ended. */
	ExitCode run(String command, Terminal terminal) {
		List<String> words = new ArrayList<>();
		Matcher matcher = WORD.matcher(command);
		while (matcher.find()) {
			words.add((matcher.group(1) != null) ? matcher.group(1) : matcher.group());
		}
		try {
			Project project = Project.ofDatabase(migrator(words), () -> this.orm.getObject().models());
			return new CommandLine(project, terminal).run(words);
		}
		catch (MigrationException ex) {
			terminal.say(String.valueOf(ex.getMessage()));
			return ExitCode.USAGE;
		}
	}

}
