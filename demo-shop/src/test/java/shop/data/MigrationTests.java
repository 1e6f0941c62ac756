package shop.data;

import dev.orm.boot.test.Migrations;
import dev.orm.boot.test.OrmMigrationTest;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@OrmMigrationTest
class MigrationTests {

	@Test
	void allMigrationsHold(Migrations migrations) {
		// tag::all[]
		assertThat(migrations).matchModels().rollBackCleanly().keepRows();
		// end::all[]
	}

	@Test
	void usersThatAreThereGetADisplayName(Migrations migrations, JdbcClient jdbc) {
		migrations.to("0003");
		jdbc.sql("INSERT INTO shop_user (username, email, first_name, last_name, is_active, date_joined) "
				+ "VALUES ('ada', 'ada@example.org', 'Ada', 'Lovelace', true, now())")
			.update();
		migrations.to("0005");
		assertThat(jdbc.sql("SELECT display_name FROM shop_user").query(String.class).list())
			.containsExactly("Ada Lovelace");
		migrations.to("0003").to("0002");
		assertThat(jdbc.sql("SELECT username FROM shop_user").query(String.class).list()).containsExactly("ada");
	}

}
