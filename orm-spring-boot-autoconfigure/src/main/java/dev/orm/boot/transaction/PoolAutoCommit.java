package dev.orm.boot.transaction;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.jdbc.DataSourceUnwrapper;

/**
 * Warns of pools with auto-commit off, in which what others than the ORM write outside of
 * a transaction is lost.
 */
final class PoolAutoCommit implements SmartInitializingSingleton {

	private static final Logger LOGGER = LoggerFactory.getLogger(PoolAutoCommit.class);

	private final Databases databases;

	PoolAutoCommit(Databases databases) {
		this.databases = databases;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.databases.all().forEach(PoolAutoCommit::look);
	}

	private static void look(Database database) {
		HikariDataSource pool = DataSourceUnwrapper.unwrap(database.dataSource(), HikariDataSource.class);
		if (pool != null && !pool.isAutoCommit()) {
			LOGGER.warn("""
					pool-auto-commit: the pool of database '{}' has auto-commit off: what JdbcClient and JdbcTemplate \
					write outside of a transaction is lost
					  hint: leave auto-commit on, or write in atomic.run(...) and @Transactional methods only""",
					database.alias());
		}
	}

}
