package dev.orm.boot.databases;

import java.util.HashMap;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.execute.Database;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;

/**
 * Prepares the pools that the application and Spring Boot make, as those of aliases are:
 * named after their database, and not waiting for a server that is not there any more.
 *
 * @since 0.1.0
 */
public final class HeedfulPools implements BeanPostProcessor {

	private final Map<String, String> aliases = new HashMap<>();

	private final DatabasesProperties properties;

	/**
	 * Create it.
	 * @param environment what is said of databases
	 */
	public HeedfulPools(Environment environment) {
		this.properties = DatabasesProperties.of(environment);
		this.aliases.put(new AliasNames(Database.DEFAULT).dataSource(), Database.DEFAULT);
		this.properties.databases().forEach((alias, database) -> {
			if (database.dataSource() != null) {
				this.aliases.put(database.dataSource(), alias);
			}
		});
	}

	/** Before others stand before it. */
	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof HikariDataSource pool && !pool.isRunning()) {
			String alias = this.aliases.get(beanName);
			if (alias != null && pool.getPoolName() == null) {
				pool.setPoolName(alias);
			}
			new HeedfulPool((alias != null) ? alias : beanName,
					this.properties.of((alias != null) ? alias : beanName).maxSilence())
				.prepare(pool);
		}
		return bean;
	}

}
