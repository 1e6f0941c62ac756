package dev.orm.transaction;

import java.time.Duration;
import java.util.List;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.execute.StatementCall;
import dev.orm.execute.StatementRunner;
import dev.orm.observe.Operation;
import dev.orm.observe.QueryListeners;
import dev.orm.routing.Route;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The server has limits of its own: what runs into one says which, and the pool is well.
 */
class ServerLimitTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create();

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					statement_timeout                   | 0   | SELECT pg_sleep(5) | a limit of the server (statement_timeout)
					transaction_timeout                 | 0   | SELECT pg_sleep(5) | let transaction_timeout of the server be longer
					idle_in_transaction_session_timeout | 600 | SELECT 2           | wait for nobody in a transaction
					""")
	void itsNameIsSaidAndTheNextStatementIsFine(String setting, long pause, String sql, String hint) {
		try (HikariDataSource pool = pool(setting)) {
			Databases databases = Databases.of(Database.of("default", pool));
			StatementRunner runner = new StatementRunner(databases, QueryListeners.NONE);
			assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> new Atomic(databases).run(() -> {
				ask(runner, "SELECT 1");
				sleep(Duration.ofMillis(pause));
				ask(runner, sql);
			})).withMessageContaining("[" + sql + "]").withMessageContaining(hint);
			assertThat(ask(runner, "SELECT 3")).isEqualTo("3");
			assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
		}
	}

	private static HikariDataSource pool(String setting) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(database.url() + "&options=-c%20" + setting + "=300");
		config.setMaximumPoolSize(1);
		return new HikariDataSource(config);
	}

	private static String ask(StatementRunner runner, String sql) {
		return runner.query(StatementCall.reading(Route.DEFAULT, sql, List.of(), List.of(), Operation.SELECT, "n"),
				(rows) -> {
					rows.next();
					return String.valueOf(rows.getString(1));
				});
	}

	private static void sleep(Duration time) {
		try {
			Thread.sleep(time.toMillis());
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
