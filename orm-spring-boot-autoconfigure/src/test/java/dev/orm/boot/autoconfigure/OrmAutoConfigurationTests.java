package dev.orm.boot.autoconfigure;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import dev.orm.AbstractManager;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.automatic.CurrentUser;
import dev.orm.boot.autoconfigure.library.Author;
import dev.orm.boot.autoconfigure.library.Book;
import dev.orm.boot.autoconfigure.library.BookManager;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.function.FunctionFactory;
import dev.orm.observe.QueryEvent;
import dev.orm.observe.QueryListener;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static dev.orm.boot.autoconfigure.library.AuthorPath.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;

class OrmAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
				FlywayAutoConfiguration.class, OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class));

	private final ApplicationContextRunner withPostgres = this.contextRunner
		.withPropertyValues(TestPostgres.properties());

	@Test
	void aManagerOfEachModelIsInjectedByItsGenericType() {
		this.withPostgres.withUserConfiguration(Readers.class).run((context) -> {
			Readers readers = context.getBean(Readers.class);
			assertThat(readers.authors.modelType()).isEqualTo(Author.class);
			assertThat(readers.books.modelType()).isEqualTo(Book.class);
		});
	}

	@Test
	void managersReadAndWriteTheSchemaThatFlywayMade() {
		this.withPostgres.withUserConfiguration(Readers.class).run((context) -> {
			Manager<Author> authors = context.getBean(Readers.class).authors;
			Author author = authors.create(AUTHOR.name.is("Ursula"));
			assertThat(authors.get(AUTHOR.id.eq(author.getId())).getName()).isEqualTo("Ursula");
			authors.delete(author);
		});
	}

	@Test
	void theCurrentUserOfTheApplicationIsWrittenDown() {
		this.withPostgres.withUserConfiguration(Readers.class)
			.withBean(CurrentUser.class, () -> () -> Optional.of("ada"))
			.run((context) -> {
				Manager<Author> authors = context.getBean(Readers.class).authors;
				Author author = authors.create(AUTHOR.name.is("Ursula"));
				assertThat(author.getCreatedBy()).isEqualTo("ada");
				authors.delete(author);
			});
	}

	@Test
	void aManagerOfTheApplicationIsBound() {
		this.withPostgres.withBean(BookManager.class)
			.run((context) -> assertThat(context.getBean(BookManager.class).all().about("sea").count()).isZero());
	}

	@Test
	void theGenericManagerIsInjectedBesideAManagerOfTheApplication() {
		this.withPostgres.withBean(BookManager.class).withUserConfiguration(Readers.class).run((context) -> {
			assertThat(context.getBean(Readers.class).books.modelType()).isEqualTo(Book.class);
			assertThat(context.getBean(Readers.class).books.count()).isZero();
		});
	}

	@Test
	void theManagerOfTheApplicationIsMeantWhereBothFit() {
		this.withPostgres.withBean(BookManager.class).withUserConfiguration(AnyBooks.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(AnyBooks.class).books).isInstanceOf(BookManager.class);
		});
	}

	@Test
	void aManagerBeanMadeByAMethodTakesThePlaceOfTheAutomaticOne() {
		this.withPostgres.withUserConfiguration(OwnAuthors.class)
			.run((context) -> assertThat(context).doesNotHaveBean("ormManager." + Author.class.getName())
				.hasBean("ormManager." + Book.class.getName()));
	}

	@Test
	void managersAreThereBeforeSpringMakesBeansAndBoundAtTheirFirstUse() {
		this.withPostgres.withInitializer((context) -> context.addBeanFactoryPostProcessor((factory) -> {
			Manager<?> manager = (Manager<?>) factory.getSingleton("ormManager." + Author.class.getName());
			assertThat(manager).isNotNull();
			assertThat(factory.getSingleton("orm")).isNull();
		})).run((context) -> {
			Manager<?> manager = (Manager<?>) context.getBean("ormManager." + Author.class.getName());
			assertThat(manager.count()).isNotNegative();
		});
	}

	@Test
	void managersAreSingletonsThatABeanOfTheirNameReplaces() {
		String name = "ormManager." + Author.class.getName();
		this.withPostgres.run((context) -> {
			assertThat(definition(context).isSynthetic()).isTrue();
			assertThat(context.isSingleton(name)).isTrue();
			assertThat(context.getBean(name)).isSameAs(context.getBean(name));
		});
		// as Spring's bean overrides of tests do
		this.withPostgres.withInitializer((context) -> context.addBeanFactoryPostProcessor((factory) -> {
			BeanDefinitionRegistry registry = (BeanDefinitionRegistry) factory;
			registry.removeBeanDefinition(name);
			registry.registerBeanDefinition(name, new RootBeanDefinition(String.class, () -> "another"));
		})).run((context) -> assertThat(context.getBean(name)).isEqualTo("another"));
	}

	@Test
	void managersCanBeWrittenDownAheadOfTime() {
		this.withPostgres.withSystemProperties("spring.aot.processing=true").run((context) -> {
			RootBeanDefinition manager = definition(context);
			assertThat(manager.getInstanceSupplier()).isNull();
			assertThat(manager.getFactoryMethodName()).isEqualTo("manager");
			assertThat(context.getBean("ormManager." + Author.class.getName())).isInstanceOf(Manager.class);
		});
	}

	private static RootBeanDefinition definition(AssertableApplicationContext context) {
		ConfigurableListableBeanFactory factory = (ConfigurableListableBeanFactory) context
			.getAutowireCapableBeanFactory();
		return (RootBeanDefinition) factory.getMergedBeanDefinition("ormManager." + Author.class.getName());
	}

	@Test
	void propertiesReachTheOrm() {
		this.withPostgres.withPropertyValues("orm.time-zone=Europe/Paris", "orm.fetch-mode=raise-n-plus-one")
			.run((context) -> {
				assertThat(context.getBean(Orm.class).zone()).isEqualTo(ZoneId.of("Europe/Paris"));
				assertThat(context.getBean(OrmProperties.class).fetchMode().name()).isEqualTo("RAISE_N_PLUS_ONE");
			});
	}

	@Test
	void listenersOfTheApplicationHearOfStatements() {
		this.withPostgres.withBean(Recorder.class).run((context) -> {
			context.getBean(Orm.class).manager(Author.class).all().count();
			assertThat(context.getBean(Recorder.class).events).extracting(QueryEvent::collection)
				.containsExactly("library_author");
		});
	}

	@Test
	void theFirstFactoryInOrderIsAskedFirst() {
		this.withPostgres.withUserConfiguration(OwnFunctions.class).run((context) -> {
			context.getBean(Orm.class)
				.manager(Author.class)
				.annotate("x", dev.orm.expression.Expressions.function("Upper", "y"))
				.toSql();
			assertThat(context.getBean(OwnFunctions.class).asked).startsWith("first", "second");
		});
	}

	@Test
	void customizersHaveTheLastWord() {
		this.withPostgres.withBean(OrmBuilderCustomizer.class, () -> (builder) -> builder.zone(ZoneId.of("Asia/Tokyo")))
			.withPropertyValues("orm.time-zone=Europe/Paris")
			.run((context) -> assertThat(context.getBean(Orm.class).zone()).isEqualTo(ZoneId.of("Asia/Tokyo")));
	}

	@Test
	void backsOffForAnOrmOfTheUser() {
		this.withPostgres.withUserConfiguration(OwnOrm.class)
			.run((context) -> assertThat(context).hasSingleBean(Orm.class).hasBean("ownOrm"));
	}

	@Test
	void doesNothingWithoutADataSource() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(Orm.class)
				.doesNotHaveBean(AbstractManager.class));
	}

	@Test
	void doesNothingWhenDisabled() {
		this.withPostgres.withPropertyValues("orm.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(Orm.class)
				.doesNotHaveBean(AbstractManager.class)
				.doesNotHaveBean(TypeRegistry.class));
	}

	@Test
	void startsWithoutJackson() {
		this.withPostgres.withClassLoader(new FilteredClassLoader("tools.jackson"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(Orm.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class Readers {

		@Autowired
		private Manager<Author> authors;

		@Autowired
		private Manager<Book> books;

	}

	@Configuration(proxyBeanMethods = false)
	static class AnyBooks {

		@Autowired
		private AbstractManager<Book, ?> books;

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnAuthors {

		@Bean
		Manager<Author> authors(Orm orm) {
			return orm.manager(Author.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnOrm {

		@Bean
		Orm ownOrm(Databases databases) {
			return Orm.builder().database(databases.get(Database.DEFAULT)).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnFunctions {

		private final List<String> asked = new java.util.concurrent.CopyOnWriteArrayList<>();

		@Bean
		@Order(2)
		FunctionFactory second() {
			return (call) -> {
				this.asked.add("second");
				return Optional.empty();
			};
		}

		@Bean
		@Order(1)
		FunctionFactory first() {
			return (call) -> {
				this.asked.add("first");
				return Optional.empty();
			};
		}

	}

	static class Recorder implements QueryListener {

		private final List<QueryEvent> events = new java.util.concurrent.CopyOnWriteArrayList<>();

		@Override
		public void onQuery(QueryEvent event) {
			this.events.add(event);
		}

	}

}
