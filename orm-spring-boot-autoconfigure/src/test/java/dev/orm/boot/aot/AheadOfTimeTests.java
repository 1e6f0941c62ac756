package dev.orm.boot.aot;

import java.sql.Connection;
import java.util.List;
import java.util.function.Predicate;

import dev.orm.annotation.Choices;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.annotation.UnknownChoice;
import dev.orm.automatic.CurrentUserValue;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmDatabaseAutoConfiguration;
import dev.orm.boot.autoconfigure.TestPostgres;
import dev.orm.boot.autoconfigure.library.Author;
import dev.orm.boot.autoconfigure.library.BookManager;
import dev.orm.boot.autoconfigure.library.BookQuerySet;
import dev.orm.boot.databases.OrmDataSourceAutoConfiguration;
import dev.orm.choice.ChoiceOption;
import dev.orm.choice.ChoiceSource;
import dev.orm.cluster.ServedConnection;
import dev.orm.execute.FeatureRefusalOverride;
import dev.orm.meta.ModelIndex;
import dev.orm.model.EntityBinding;
import dev.orm.model.Model;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written down ahead of time, for native images. */
class AheadOfTimeTests {

	@BeforeEach
	void process() {
		System.setProperty(AbstractAotProcessor.AOT_PROCESSING, "true");
	}

	@AfterEach
	void end() {
		System.clearProperty(AbstractAotProcessor.AOT_PROCESSING);
	}

	@Test
	void modelsAndWhatIsGeneratedForThemAreReached() {
		RuntimeHints hints = new RuntimeHints();
		new ModelHints().registerHints(hints, getClass().getClassLoader());
		assertThat(RuntimeHintsPredicates.resource().forResource(ModelIndex.LOCATION)).accepts(hints);
		assertThat(RuntimeHintsPredicates.resource().forResource("db/archive/migration/V1__library.sql"))
			.accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(Author.class)).accepts(hints);
		assertThat(constructor(EntityBinding.of(Author.class).getClass())).accepts(hints);
		assertThat(constructor(CurrentUserValue.class)).accepts(hints);
		assertThat(constructor(FeatureRefusalOverride.class)).accepts(hints);
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(Connection.class, ServedConnection.class))
			.accepts(hints);
	}

	@Test
	void whatAnnotationsOfFieldsNameIsReached() throws NoSuchFieldException {
		RuntimeHints hints = new RuntimeHints();
		new ModelHints().registerHints(hints, getClass().getClassLoader());
		assertThat(RuntimeHintsPredicates.reflection().onFieldAccess(Colour.class.getField("UNKNOWN"))).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onFieldAccess(Finish.class.getField("MATT"))).accepts(hints);
		assertThat(constructor(Shades.class)).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onFieldAccess(Thing.class.getDeclaredField("shade")))
			.accepts(hints);
	}

	@Test
	void theBeansOfDatabasesAndManagersAreWrittenDown() {
		RuntimeHints hints = new RuntimeHints();
		InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			TestPropertyValues.of(TestPostgres.properties())
				.and("orm.databases.archive.url=" + TestPostgres.url("ahead"))
				.applyTo(context);
			context.register(DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
					OrmDataSourceAutoConfiguration.class, OrmDatabaseAutoConfiguration.class,
					OrmAutoConfiguration.class, BookManager.class);
			DefaultGenerationContext generation = new DefaultGenerationContext(
					new ClassNameGenerator(ClassName.get("test", "Application")), files, hints);
			new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
			generation.writeGeneratedContent();
		}
		String sources = String.join("\n", files.getGeneratedFiles(GeneratedFiles.Kind.SOURCE).keySet());
		assertThat(sources).contains("ModelManagers", "DatabaseBeans");
		assertThat(constructor(BookQuerySet.class)).accepts(hints);
		assertThat(constructor(EntityBinding.of(Author.class).getClass())).accepts(hints);
	}

	private static Predicate<RuntimeHints> constructor(Class<?> type) {
		return RuntimeHintsPredicates.reflection().onConstructorInvocation(type.getDeclaredConstructors()[0]);
	}

	/** An enum as the values of a field. */
	public enum Colour {

		/** A colour. */
		RED,
		/** Any other. */
		@UnknownChoice
		UNKNOWN

	}

	/** An enum as the values a text may have. */
	public enum Finish {

		/** A finish. */
		MATT

	}

	/** The values a text may have, as they are now. */
	public static class Shades implements ChoiceSource {

		@Override
		public List<ChoiceOption> options() {
			return List.of();
		}

	}

	/** What models share. */
	public abstract static class Thing extends Model {

		@Choices(Shades.class)
		@Column(length = 10)
		String shade;

	}

	/** A model with choices. */
	@Table(name = "painted")
	public static class Painted extends Thing {

		@Id
		Long id;

		@Column(length = 10)
		Colour colour;

		@Choices(Finish.class)
		@Column(length = 10)
		String finish;

	}

}
