package dev.orm.boot.databases;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.cluster.silence.HeedfulSocketFactory;
import dev.orm.execute.Database;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Prepares the pools that the application and Spring Boot make, as those of aliases are:
 * named after their database, and not waiting for a server that is not there any more.
 *
 * @since 0.1.0
 */
public final class HeedfulPools implements BeanPostProcessor {

	/** How long a server may say nothing where nobody says how long, in seconds. */
	static final long USUAL_SECONDS = 10;

	private static final String FACTORY = "socketFactory";

	private static final String TIMEOUT = "socketTimeout";

	private static final String KEEP_ALIVE = "tcpKeepAlive";

	private static final String DRIVER = "org.postgresql.Driver";

	/** The bean that Spring Boot makes. */
	private static final String OF_BOOT = "dataSource";

	private final Map<String, String> aliases = new HashMap<>();

	private final DatabasesProperties properties;

	/**
	 * Create it.
	 * @param environment what is said of databases
	 */
	public HeedfulPools(Environment environment) {
		this.properties = DatabasesProperties.of(environment);
		this.aliases.put(OF_BOOT, Database.DEFAULT);
		for (Map.Entry<String, DatabaseProperties> database : this.properties.databases().entrySet()) {
			String named = database.getValue().dataSource();
			if (named != null) {
				this.aliases.put(named, database.getKey());
			}
		}
	}

	/** Before others stand before it. */
	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof HikariDataSource pool && !pool.isRunning()) {
			String alias = this.aliases.get(beanName);
			if (alias != null && pool.getPoolName() == null) {
				pool.setPoolName(alias);
			}
			String named = (alias != null) ? alias : beanName;
			prepare(pool, named, maxSilence(named));
		}
		return bean;
	}

	/** Most applications say nothing, and need not know what there is to say. */
	private Duration maxSilence(String alias) {
		DatabaseProperties said = this.properties.databases().get(alias);
		return (said != null) ? said.maxSilence() : Duration.ofSeconds(USUAL_SECONDS);
	}

	/**
	 * Let nobody wait for a server of PostgreSQL that is not there any more. What the
	 * application says of sockets, in the URL or as properties of the pool, counts
	 * instead.
	 * @param pool the pool
	 * @param alias the database, as errors name it
	 * @param maxSilence how long a server may say nothing before it is asked; 0 to wait
	 */
	static void prepare(HikariDataSource pool, String alias, Duration maxSilence) {
		if (!maxSilence.isZero() && !pool.isRunning() && isOfPostgres(pool.getJdbcUrl()) && !isSaid(pool, FACTORY)
				&& !isSaid(pool, TIMEOUT) && findsTheFactory()) {
			pool.addDataSourceProperty(FACTORY, HeedfulSocketFactory.class.getName());
			pool.addDataSourceProperty(FACTORY + "Arg", HeedfulSocketFactory.argument(alias, maxSilence));
			if (!isSaid(pool, KEEP_ALIVE)) {
				pool.addDataSourceProperty(KEEP_ALIVE, "true");
			}
		}
	}

	private static boolean isOfPostgres(@Nullable String url) {
		return url != null && url.startsWith("jdbc:postgresql:");
	}

	private static boolean isSaid(HikariDataSource pool, String property) {
		return pool.getDataSourceProperties().containsKey(property) || pool.getJdbcUrl().contains(property + "=");
	}

	/** A driver that the server of several applications brings does not. */
	private static boolean findsTheFactory() {
		ClassLoader own = HeedfulPools.class.getClassLoader();
		return ClassUtils.isPresent(DRIVER, own) && ClassUtils.isVisible(HeedfulSocketFactory.class,
				ClassUtils.resolveClassName(DRIVER, own).getClassLoader());
	}

}
