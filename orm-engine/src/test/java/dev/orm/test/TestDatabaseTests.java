package dev.orm.test;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class TestDatabaseTests {

	private static final String SCHEMA = "CREATE TABLE thing (id bigint PRIMARY KEY)";

	@Test
	void databasesOfOneSchemaDoNotShareRows() {
		try (TestDatabase left = TestDatabase.create(SCHEMA); TestDatabase right = TestDatabase.create(SCHEMA)) {
			left.execute("INSERT INTO thing VALUES (1)");

			assertThat(ids(left)).containsExactly(1L);
			assertThat(ids(right)).isEmpty();
		}
	}

	@Test
	void sortsByCodePointInUtf8() {
		try (TestDatabase database = TestDatabase.create()) {
			JdbcClient client = JdbcClient.create(database.dataSource());

			assertThat(client.sql("SHOW server_encoding").query(String.class).single()).isEqualTo("UTF8");
			assertThat(client.sql("SELECT 'a' < 'B'").query(Boolean.class).single()).isFalse();
			assertThat(client.sql("SELECT lower('Ä')").query(String.class).single()).isEqualTo("ä");
		}
	}

	private static List<Long> ids(TestDatabase database) {
		return JdbcClient.create(database.dataSource()).sql("SELECT id FROM thing").query(Long.class).list();
	}

}
