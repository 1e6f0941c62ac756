package dev.orm.boot.databases;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.boot.databases.DatabaseConnectionDetails.Server;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.transaction.Atomic;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Makes the beans of a database. The names of the methods stand in bean definitions. */
final class DatabaseBeans {

	private DatabaseBeans() {
	}

	static HikariDataSource pool(String alias, DatabasesProperties properties,
			ObjectProvider<DatabaseConnectionDetails> details, Environment environment) {
		Server server = details.orderedStream()
			.filter((candidate) -> candidate.alias().equals(alias))
			.findFirst()
			.map(DatabaseConnectionDetails::primary)
			.orElse(null);
		return new DatabasePool(alias, properties.of(alias), environment).open(server);
	}

	static LazyDataSource lazyPool(String alias, DatabasesProperties properties,
			ObjectProvider<DatabaseConnectionDetails> details, Environment environment) {
		return new LazyDataSource(pool(alias, properties, details, environment));
	}

	static JdbcTransactionManager transactionManager(DataSource dataSource,
			ObjectProvider<TransactionManagerCustomizers> customizers) {
		JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
		manager.setExceptionTranslator(Database.exceptionTranslator());
		customizers.ifAvailable((all) -> all.customize(manager));
		return manager;
	}

	static JdbcClient jdbcClient(DataSource dataSource) {
		return JdbcClient.create(dataSource);
	}

	static Atomic atomic(String alias, Databases databases) {
		return new Atomic(databases).using(alias);
	}

}
