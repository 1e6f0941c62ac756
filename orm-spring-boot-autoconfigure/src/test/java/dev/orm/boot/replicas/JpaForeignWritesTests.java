package dev.orm.boot.replicas;

import dev.orm.Orm;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.boot.databases.OrmDataSourceAutoConfiguration;
import dev.orm.error.TransactionManagementException;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The transaction of a JPA manager is one beside which writes are foreign. */
class JpaForeignWritesTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				OrmDataSourceAutoConfiguration.class, OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class))
		.withUserConfiguration(JpaOnReplicasTests.Jpa.class)
		.withPropertyValues(TestPostgres.properties())
		.withPropertyValues("orm.databases.archive.url=" + TestPostgres.url("jpa_archive"),
				"orm.transactions.foreign-writes=fail");

	@Test
	void aWriteBesideATransactionOfJpaIsRefused() {
		this.application.run((context) -> {
			Orm orm = context.getBean(Orm.class);
			TransactionTemplate jpa = new TransactionTemplate(context.getBean(JpaTransactionManager.class));
			orm.using("archive").sql("CREATE TABLE kept (id int)").update();

			assertThatExceptionOfType(TransactionManagementException.class)
				.isThrownBy(() -> jpa.executeWithoutResult((status) -> keep(orm)))
				.withMessageContaining("while a transaction of database 'default' is open");

			keep(orm);
			jpa.executeWithoutResult((status) -> orm.atomic().using("archive").run(() -> keep(orm)));
		});
	}

	private static void keep(Orm orm) {
		orm.using("archive").sql("INSERT INTO kept VALUES (1)").update();
	}

}
