package dev.orm.boot.autoconfigure;

import java.util.Arrays;

import dev.orm.Orm;
import dev.orm.boot.autoconfigure.library.Author;
import dev.orm.execute.Databases;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/** The configuration that the page on configuration prints, as it is. */
class TwoDatabasesTests {

	@Test
	void anApplicationWithTwoDatabasesStarts() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
					OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class))
			.withPropertyValues(renamed(TestPostgres.properties(), "shop.datasource.main"))
			.withPropertyValues(renamed(TestPostgres.properties(), "shop.datasource.archive"))
			.withUserConfiguration(TwoDatabases.class)
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(Orm.class);
				assertThat(context.getBean(Databases.class).get("archive").alias()).isEqualTo("archive");
				assertThat(context.getBean(Orm.class).manager(Author.class).using("archive").toSql()).isNotEmpty();
			});
	}

	private static String[] renamed(String[] properties, String prefix) {
		return Arrays.stream(properties)
			.map((property) -> property.replace("spring.datasource.", prefix + ".").replace(".url=", ".jdbc-url="))
			.toArray(String[]::new);
	}

}
