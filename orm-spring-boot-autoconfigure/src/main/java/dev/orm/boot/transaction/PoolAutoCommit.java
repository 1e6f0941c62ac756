package dev.orm.boot.transaction;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.boot.actuate.StartFindings;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.jdbc.DataSourceUnwrapper;

/**
 * Warns of pools with auto-commit off, in which what others than the ORM write outside of
 * a transaction is lost.
 */
final class PoolAutoCommit implements SmartInitializingSingleton {

	private final Databases databases;

	private final StartFindings findings;

	PoolAutoCommit(Databases databases, StartFindings findings) {
		this.databases = databases;
		this.findings = findings;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.databases.all().forEach(this::look);
	}

	private void look(Database database) {
		HikariDataSource pool = DataSourceUnwrapper.unwrap(database.dataSource(), HikariDataSource.class);
		if (pool != null && !pool.isAutoCommit()) {
			this.findings.warn("pool-auto-commit", database.alias(), """
					the pool of database '%s' has auto-commit off: what JdbcClient and JdbcTemplate write outside of a \
					transaction is lost
					  hint: leave auto-commit on, or write in atomic.run(...) and @Transactional methods only"""
				.formatted(database.alias()));
		}
	}

}
