package dev.orm.execute;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Supplier;
import dev.orm.acceptance.shop.Tag;
import dev.orm.error.DatabaseConnectionException;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Errors of connections, and of what a database lacks, name the place and the way out.
 */
class DatabaseConnectionTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create();

	private final HikariDataSource pool = pool();

	private final Orm orm = Orm.builder()
		.database(Database.of("archive", this.pool))
		.database(Database.of("default", this.pool))
		.models(List.of(Tag.class, Product.class, Category.class, Supplier.class))
		.build();

	private static HikariDataSource pool() {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(database.url());
		config.setMaximumPoolSize(1);
		config.setConnectionTimeout(250);
		return new HikariDataSource(config);
	}

	@AfterEach
	void close() {
		this.pool.close();
	}

	@Test
	void aPoolWithoutAFreeConnectionIsNamed() throws SQLException {
		try (Connection kept = this.pool.getConnection()) {
			assertThat(kept.isClosed()).isFalse();
			assertThatExceptionOfType(DatabaseConnectionException.class)
				.isThrownBy(() -> this.orm.using("archive").sql("SELECT 1").flat(Integer.class))
				.satisfies((ex) -> assertThat(ex.getDatabase()).isEqualTo("archive"))
				.withMessageStartingWith("No connection to database 'archive': ")
				.withMessageContaining("request timed out after")
				.withMessageContaining("hint: end transactions sooner");
			assertThatExceptionOfType(DatabaseConnectionException.class).isThrownBy(() -> this.orm.atomic().run(() -> {
			})).withMessageStartingWith("No connection to database 'default': ");
		}
	}

	/** As beside replicas, and with {@code connection-fetch=lazy}. */
	@Test
	void soIsOneThatIsAskedAtTheFirstStatement() throws SQLException {
		LazyConnectionDataSourceProxy lazy = new LazyConnectionDataSourceProxy();
		lazy.setTargetDataSource(this.pool);
		lazy.setDefaultAutoCommit(true);
		lazy.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
		Orm late = Orm.builder()
			.database(Database.of("default", lazy))
			.models(List.of(Product.class, Category.class, Supplier.class, Tag.class))
			.build();
		try (Connection kept = this.pool.getConnection()) {
			assertThat(kept.isClosed()).isFalse();
			assertThatExceptionOfType(DatabaseConnectionException.class)
				.isThrownBy(() -> late.atomic().run(() -> late.sql("SELECT 1").flat(Integer.class)))
				.satisfies((ex) -> assertThat(ex.getDatabase()).isEqualTo("default"))
				.withMessageStartingWith("Cannot run [SELECT 1]; there is no connection to database 'default': ")
				.withMessageContaining("hint: end transactions sooner");
		}
	}

	@Test
	void aLostConnectionIsNamed() {
		assertThatExceptionOfType(DatabaseConnectionException.class)
			.isThrownBy(() -> this.orm.sql("SELECT pg_terminate_backend(pg_backend_pid())").flat(Boolean.class))
			.withMessageContaining("the connection to database 'default' was lost: FATAL: terminating connection")
			.withMessageContaining("hint: repeat the transaction");
	}

	@Test
	void aTableOrColumnThatIsNotThereSaysThatMigrationsArePending() {
		for (String sql : List.of("SELECT * FROM nowhere", "SELECT nothing FROM pg_class", "SELECT 1 FROM no.where")) {
			assertThatExceptionOfType(BadSqlGrammarException.class).as(sql)
				.isThrownBy(() -> this.orm.sql(sql).flat(Integer.class))
				.withMessageContaining("does not exist")
				.withMessageContaining("[" + sql + "]")
				.withMessageEndingWith("apply the pending migrations, or write one by makemigrations");
		}
	}

	@Test
	void aFunctionOrTypeOfAnExtensionSaysWhereThatComesFrom() {
		for (String sql : List.of("SELECT similarity('a', 'b')", "SELECT 'a=>b'::hstore")) {
			assertThatExceptionOfType(BadSqlGrammarException.class).as(sql)
				.isThrownBy(() -> this.orm.sql(sql).flat(String.class))
				.withMessageContaining("does not exist")
				.withMessageContaining("meta.extension(\"...\")");
		}
	}

}
