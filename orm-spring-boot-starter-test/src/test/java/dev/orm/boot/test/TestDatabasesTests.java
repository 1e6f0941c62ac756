package dev.orm.boot.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class TestDatabasesTests {

	private static final FixtureFiles FIXTURES = new FixtureFiles(List.of("fixtures/library.json"));

	@Test
	void migrationsRunOnceForAllContexts() {
		AtomicInteger runs = new AtomicInteger();
		FlywayMigrationStrategy counting = (flyway) -> {
			runs.incrementAndGet();
			flyway.migrate();
		};
		try (TestDatabases one = new TestDatabases(FixtureFiles.NONE);
				TestDatabases other = new TestDatabases(FixtureFiles.NONE)) {
			String first = one.open("default", true);
			String second = other.open("default", true);
			assertThat(first).isNotEqualTo(second);
			one.migrate("default", flyway(first, "once"), counting);
			other.migrate("default", flyway(second, "once"), counting);
			assertThat(runs).hasValue(1);
			assertThat(authors(first)).isEqualTo(1);
			client(first).sql("DELETE FROM library_author").update();
			assertThat(authors(first)).isZero();
			assertThat(authors(second)).isEqualTo(1);
			one.reset((elsewhere) -> client(elsewhere).sql("no fixtures are wanted").update());
			assertThat(authors(first)).isEqualTo(1);
		}
	}

	@Test
	void otherPlaceholdersMakeAnotherTemplate() {
		assertThat(MigrationHash.of(flyway("jdbc:postgresql:none", "one").getConfiguration()))
			.isNotEqualTo(MigrationHash.of(flyway("jdbc:postgresql:none", "other").getConfiguration()))
			.isEqualTo(MigrationHash.of(flyway("jdbc:postgresql:none", "one").getConfiguration()));
	}

	@Test
	void aMigrationThatFailsLeavesNoTemplateBehind() {
		try (TestDatabases databases = new TestDatabases(FixtureFiles.NONE)) {
			Flyway flyway = flyway(databases.open("default", true), "failing");
			assertThatIllegalStateException().isThrownBy(() -> databases.migrate("default", flyway, (any) -> {
				throw new IllegalStateException("half-way");
			}));
			databases.migrate("default", flyway, Flyway::migrate);
			assertThat(authors(databases.open("default", true))).isEqualTo(1);
		}
	}

	@Test
	void aDatabaseWithoutMigrationsIsEmptyAndThereAtOnce() {
		try (TestDatabases databases = new TestDatabases(FixtureFiles.NONE)) {
			assertThat(client(databases.open("default", false)).sql("SELECT 1").query(Integer.class).single()).isOne();
		}
	}

	@Test
	void fixturesThatAreLoadedTwiceAreInATemplateAfterwards() {
		List<String> loaded = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			try (TestDatabases databases = new TestDatabases(FIXTURES)) {
				String url = databases.open("default", true);
				databases.migrate("default", flyway(url, "filled"), Flyway::migrate);
				databases.load(() -> load(loaded, "context", url), (elsewhere) -> load(loaded, "template", elsewhere));
				assertThat(authors(url)).isEqualTo(2);
			}
		}
		assertThat(loaded).containsExactly("context", "context", "template");
	}

	@Test
	void databasesThatAreMadeAnewHaveTheFixtures() {
		List<String> loaded = new ArrayList<>();
		try (TestDatabases databases = new TestDatabases(FIXTURES)) {
			String url = databases.open("default", true);
			databases.migrate("default", flyway(url, "renewed"), Flyway::migrate);
			for (int i = 0; i < 3; i++) {
				databases.load(() -> load(loaded, "context", url), (elsewhere) -> load(loaded, "again", elsewhere));
				client(url).sql("INSERT INTO library_author (name) VALUES ('of a test')").update();
				databases.reset((elsewhere) -> load(loaded, "template", elsewhere));
				assertThat(authors(url)).isEqualTo(2);
			}
		}
		assertThat(loaded).containsExactly("context", "template");
	}

	@Test
	void otherContentIsAnotherTemplate() {
		assertThat(FIXTURES.template("t")).hasSizeLessThan(64)
			.isEqualTo(new FixtureFiles(FIXTURES.names()).template("t"))
			.isNotEqualTo(new FixtureFiles(List.of("fixtures/field.json")).template("t"))
			.isNotEqualTo(new FixtureFiles(List.of("fixtures/missing.json")).template("t"));
	}

	private static void load(List<String> loaded, String where, String url) {
		loaded.add(where);
		client(url).sql("INSERT INTO library_author (name) VALUES ('of a fixture')").update();
	}

	private static Flyway flyway(String url, String placeholder) {
		return Flyway.configure().dataSource(url, null, null).placeholders(Map.of("of", placeholder)).load();
	}

	private static int authors(String url) {
		return client(url).sql("SELECT count(*) FROM library_author").query(Integer.class).single();
	}

	private static JdbcClient client(String url) {
		return JdbcClient.create(new SimpleDriverDataSource(new org.postgresql.Driver(), url));
	}

}
