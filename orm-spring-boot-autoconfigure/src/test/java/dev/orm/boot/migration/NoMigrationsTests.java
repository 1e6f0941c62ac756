package dev.orm.boot.migration;

import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Who begins with models, and knows nothing of migrations yet. */
@ExtendWith(OutputCaptureExtension.class)
class NoMigrationsTests {

	private static final String TOLD = "there are models, and no migration makes their tables";

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, OrmDatabaseAutoConfiguration.class,
				OrmAutoConfiguration.class, FlywayAutoConfiguration.class, OrmMigrationAutoConfiguration.class))
		.withPropertyValues("spring.datasource.hikari.maximum-pool-size=2", "orm.migrations.model-check=fail");

	@Test
	void isToldWhatMakesThem(CapturedOutput output) {
		this.application
			.withPropertyValues("spring.datasource.url=" + TestPostgres.url("no_migrations"),
					"spring.flyway.locations=classpath:db/nothing")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(output).contains(TOLD, "run ./mvnw orm:makemigrations");
			});
	}

	@Test
	void whoWritesMigrationsByHandIsToldNothing(CapturedOutput output) {
		this.application
			.withPropertyValues("spring.datasource.url=" + TestPostgres.url("some_migrations"),
					"spring.flyway.locations=classpath:db/migration")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(output).doesNotContain(TOLD);
			});
	}

}
