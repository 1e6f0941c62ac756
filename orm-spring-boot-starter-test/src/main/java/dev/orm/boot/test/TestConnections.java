package dev.orm.boot.test;

import dev.orm.boot.databases.AliasNames;
import dev.orm.boot.databases.DatabaseConnectionDetails;
import dev.orm.execute.Database;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Tells how to connect to the embedded databases. */
final class TestConnections {

	private static final String USER = "postgres";

	private TestConnections() {
	}

	/** The name of the method stands in bean definitions. */
	static DatabaseConnectionDetails details(String alias, TestDatabases databases, ListableBeanFactory beans) {
		return DatabaseConnectionDetails.of(alias, url(alias, databases, beans));
	}

	static JdbcConnectionDetails standard(TestDatabases databases, ListableBeanFactory beans) {
		return new Standard(url(Database.DEFAULT, databases, beans));
	}

	private static String url(String alias, TestDatabases databases, ListableBeanFactory beans) {
		return databases.open(alias, beans.containsBeanDefinition(new AliasNames(alias).bean("FlywayInitializer")));
	}

	/** Where the default database is. */
	private record Standard(String jdbcUrl) implements JdbcConnectionDetails {

		@Override
		public String getUsername() {
			return USER;
		}

		@Override
		public String getPassword() {
			return "";
		}

		@Override
		public String getJdbcUrl() {
			return this.jdbcUrl;
		}

	}

}
