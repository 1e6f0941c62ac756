package dev.orm.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.boot.autoconfigure.library.Author;
import dev.orm.boot.autoconfigure.library.Book;
import dev.orm.model.Model;
import dev.orm.signal.PostDelete;
import dev.orm.signal.PostSave;
import dev.orm.signal.PreSave;
import dev.orm.transaction.Atomic;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionalEventListener;

import static dev.orm.boot.autoconfigure.library.AuthorPath.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Listeners of the application hear of instances. */
class ApplicationSignalsTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
				FlywayAutoConfiguration.class, OrmDatabaseAutoConfiguration.class, OrmAutoConfiguration.class))
		.withPropertyValues(TestPostgres.properties());

	private final List<String> heard = new ArrayList<>();

	private void with(Object listener, ContextConsumer<AssertableApplicationContext> test) {
		this.runner.withBean("listener", Object.class, () -> listener).run(test);
	}

	private static Manager<Author> authors(AssertableApplicationContext context) {
		return context.getBean(Orm.class).manager(Author.class);
	}

	@Test
	void aMethodHearsOfItsModelAndOfNoOther() {
		with(new OfAuthors(this.heard), (context) -> {
			Author author = authors(context).create(AUTHOR.name.is("Ursula"));
			assertThat(this.heard).containsExactly("saving Ursula", "saved " + author.getId() + " true",
					"committed Ursula");
		});
	}

	@Test
	void aMethodMayHearOfAFamilyOfModels() {
		with(new OfAll(this.heard), (context) -> {
			Author author = authors(context).create(AUTHOR.name.is("Ursula"));
			authors(context).delete(author);
			assertThat(this.heard).containsExactly("saved Author", "deleted Author");
		});
	}

	@Test
	void anExceptionIsAVeto() {
		with(new Strict(), (context) -> {
			long before = authors(context).count();
			assertThatIllegalArgumentException().isThrownBy(() -> authors(context).create(AUTHOR.name.is("Ursula")));
			assertThat(authors(context).count()).isEqualTo(before);
		});
	}

	@Test
	void whatListensToEverythingOpensNoTransaction() {
		with(new OfEverything(this.heard), (context) -> {
			Author author = authors(context).create(AUTHOR.name.is("Ursula"));
			authors(context).delete(author);
			assertThat(this.heard).isEmpty();
		});
	}

	@Test
	void aListenerAddedLaterIsFound() {
		this.runner.run((context) -> {
			authors(context).delete(authors(context).create(AUTHOR.name.is("Ursula")));
			context.getSourceApplicationContext().addApplicationListener(new Late(this.heard));
			authors(context).delete(authors(context).create(AUTHOR.name.is("Karel")));
			assertThat(this.heard).containsExactly("late Karel");
		});
	}

	@Test
	void afterARollbackNothingIsCommitted() {
		with(new OfAuthors(this.heard), (context) -> {
			Atomic atomic = context.getBean(Atomic.class);
			atomic.run(() -> {
				authors(context).create(AUTHOR.name.is("Ursula"));
				atomic.setRollbackOnly();
			});
			assertThat(this.heard).hasSize(2).doesNotContain("committed Ursula");
		});
	}

	@Test
	void theApplicationMayHaveSignalsOfItsOwn() {
		this.runner.withBean(dev.orm.signal.Signals.class, dev.orm.signal.Listeners::new)
			.run((context) -> assertThat(context).hasSingleBean(dev.orm.signal.Signals.class));
	}

	record OfAuthors(List<String> log) {

		// tag::listeners[]
		@EventListener
		void check(PreSave<Author> event) {
			this.log.add("saving " + event.instance().getName());
		}

		@EventListener
		void saved(PostSave<Author> event) {
			this.log.add("saved " + event.key() + " " + event.created());
		}

		@TransactionalEventListener
		void mail(PostSave<Author> event) {
			this.log.add("committed " + event.instance().getName());
		}
		// end::listeners[]

		@EventListener
		void books(PostSave<Book> event) {
			this.log.add("book");
		}

	}

	record OfAll(List<String> log) {

		@EventListener
		void saved(PostSave<? extends Model> event) {
			this.log.add("saved " + event.instance().getClass().getSimpleName());
		}

		@EventListener
		void deleted(PostDelete<? extends Model> event) {
			this.log.add("deleted " + event.instance().getClass().getSimpleName());
		}

	}

	static class Strict {

		@EventListener
		void saved(PostSave<Author> event) {
			throw new IllegalArgumentException("no");
		}

	}

	record OfEverything(List<String> log) {

		@EventListener
		void any(Object event) {
			if (event instanceof PostSave<?>) {
				this.log.add("heard");
			}
		}

	}

	record Late(List<String> log) implements ApplicationListener<PayloadApplicationEvent<PostSave<Author>>> {

		@Override
		public void onApplicationEvent(PayloadApplicationEvent<PostSave<Author>> event) {
			this.log.add("late " + event.getPayload().instance().getName());
		}

	}

}
