package dev.orm.boot.autoconfigure;

import dev.orm.Orm;
import dev.orm.boot.actuate.OrmEndpoint;
import dev.orm.boot.actuate.StatementStatistics;
import dev.orm.boot.autoconfigure.library.Author;
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
	void theEndpointShowsModelsAndStatementsWithoutValues() {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=orm").run((context) -> {
			context.getBean(Orm.class).manager(Author.class).filter("name", "secret").count();
			OrmEndpoint.OrmDescriptor descriptor = context.getBean(OrmEndpoint.class).orm();
			assertThat(descriptor.models()).extracting(OrmEndpoint.ModelSummary::table)
				.contains("library_author", "library_book");
			assertThat(descriptor.statements()).singleElement().satisfies((statement) -> {
				assertThat(statement.sql()).contains("library_author").doesNotContain("secret");
				assertThat(statement.count()).isOne();
				assertThat(statement.meanMillis()).isPositive();
			});
		});
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
	void nothingIsCountedUnlessTheEndpointIsExposed() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(Orm.class)
			.doesNotHaveBean(OrmEndpoint.class)
			.doesNotHaveBean(StatementStatistics.class));
	}

}
