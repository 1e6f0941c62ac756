package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.manage.Project;
import dev.orm.migration.problem.MigrationException;
import dev.orm.migration.problem.MigrationProblem;
import dev.orm.expression.Q;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.declared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Where no temporary table is made, nobody knows whether a check that the server spells
 * its own way is ours: that is said, and is no difference.
 */
class UncomparedDatabaseTests extends ShopCommands {

	private static final String LOOKING = "SET ROLE orm_looking";

	private static final String READING = "SET default_transaction_read_only = on";

	private static final String OF_DATABASE = "DO $$ BEGIN EXECUTE format('%s', current_database()); END $$";

	@BeforeEach
	void aCheck() {
		this.models = declared((meta) -> meta.check("named", Q.of("name__gt", "a")), NAME, CATEGORY);
		make();
	}

	private HikariDataSource pool(String begin) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(this.database.url());
		config.setMaximumPoolSize(2);
		config.setMinimumIdle(0);
		config.setConnectionInitSql(begin);
		return new HikariDataSource(config);
	}

	private Migrator migrator(HikariDataSource pool) {
		return new Migrator(
				Flyway.configure().dataSource(pool).locations("filesystem:" + root().resolve("migration")).load(),
				LockTimeout.STANDARD);
	}

	private ExitCode database(HikariDataSource pool, String... words) {
		return run(Project.ofDatabase(migrator(pool), () -> this.models), words);
	}

	private AbstractObjectAssert<?, MigrationException> drift(HikariDataSource pool) {
		return assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrator(pool).drift())
			.withMessageStartingWith("The database cannot be compared: ")
			.asInstanceOf(InstanceOfAssertFactories.type(MigrationException.class));
	}

	/** A role that reads, and makes nothing. */
	private void reader() {
		this.database.execute("DO $$ BEGIN CREATE ROLE orm_looking; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
				OF_DATABASE.formatted("REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC"),
				"GRANT SELECT ON ALL TABLES IN SCHEMA public TO orm_looking");
	}

	@Test
	void aRoleWithoutTemporaryTablesIsToldWhatToGrant() {
		migrator().migrate();
		reader();
		try (HikariDataSource pool = pool(LOOKING)) {
			drift(pool).returns(MigrationProblem.RIGHTS, MigrationException::problem)
				.extracting(Throwable::getMessage)
				.asString()
				.contains("permission denied to create temporary tables", "GRANT TEMPORARY ON DATABASE");
			assertThat(database(pool, "drift")).isEqualTo(ExitCode.USAGE);
			assertThat(this.said).contains("GRANT TEMPORARY").doesNotContain("shop_product");
			this.database.execute(OF_DATABASE.formatted("GRANT TEMPORARY ON DATABASE %I TO orm_looking"));
			assertThat(database(pool, "drift")).as(this.said).isEqualTo(ExitCode.FINE);
		}
	}

	@Test
	void whatCannotBeComparedIsNotSaidToBeAnotherSchema() throws IOException {
		this.database.execute(Files.readString(this.folder.resolve("migration/V0001__initial.sql")));
		reader();
		try (HikariDataSource pool = pool(LOOKING)) {
			assertThat(database(pool, "migrate", "--fake-initial")).isEqualTo(ExitCode.USAGE);
			assertThat(this.said).contains("GRANT TEMPORARY").doesNotContain("is not what V0001__initial makes");
		}
		assertThat(database("migrate", "--fake-initial")).as(this.said).isEqualTo(ExitCode.FINE);
	}

	@Test
	void whereNothingIsWrittenThePrimaryIsToBeAsked() {
		migrator().migrate();
		try (HikariDataSource pool = pool(READING)) {
			drift(pool).returns(MigrationProblem.READ_ONLY, MigrationException::problem)
				.extracting(Throwable::getMessage)
				.asString()
				.contains("cannot execute CREATE TABLE in a read-only transaction", "ask the primary");
			assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
		}
		nothingDrifts();
	}

	@Test
	void aConnectionThatIsLostIsNoDifference() {
		migrator().migrate();
		this.database.execute("""
				CREATE FUNCTION ends() RETURNS event_trigger LANGUAGE plpgsql AS $$
				BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); END $$""",
				"CREATE EVENT TRIGGER ends ON ddl_command_start WHEN tag IN ('CREATE TABLE') EXECUTE FUNCTION ends()");
		try (HikariDataSource pool = pool("SELECT 1")) {
			drift(pool).returns(MigrationProblem.LOST_CONNECTION, MigrationException::problem)
				.extracting(Throwable::getMessage)
				.asString()
				.contains("terminating connection due to administrator command", "run again");
		}
		this.database.execute("DROP EVENT TRIGGER ends");
		nothingDrifts();
	}

}
