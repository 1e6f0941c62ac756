package dev.orm.boot.transaction;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.boot.actuate.StartFindings;
import dev.orm.execute.Database;

import org.springframework.boot.jdbc.DataSourceUnwrapper;

/**
 * Warns of pools with auto-commit off, in which what others than the ORM write outside of
 * a transaction is lost.
 */
final class PoolAutoCommit {

	private final StartFindings findings;

	PoolAutoCommit(StartFindings findings) {
		this.findings = findings;
	}

	void look(Database database) {
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
