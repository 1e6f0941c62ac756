package dev.orm.attack;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each operation stores on a pool that hands out connections with auto-commit off what it
 * stores on any other: the rows are looked at from outside.
 */
class AutoCommitOffOperationTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create(Stream.of(Bank.SCHEMA, Library.SCHEMA).flatMap(Arrays::stream).toArray(String[]::new));

	private static final HikariDataSource POOL = database.poolWithoutAutoCommit();

	private static final Bank OFF = new Bank(POOL);

	private static final Bank ON = new Bank(database.dataSource());

	@AfterAll
	static void closePool() {
		POOL.close();
	}

	static Set<String> operations() {
		return NthCallAttack.works().keySet();
	}

	@ParameterizedTest
	@MethodSource("operations")
	void storesWhatItStoresWithAutoCommitOn(String operation) {
		String stored = rowsAfter(operation, ON);

		assertThat(rowsAfter(operation, OFF)).isEqualTo(stored);
		assertThat(POOL.getHikariPoolMXBean().getActiveConnections()).isZero();
	}

	private static String rowsAfter(String operation, Bank bank) {
		database.truncate("attack_account", "attack_item", "attack_order", "attack_line", "attack_transfer",
				Library.TABLES);
		ON.open();
		Library.open(ON.orm());
		NthCallAttack.works().get(operation).run(bank);
		return JdbcClient.create(database.dataSource()).sql(NthCallAttack.ROWS).query(String.class).single();
	}

}
