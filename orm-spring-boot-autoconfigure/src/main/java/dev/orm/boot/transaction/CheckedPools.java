package dev.orm.boot.transaction;

import dev.orm.boot.actuate.StartFindings;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;

import org.springframework.util.ClassUtils;

/**
 * Looks at pools of HikariCP, where there is one, for what surprises in transactions.
 *
 * @param findings where warnings go
 * @since 0.1.0
 */
public record CheckedPools(StartFindings findings) {

	/**
	 * Look at the pools.
	 * @param databases what they connect to
	 */
	public void look(Databases databases) {
		if (ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource", getClass().getClassLoader())) {
			for (Database database : databases.all()) {
				new PoolAutoCommit(this.findings).look(database);
				new OneConnectionPools(this.findings).look(database);
			}
		}
	}

}
