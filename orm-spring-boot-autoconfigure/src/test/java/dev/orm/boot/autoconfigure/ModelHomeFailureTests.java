package dev.orm.boot.autoconfigure;

import dev.orm.boot.databases.OrmDataSourceAutoConfiguration;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.meta.EntityModel;
import dev.orm.routing.Hints;
import dev.orm.routing.Route;
import dev.orm.routing.Router;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose models are said to live where they cannot is answered in words.
 */
class ModelHomeFailureTests {

	private static final String LIBRARY = "dev.orm.boot.autoconfigure.library";

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, OrmDataSourceAutoConfiguration.class,
				OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class))
		.withPropertyValues(TestPostgres.properties());

	private final ApplicationContextRunner two = this.application
		.withPropertyValues("orm.databases.archive.url=" + TestPostgres.url("homes"));

	private static FailureAnalysis analysis(ApplicationContextRunner application) {
		FailureAnalysis[] analysis = new FailureAnalysis[1];
		application
			.run((context) -> analysis[0] = new ModelDefinitionFailureAnalyzer().analyze(context.getStartupFailure()));
		assertThat(analysis[0]).isNotNull();
		return analysis[0];
	}

	@Test
	void aDatabaseThatIsNotThereIsAnsweredWithThoseThatAre() {
		FailureAnalysis analysis = analysis(
				this.application
					.withBean(Databases.class,
							() -> Databases
								.of(Database.of("default", new DriverManagerDataSource(TestPostgres.url("homes")))))
					.withPropertyValues("orm.databases.archive.models=" + LIBRARY));
		assertThat(analysis.getDescription()).contains("lives in database 'archive', which is not there",
				"Choices: default");
		assertThat(analysis.getAction()).contains("the property or router that says where it lives");
	}

	@Test
	void aForeignKeyFromOneDatabaseToAnotherIsNamed() {
		FailureAnalysis analysis = analysis(
				this.two.withPropertyValues("orm.databases.archive.models=" + LIBRARY + ".Book"));
		assertThat(analysis.getDescription())
			.contains("Book.author leads from database 'archive' to 'default', where no foreign key can lead");
	}

	@Test
	void aHomeOfNothingIsAnsweredWithTheModelsThereAre() {
		FailureAnalysis analysis = analysis(this.two.withPropertyValues("orm.databases.archive.models=shop.nothing"));
		assertThat(analysis.getDescription()).contains("'shop.nothing'", "neither a model nor a package of models",
				LIBRARY + ".Author");
	}

	@Test
	void aRouterThatSendsModelsNowhereIsNamed() {
		FailureAnalysis analysis = analysis(this.application.withBean(Router.class, Nowhere::new));
		assertThat(analysis.getDescription()).contains("Nowhere sends model",
				"to database 'nowhere', which is not there");
	}

	private static final class Nowhere implements Router {

		@Override
		public Route dbForRead(EntityModel model, Hints hints) {
			return Route.to("nowhere");
		}

	}

}
