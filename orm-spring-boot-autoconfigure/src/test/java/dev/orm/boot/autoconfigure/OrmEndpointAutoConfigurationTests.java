package dev.orm.boot.autoconfigure;

import dev.orm.Orm;
import dev.orm.boot.actuate.OrmEndpoint;
import dev.orm.boot.migration.OrmMigrationAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class OrmEndpointAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class,
				OrmDatabaseAutoConfiguration.class, OrmTypesAutoConfiguration.class, OrmAutoConfiguration.class,
				OrmEndpointAutoConfiguration.class))
		.withPropertyValues(TestPostgres.properties());

	@Test
	void theEndpointShowsDatabasesAndModelsWithoutCredentials() {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=orm").run((context) -> {
			OrmEndpoint.OrmDescriptor descriptor = context.getBean(OrmEndpoint.class).orm();
			assertThat(descriptor.models()).extracting(OrmEndpoint.ModelSummary::table)
				.contains("library_author", "library_book");
			assertThat(descriptor.databases()).containsOnlyKeys("default").hasEntrySatisfying("default", (database) -> {
				assertThat(database.url()).startsWith("jdbc:postgresql://").doesNotContain("?").doesNotContain("user");
				assertThat(database.server()).startsWith("18");
				assertThat(database.pool()).isNotNull();
				assertThat(database.pool().max()).isEqualTo(2);
			});
			assertThat(descriptor.checks()).isEmpty();
			assertThat(descriptor.migrations()).as("without the migrations of the engine").isEmpty();
		});
	}

	@Test
	void theEndpointShowsWhereTheMigrationsAre() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(OrmMigrationAutoConfiguration.class))
			.withPropertyValues("management.endpoints.web.exposure.include=orm", "orm.migrations.model-check=off",
					"spring.datasource.hikari.maximum-pool-size=3")
			.run((context) -> assertThat(context.getBean(OrmEndpoint.class).orm().migrations().get("default").version())
				.isEqualTo("1"));
	}

	@Test
	void theEndpointDescribesAModelWithItsRelations() {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=orm").run((context) -> {
			OrmEndpoint endpoint = context.getBean(OrmEndpoint.class);
			OrmEndpoint.ModelDescriptor book = endpoint.model("Book");
			assertThat(book).isNotNull();
			assertThat(book.fields()).extracting(OrmEndpoint.FieldDescriptor::column)
				.containsExactly("id", "title", "author_id");
			assertThat(book.relations()).extracting(OrmEndpoint.RelationDescriptor::target).containsExactly("Author");
			assertThat(endpoint.model("Nothing")).isNull();
		});
	}

	@Test
	void thereIsNoEndpointUnlessItIsExposed() {
		this.contextRunner
			.run((context) -> assertThat(context).hasSingleBean(Orm.class).doesNotHaveBean(OrmEndpoint.class));
	}

}
