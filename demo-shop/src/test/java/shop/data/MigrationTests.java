package shop.data;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

import dev.orm.Orm;
import dev.orm.boot.test.AutoConfigureOrm;
import dev.orm.boot.test.Reset;
import dev.orm.journal.Version;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.model.ModelSchema;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import shop.ShopTest;

import static org.assertj.core.api.Assertions.assertThat;

@ShopTest
@AutoConfigureOrm(reset = Reset.CLONE) // no database is made inside a transaction
class MigrationTests {

	@Autowired
	private Migrator migrator;

	@Autowired
	private Orm orm;

	@Autowired
	private DataSource dataSource;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void theModelsAreWhatTheJournalSays() {
		assertThat(ModelSchema.of(this.orm.models())).isEqualTo(this.migrator.journal().target());
	}

	@Test
	void theDatabaseIsWhatTheJournalSays() {
		assertThat(this.migrator.drift().changes()).isEmpty();
	}

	@Test
	void allMigrationsCanBeTakenBackAndRunAgain() throws SQLException {
		this.jdbc.sql("CREATE DATABASE scratch").update();
		Migrator migrations = new Migrator(
				Flyway.configure().dataSource(scratch()).locations("classpath:db/migration").load(),
				LockTimeout.STANDARD);
		int all = migrations.migrate();
		assertThat(all).isEqualTo(this.migrator.journal().migrations().size());
		assertThat(migrations.rollBack(Version.ZERO)).hasSize(all);
		assertThat(migrations.drift().changes()).isEmpty();
		assertThat(migrations.migrate()).isEqualTo(all);
		assertThat(migrations.drift().changes()).isEmpty();
	}

	/** Another database of the same server. */
	private DataSource scratch() throws SQLException {
		try (Connection connection = this.dataSource.getConnection()) {
			String url = connection.getMetaData().getURL();
			String database = connection.getCatalog();
			return new DriverManagerDataSource(url.replaceFirst("/" + database + "\\b", "/scratch"),
					connection.getMetaData().getUserName(), "");
		}
	}

}
