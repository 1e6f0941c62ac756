package dev.orm.boot.autoconfigure;

import java.security.Principal;
import java.util.List;

import dev.orm.Orm;
import dev.orm.boot.actuate.DatabaseDescriptors.DatabaseDescriptor;
import dev.orm.boot.actuate.ModelDescriptors.ConstraintDescriptor;
import dev.orm.boot.actuate.ModelDescriptors.FieldDescriptor;
import dev.orm.boot.actuate.ModelDescriptors.ModelDescriptor;
import dev.orm.boot.actuate.ModelDescriptors.ModelSummary;
import dev.orm.boot.actuate.ModelDescriptors.RelationDescriptor;
import dev.orm.boot.actuate.OrmEndpoint;
import dev.orm.boot.actuate.OrmEndpoint.OrmDescriptor;
import dev.orm.boot.actuate.OrmEndpointWebExtension;
import dev.orm.boot.autoconfigure.library.BookManager;
import dev.orm.boot.databases.OrmDataSourceAutoConfiguration;
import dev.orm.boot.migration.OrmMigrationAutoConfiguration;
import dev.orm.routing.Router;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class OrmEndpointAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class,
				OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class, OrmEndpointAutoConfiguration.class))
		.withPropertyValues(TestPostgres.properties());

	@Test
	void theEndpointShowsDatabasesAndModelsWithoutCredentials() {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=orm").run((context) -> {
			OrmEndpoint.OrmDescriptor descriptor = context.getBean(OrmEndpoint.class).orm();
			assertThat(descriptor.models()).extracting(ModelSummary::table).contains("library_author", "library_book");
			assertThat(descriptor.databases()).containsOnlyKeys("default").hasEntrySatisfying("default", (database) -> {
				assertThat(database.url()).startsWith("jdbc:postgresql://").doesNotContain("?").doesNotContain("user");
				assertThat(database.server()).startsWith("18");
				assertThat(database.pool()).isNotNull();
				assertThat(database.pool().max()).isEqualTo(2);
				assertThat(database.models()).isEqualTo(descriptor.models().size());
				assertThat(database.replicas()).isNull();
			});
			assertThat(descriptor.routers()).isEmpty();
			assertThat(descriptor.checks()).isEmpty();
			assertThat(descriptor.migrations()).as("without the migrations of the engine").isEmpty();
		});
	}

	@Test
	void theEndpointShowsWhereTheMigrationsAre() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(OrmMigrationAutoConfiguration.class))
			.withPropertyValues("management.endpoints.web.exposure.include=orm", "orm.migrations.model-check=off")
			.run((context) -> assertThat(context.getBean(OrmEndpoint.class).orm().migrations().get("default").version())
				.isEqualTo("1"));
	}

	@Test
	void theEndpointDescribesAModelWithItsRelations() {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=orm").run((context) -> {
			OrmEndpoint endpoint = context.getBean(OrmEndpoint.class);
			ModelDescriptor book = endpoint.model("Book");
			assertThat(book).isNotNull();
			assertThat(book.fields()).extracting(FieldDescriptor::column).containsExactly("id", "title", "author_id");
			assertThat(book.relations()).extracting(RelationDescriptor::target).containsExactly("Author");
			assertThat(endpoint.model("Nothing")).isNull();
		});
	}

	@Test
	void theEndpointShowsWhereModelsLiveAndWhoManagesThem() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(OrmDataSourceAutoConfiguration.class))
			.withBean("shelves", BookManager.class)
			.withBean(ToTheArchive.class)
			.withPropertyValues("management.endpoints.web.exposure.include=orm",
					"orm.databases.archive.url=" + TestPostgres.url("described"),
					"orm.databases.archive.models=dev.orm.boot.autoconfigure.library.Parcel")
			.run((context) -> {
				OrmDescriptor descriptor = context.getBean(OrmEndpoint.class).orm();
				assertThat(descriptor.databases().get("archive").models()).isOne();
				assertThat(descriptor.routers()).containsExactly(ToTheArchive.class.getName());
				assertThat(descriptor.models()).contains(
						new ModelSummary("Parcel", "library_parcel", "archive", 11,
								List.of("ormManager.dev.orm.boot.autoconfigure.library.Parcel")),
						new ModelSummary("Book", "library_book", "default", 3,
								List.of("shelves", "ormManager.dev.orm.boot.autoconfigure.library.Book")));
				assertThat(context.getBean(OrmEndpoint.class).model("Parcel")).isNotNull()
					.extracting(ModelDescriptor::database)
					.isEqualTo("archive");
			});
	}

	@Test
	void theEndpointShowsConstraints() {
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=orm").run((context) -> {
			ModelDescriptor author = context.getBean(OrmEndpoint.class).model("Author");
			assertThat(author).isNotNull();
			assertThat(author.constraints()).containsExactly(new ConstraintDescriptor("author_named", "check"));
		});
	}

	@Test
	void functionsOfTheApplicationHideAddressesAsTheyHideProperties() {
		this.contextRunner
			.withBean(SanitizingFunction.class,
					() -> SanitizingFunction.sanitizeValue().ifKeyEquals("spring.datasource.url"))
			.withPropertyValues("management.endpoints.web.exposure.include=orm")
			.run((context) -> assertThat(url(context.getBean(OrmEndpoint.class).orm())).isEqualTo("******"));
	}

	@Test
	void addressesAreShownToWhomTheApplicationShowsThem() {
		ApplicationContextRunner exposed = this.contextRunner
			.withPropertyValues("management.endpoints.web.exposure.include=orm");
		SecurityContext nobody = SecurityContext.NONE;
		exposed.run((context) -> assertThat(url(context.getBean(OrmEndpointWebExtension.class).orm(nobody)))
			.startsWith("jdbc:postgresql:"));
		exposed.withPropertyValues("management.endpoint.orm.show-values=never").run((context) -> {
			assertThat(url(context.getBean(OrmEndpoint.class).orm())).isEqualTo("******");
			assertThat(url(context.getBean(OrmEndpointWebExtension.class).orm(nobody))).isEqualTo("******");
		});
		exposed
			.withPropertyValues("management.endpoint.orm.show-values=when-authorized",
					"management.endpoint.orm.roles=operator")
			.run((context) -> {
				assertThat(url(context.getBean(OrmEndpoint.class).orm())).isEqualTo("******");
				OrmEndpointWebExtension web = context.getBean(OrmEndpointWebExtension.class);
				assertThat(url(web.orm(nobody))).isEqualTo("******");
				assertThat(url(web.orm(new Role("reader")))).isEqualTo("******");
				assertThat(url(web.orm(new Role("operator")))).startsWith("jdbc:postgresql:");
			});
	}

	private static String url(OrmDescriptor descriptor) {
		DatabaseDescriptor database = descriptor.databases().get("default");
		return database.url();
	}

	@Test
	void thereIsNoEndpointUnlessItIsExposed() {
		this.contextRunner
			.run((context) -> assertThat(context).hasSingleBean(Orm.class).doesNotHaveBean(OrmEndpoint.class));
	}

	/** Somebody with a role. */
	private record Role(String name) implements SecurityContext {

		@Override
		public Principal getPrincipal() {
			return () -> "somebody";
		}

		@Override
		public boolean isUserInRole(String role) {
			return role.equals(this.name);
		}

	}

	/** Has an opinion on nothing. */
	static class ToTheArchive implements Router {

	}

}
