package dev.orm.boot.transaction;

import java.util.Objects;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.boot.actuate.StartFindings;
import dev.orm.boot.databases.OnlyConnectionPool;
import dev.orm.cluster.RoutedDataSource;
import dev.orm.execute.Database;

import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.transaction.ConfigurableTransactionManager;

/**
 * Lets a thread be told, where a pool has one connection, that a second transaction
 * beside its first would wait for itself.
 */
final class OneConnectionPools {

	private final StartFindings findings;

	OneConnectionPools(StartFindings findings) {
		this.findings = findings;
	}

	void look(Database database) {
		HikariDataSource pool = DataSourceUnwrapper.unwrap(database.dataSource(), HikariDataSource.class);
		if (pool == null || pool.getMaximumPoolSize() > 1) {
			return;
		}
		this.findings.warn("pool-of-one", database.alias(), """
				the pool of database '%s' has one connection: a transaction that REQUIRES_NEW inside another is refused
				  hint: let hikari.maximum-pool-size be 2 or more""".formatted(database.alias()));
		if (!(database.dataSource() instanceof RoutedDataSource)) {
			refuseSecond(database);
		}
	}

	/** Behind replicas the pool does so itself, as not all that is borrowed comes by. */
	private static void refuseSecond(Database database) {
		if (database.dataSource() instanceof LazyConnectionDataSourceProxy lazy) {
			lazy.setTargetDataSource(
					new OnlyConnectionPool(database.alias(), Objects.requireNonNull(lazy.getTargetDataSource())));
		}
		else if (database.transactionManager() instanceof ConfigurableTransactionManager manager) {
			manager.addListener(new OnlyConnection(database.alias()));
		}
	}

}
