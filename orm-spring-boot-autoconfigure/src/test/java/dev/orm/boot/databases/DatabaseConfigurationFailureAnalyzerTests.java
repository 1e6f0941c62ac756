package dev.orm.boot.databases;

import java.io.PrintWriter;
import java.io.StringWriter;

import dev.orm.boot.autoconfigure.FailureAnalyses;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.boot.replicas.OrmReplicaAutoConfiguration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseConfigurationFailureAnalyzerTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, OrmDataSourceAutoConfiguration.class,
				OrmReplicaAutoConfiguration.class, OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class))
		.withPropertyValues(TestPostgres.properties());

	@Test
	void twoUrlsOfTheDefaultDatabaseAreRefused() {
		FailureAnalysis analysis = failure("orm.databases.default.url=jdbc:postgresql://localhost/shop");
		assertThat(analysis.getDescription()).contains("spring.datasource.url", "orm.databases.default.url");
		assertThat(analysis.getAction()).contains("Remove one");
	}

	@Test
	void anAliasWithoutUrlAndBeanIsRefused() {
		FailureAnalysis analysis = failure("orm.databases.archive.username=shop");
		assertThat(analysis.getDescription()).contains("'archive'");
		assertThat(analysis.getAction()).contains("orm.databases.archive.url", "orm.databases.archive.data-source",
				"DatabaseConnectionDetails");
	}

	@Test
	void anAliasWithUrlAndBeanIsRefused() {
		FailureAnalysis analysis = failure("orm.databases.archive.url=jdbc:postgresql://localhost/shop",
				"orm.databases.archive.data-source=cold");
		assertThat(analysis.getDescription()).contains("orm.databases.archive.url",
				"orm.databases.archive.data-source");
	}

	@Test
	void aBeanThatIsNotThereIsNamedWithThoseThatAre() {
		FailureAnalysis analysis = failure("orm.databases.archive.url=" + TestPostgres.url("archive"),
				"orm.databases.archive.transaction-manager=cold");
		assertThat(analysis.getDescription()).contains("orm.databases.archive.transaction-manager names 'cold'",
				"Choices: ", "transactionManager");
		assertThat(analysis.getAction()).isEqualTo("Name one of these beans, or define it.");
	}

	@Test
	void aBeanOfAnotherTypeIsNamed() {
		FailureAnalysis analysis = failure("orm.databases.archive.url=" + TestPostgres.url("archive"),
				"orm.databases.archive.transaction-manager=dataSource");
		assertThat(analysis.getDescription()).contains("'dataSource'", "no bean of type PlatformTransactionManager");
	}

	@Test
	void anAliasThatIsNoneIsRefused() {
		FailureAnalysis analysis = failure("orm.databases[Cold Store].url=" + TestPostgres.url("archive"));
		assertThat(analysis.getDescription()).contains("orm.databases", "no alias");
		assertThat(analysis.getAction()).contains("small letters");
	}

	@Test
	void aUrlWithoutDriverIsRefusedAndNotShown() {
		FailureAnalysis analysis = failure("orm.databases.archive.url=jdbc:oracle://db/shop?password=secret");
		assertThat(analysis.getDescription()).contains("No driver", "'archive'", "oracle").doesNotContain("secret");
		assertThat(analysis.getAction()).contains("org.postgresql:postgresql",
				"orm.databases.archive.driver-class-name");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					orm.databases.archive.url=postgresql://db/shop?password=secret                       | does not begin with 'jdbc:'
					orm.databases.archive.url=jdbc:postgresql://db:port/shop?password=secret             | org.postgresql.Driver
					orm.databases.default.replicas.east.url=//db/shop?password=secret                    | does not begin with 'jdbc:'
					orm.databases.default.replicas.east.url=jdbc:postgresql://db:port/shop?password=secret | org.postgresql.Driver
					orm.databases.default.replicas.east.url=jdbc:oracle:thin@db?password=secret          | No driver for jdbc:oracle
					""")
	void aUrlThatIsNoneIsNamedByItsPropertyAndNotShown(String property, String said) {
		FailureAnalysis analysis = failure(property);
		assertThat(analysis.getDescription()).contains(said).doesNotContain("secret");
		assertThat(analysis.getDescription() + analysis.getAction()).contains(property.split("=")[0]);
		assertThat(analysis.getCause()).hasStackTraceContaining(said)
			.extracting(DatabaseConfigurationFailureAnalyzerTests::trace, InstanceOfAssertFactories.STRING)
			.doesNotContain("secret");
	}

	private static String trace(Throwable error) {
		StringWriter text = new StringWriter();
		error.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	@Test
	void aUrlIsWrittenWithoutCredentials() {
		DatabaseConnectionDetails.Server server = new DatabaseConnectionDetails.Server(
				"jdbc:postgresql://me:secret@db/shop?password=secret", "me", "secret");
		assertThat(server).hasToString("Server[url=jdbc:postgresql://db/shop]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			orm.databases.default.max-lag=0s   | max-lag is PT0S, and must be longer than nothing
			orm.databases.default.wait=-1ms    | wait is PT-0.001S, and 0 is the least
			orm.slow-query.threshold=-1s       | threshold is PT-1S; it is a time, or 0 to log none
			orm.repeated.threshold=1           | threshold is 1, and 2 is the least
			""")
	void aNumberThatMakesNoSenseIsRefusedWithItsBounds(String property, String said) {
		this.application.withPropertyValues(property)
			.run((context) -> assertThat(FailureAnalyses.of(context.getStartupFailure()).getDescription())
				.contains("Failed to bind", said));
	}

	@Test
	void aDriverThatIsNotThereIsNamed() {
		FailureAnalysis analysis = failure("orm.databases.archive.url=jdbc:postgresql://localhost/shop",
				"orm.databases.archive.driver-class-name=org.example.Driver");
		assertThat(analysis.getDescription()).contains("org.example.Driver");
	}

	@Test
	void aModelThatTwoDatabasesClaimIsRefused() {
		FailureAnalysis analysis = failure("orm.databases.archive.url=" + TestPostgres.url("archive"),
				"orm.databases.archive.models=dev.orm.boot.autoconfigure.library",
				"orm.databases.default.models=dev.orm.boot.autoconfigure.library");
		assertThat(analysis.getDescription()).isEqualTo("Both orm.databases.archive.models and "
				+ "orm.databases.default.models list dev.orm.boot.autoconfigure.library.");
		assertThat(analysis.getAction()).contains("Remove it");
	}

	@Test
	void aCommandThatNobodyRunsIsAnsweredWithWhatToAdd() {
		FailureAnalysis analysis = failure("orm.command=migrate");
		assertThat(analysis.getDescription())
			.isEqualTo("orm.command is 'migrate', but there is no Flyway to run it with.");
		assertThat(analysis.getAction()).contains("flyway-database-postgresql", "spring.flyway.enabled", "ORM_COMMAND");
	}

	private FailureAnalysis failure(String... properties) {
		FailureAnalysis[] analysis = new FailureAnalysis[1];
		this.application.withPropertyValues(properties)
			.run((context) -> analysis[0] = new DatabaseConfigurationFailureAnalyzer()
				.analyze(context.getStartupFailure()));
		assertThat(analysis[0]).isNotNull();
		return analysis[0];
	}

}
