package dev.orm.boot.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.Orm;
import dev.orm.migration.apply.TenantSchemas;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.StreamTerminal;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.lint.LintRule;
import dev.orm.migration.several.DatabaseCommands;

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

	private static final Pattern WORD = Pattern.compile("'([^']*)'|\\S+");

	private final DatabaseMigrations migrations;

	private final ObjectProvider<Orm> orm;

	private final ObjectProvider<TenantSchemas> tenants;

	private final ObjectProvider<LintRule> rules;

	private final ConfigurableApplicationContext context;

	OrmCommandRunner(DatabaseMigrations migrations, ObjectProvider<Orm> orm, ObjectProvider<TenantSchemas> tenants,
			ObjectProvider<LintRule> rules, ConfigurableApplicationContext context) {
		this.migrations = migrations;
		this.orm = orm;
		this.tenants = tenants;
		this.rules = rules;
		this.context = context;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		String command = OrmCommandProperties.command(this.context.getEnvironment());
		ExitCode code = run(command, StreamTerminal.ofProcess(StreamTerminal.isAttended()));
		System.exit(SpringApplication.exit(this.context, code::code));
	}

	/** Run a command and say how it ended. */
	ExitCode run(String command, Terminal terminal) {
		List<String> words = new ArrayList<>();
		Matcher matcher = WORD.matcher(command);
		while (matcher.find()) {
			words.add((matcher.group(1) != null) ? matcher.group(1) : matcher.group());
		}
		return new DatabaseCommands(this.migrations.all(), () -> this.orm.getObject().models(),
				this.tenants.getIfAvailable(() -> (database) -> List.of()), this.rules.orderedStream().toList())
			.run(words, terminal);
	}

}
