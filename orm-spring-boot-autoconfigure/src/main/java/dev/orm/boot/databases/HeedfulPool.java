package dev.orm.boot.databases;

import java.time.Duration;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.cluster.silence.HeedfulSocketFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Lets nobody wait for a server of PostgreSQL that is not there any more: the connections
 * of a pool ask in silence whether it is. What the application says of sockets, in the
 * URL or as properties of the pool, counts instead.
 *
 * @param alias the database, as errors name it
 * @param maxSilence how long a server may say nothing before it is asked; 0 to wait
 */
record HeedfulPool(String alias, Duration maxSilence) {

	private static final String FACTORY = "socketFactory";

	private static final String TIMEOUT = "socketTimeout";

	private static final String KEEP_ALIVE = "tcpKeepAlive";

	private static final String DRIVER = "org.postgresql.Driver";

	void prepare(HikariDataSource pool) {
		if (!this.maxSilence.isZero() && !pool.isRunning() && isOfPostgres(pool.getJdbcUrl()) && !isSaid(pool, FACTORY)
				&& !isSaid(pool, TIMEOUT) && findsTheFactory()) {
			pool.addDataSourceProperty(FACTORY, HeedfulSocketFactory.class.getName());
			pool.addDataSourceProperty(FACTORY + "Arg", HeedfulSocketFactory.argument(this.alias, this.maxSilence));
			if (!isSaid(pool, KEEP_ALIVE)) {
				pool.addDataSourceProperty(KEEP_ALIVE, "true");
			}
		}
	}

	private static boolean isOfPostgres(@Nullable String url) {
		return url != null && url.startsWith("jdbc:postgresql:");
	}

	private static boolean isSaid(HikariDataSource pool, String property) {
		Map<Object, Object> properties = pool.getDataSourceProperties();
		return properties.containsKey(property) || pool.getJdbcUrl().contains(property + "=");
	}

	/** A driver that the server of several applications brings does not. */
	private static boolean findsTheFactory() {
		ClassLoader own = HeedfulPool.class.getClassLoader();
		return ClassUtils.isPresent(DRIVER, own) && ClassUtils.isVisible(HeedfulSocketFactory.class,
				ClassUtils.resolveClassName(DRIVER, own).getClassLoader());
	}

}
