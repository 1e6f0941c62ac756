package dev.orm.boot.migration;

import dev.orm.boot.databases.DatabaseConfigurationException;
import dev.orm.execute.Database;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Refuses a command of migrations that nobody runs: the application would start as if it
 * had none, without a web server, and migrate nothing.
 *
 * @since 0.1.0
 */
public final class UnansweredCommand implements BeanFactoryPostProcessor {

	private static final String RUNNER = "ormCommandRunner";

	private final String command;

	/**
	 * Look after a command.
	 * @param command the value of {@code orm.command}
	 */
	public UnansweredCommand(String command) {
		this.command = command;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		if (!this.command.isBlank() && !beanFactory.containsBeanDefinition(RUNNER)) {
			throw new DatabaseConfigurationException(Database.DEFAULT,
					"orm.command is '%s', but there is no Flyway to run it with.".formatted(this.command),
					"Add org.springframework.boot:spring-boot-starter-flyway and org.flywaydb:flyway-database-postgresql, "
							+ "and leave spring.flyway.enabled on; or remove orm.command (ORM_COMMAND).");
		}
	}

}
