package dev.orm.boot.migration;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.migration.problem.MigrationException;
import dev.orm.migration.problem.MigrationProblem;
import org.flywaydb.core.Flyway;

import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.util.ClassUtils;

/**
 * A pool is too small to migrate: one connection holds Flyway's lock while the other
 * migrates.
 *
 * @since 0.1.0
 */
public final class SmallPoolException extends MigrationException {

	private static final int NEEDED = 2;

	private static final boolean HIKARI = ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource",
			SmallPoolException.class.getClassLoader());

	private final String pool;

	private SmallPoolException(String pool) {
		super(MigrationProblem.SMALL_POOL, "",
				"Migrations need %d connections, and the pool '%s' has one: they would wait for themselves."
					.formatted(NEEDED, pool),
				null);
		this.pool = pool;
	}

	/** Refuse to migrate by a pool of one. */
	static void refuse(Flyway flyway) {
		if (HIKARI) {
			Pools.refuse(flyway);
		}
	}

	/**
	 * Return which pool it is.
	 * @return its name
	 */
	public String pool() {
		return this.pool;
	}

	/** What is known where there is HikariCP. */
	private static final class Pools {

		static void refuse(Flyway flyway) {
			HikariDataSource pool = DataSourceUnwrapper.unwrap(flyway.getConfiguration().getDataSource(),
					HikariDataSource.class);
			if (pool != null && pool.getMaximumPoolSize() < NEEDED) {
				throw new SmallPoolException(String.valueOf(pool.getPoolName()));
			}
		}

	}

}
