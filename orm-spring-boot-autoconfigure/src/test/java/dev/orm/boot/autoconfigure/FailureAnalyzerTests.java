package dev.orm.boot.autoconfigure;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.Manager;
import dev.orm.boot.autoconfigure.library.Author;
import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;
import dev.orm.model.EntityBinding;
import dev.orm.model.MissingMetamodelException;
import dev.orm.model.Model;
import dev.orm.transaction.Atomic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class FailureAnalyzerTests {

	private final AtomicReference<ConfigurableApplicationContext> failed = new AtomicReference<>();

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withInitializer(this.failed::set)
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, OrmDatabaseAutoConfiguration.class,
				OrmAutoConfiguration.class));

	@Test
	void aModelWithoutMetamodelIsAnsweredWithWhatToAddToTheBuild() {
		Throwable failure = new BeanCreationException("orm", catchThrowable(() -> EntityBinding.of(Forgotten.class)));
		FailureAnalysis analysis = new MissingMetamodelFailureAnalyzer().analyze(failure);
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).contains(Forgotten.class.getName());
		assertThat(analysis.getAction()).contains("annotationProcessorPaths", "<artifactId>orm-processor</artifactId>",
				"maven.compiler.proc", "annotationProcessor(");
	}

	@Test
	void modelsThatContradictEachOtherAreAnsweredWithTheEnginesWords() {
		Throwable failure = new BeanCreationException("orm",
				new ModelDefinitionException("Two models are named Tag", Subject.ofModel("Tag")));
		FailureAnalysis analysis = new ModelDefinitionFailureAnalyzer().analyze(failure);
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).contains("Two models are named Tag");
		assertThat(analysis.getAction()).contains("build again");
	}

	@Test
	void aMissingMetamodelIsNoContradiction() {
		Throwable failure = catchThrowable(() -> EntityBinding.of(Forgotten.class));
		assertThat(failure).isInstanceOf(MissingMetamodelException.class);
		assertThat(new ModelDefinitionFailureAnalyzer().analyze(failure)).isNull();
	}

	@Test
	void aManagerOfAModelThatNoIndexListsIsAnsweredWithWhatToAddToTheBuild() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class))
			.withPropertyValues(TestPostgres.properties())
			.withUserConfiguration(WantsForgotten.class)
			.run((context) -> {
				FailureAnalysis analysis = new MissingManagerFailureAnalyzer().analyze(context.getStartupFailure());
				assertThat(analysis).isNotNull();
				assertThat(analysis.getDescription()).contains("WantsForgotten", Forgotten.class.getName());
				assertThat(analysis.getAction()).contains("annotationProcessorPaths");
			});
	}

	@Test
	void modelsNoProcessorSawStopTheApplicationBeforeTheirFirstUse(@TempDir Path classes) throws IOException {
		try (URLClassLoader loader = UnprocessedClasses.compile(classes)) {
			new ApplicationContextRunner()
				.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
						OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class))
				.withPropertyValues(TestPostgres.properties())
				.withUserConfiguration(InPackageOfUnprocessed.class)
				.withClassLoader(loader)
				.run((context) -> {
					FailureAnalysis analysis = new MissingMetamodelFailureAnalyzer()
						.analyze(context.getStartupFailure());
					assertThat(analysis).isNotNull();
					assertThat(analysis.getDescription()).contains("unprocessed.Lost");
					assertThat(analysis.getAction()).contains("annotationProcessorPaths");
				});
		}
	}

	@Test
	void aDisabledOrmIsNamedAsTheCause() {
		this.application.withPropertyValues(TestPostgres.properties())
			.withPropertyValues("orm.enabled=false")
			.withUserConfiguration(WantsAuthors.class)
			.run((context) -> {
				FailureAnalysis analysis = analyze(context);
				assertThat(analysis.getDescription()).contains("WantsAuthors",
						"requires a dev.orm.Manager<dev.orm.boot.autoconfigure.library.Author>",
						"orm.enabled is false");
				assertThat(analysis.getAction()).contains("orm.enabled");
			});
		this.application.withPropertyValues(TestPostgres.properties())
			.withPropertyValues("orm.enabled=yes please")
			.withUserConfiguration(WantsAuthors.class)
			.run((context) -> assertThat(analyze(context).getDescription()).contains("orm.enabled is yes please."));
	}

	@Test
	void dataSourcesOfWhichNoneIsPrimaryAreNamed() {
		this.application.withUserConfiguration(WantsAuthors.class, TwoDataSources.class).run((context) -> {
			FailureAnalysis analysis = analyze(context);
			assertThat(analysis.getDescription())
				.contains("there are 2 data sources, and none is primary: archive, live.");
			assertThat(analysis.getAction()).contains("@Primary", "Databases");
		});
	}

	@Test
	void severalPrimaryDataSourcesAreNamed() {
		this.application
			.withBean("live", DataSource.class, DriverManagerDataSource::new, (bean) -> bean.setPrimary(true))
			.withBean("archive", DataSource.class, DriverManagerDataSource::new, (bean) -> bean.setPrimary(true))
			.withUserConfiguration(WantsAuthors.class)
			.run((context) -> assertThat(analyze(context).getDescription())
				.contains("there are 2 data sources that are primary: archive, live."));
	}

	@Test
	void theDataSourceOfAnAliasIsNotThatOfTheDefaultDatabase() {
		this.application
			.withBean("archiveDataSource", DataSource.class, DriverManagerDataSource::new,
					(bean) -> ((AbstractBeanDefinition) bean).setDefaultCandidate(false))
			.withClassLoader(new FilteredClassLoader(HikariDataSource.class))
			.withUserConfiguration(WantsAuthors.class)
			.run((context) -> {
				FailureAnalysis analysis = analyze(context);
				assertThat(analysis.getDescription()).contains("but there is no data source.");
				assertThat(analysis.getAction()).contains("Set spring.datasource.url");
			});
	}

	@Test
	void aUrlOfWhichNoDataSourceIsMadeIsExplained() {
		new ApplicationContextRunner().withInitializer(this.failed::set)
			.withConfiguration(AutoConfigurations.of(OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class))
			.withPropertyValues(TestPostgres.properties())
			.withUserConfiguration(WantsAtomic.class)
			.run((context) -> assertThat(analyze(context).getAction()).contains("Define a DataSource bean", "R2DBC"));
	}

	@Test
	void aMissingDataSourceIsNamed() {
		new ApplicationContextRunner().withInitializer(this.failed::set)
			.withConfiguration(AutoConfigurations.of(OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class))
			.withUserConfiguration(WantsAtomic.class)
			.run((context) -> {
				FailureAnalysis analysis = analyze(context);
				assertThat(analysis.getDescription()).contains("requires a dev.orm.transaction.Atomic",
						"there is no data source");
				assertThat(analysis.getAction()).contains("spring.datasource.url");
			});
	}

	@Test
	void whatIsThereButDisabledIsNotTheProcessorsFault() {
		this.application.withPropertyValues("orm.enabled=false")
			.withUserConfiguration(WantsAuthors.class)
			.run((context) -> assertThat(new MissingManagerFailureAnalyzer().analyze(context.getStartupFailure()))
				.isNull());
	}

	private FailureAnalysis analyze(AssertableApplicationContext context) {
		ConfigurableApplicationContext source = Objects.requireNonNull(this.failed.get());
		FailureAnalysis analysis = new MissingOrmFailureAnalyzer(source.getBeanFactory(), source.getEnvironment())
			.analyze(context.getStartupFailure());
		assertThat(analysis).isNotNull();
		return analysis;
	}

	@Test
	void otherMissingBeansAreLeftToSpringBoot() {
		Throwable failure = new NoSuchBeanDefinitionException(String.class);
		assertThat(new MissingManagerFailureAnalyzer().analyze(failure)).isNull();
	}

	@Configuration(proxyBeanMethods = false)
	static class WantsAuthors {

		WantsAuthors(Manager<Author> authors) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WantsAtomic {

		WantsAtomic(Atomic atomic) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoDataSources {

		@Bean
		DataSource live() {
			return new DriverManagerDataSource();
		}

		@Bean
		DataSource archive() {
			return new DriverManagerDataSource();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WantsForgotten {

		WantsForgotten(Manager<Forgotten> manager) {
		}

	}

	@AutoConfigurationPackage(basePackages = "unprocessed")
	@Configuration(proxyBeanMethods = false)
	static class InPackageOfUnprocessed {

	}

	static class Forgotten extends Model {

	}

}
