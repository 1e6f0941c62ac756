package dev.orm.boot.test;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import dev.orm.Manager;
import dev.orm.boot.test.library.Author;
import dev.orm.boot.test.library.Book;
import dev.orm.boot.test.library.Library;
import dev.orm.error.IllegalQueryException;
import dev.orm.model.ForeignKey;
import dev.orm.observe.QueryLog;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

import static dev.orm.boot.test.library.AuthorPath.AUTHOR;
import static dev.orm.boot.test.library.BookPath.BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OrmTest
@ContextConfiguration(classes = Library.class)
class FactoryTests {

	// tag::factory[]
	private static final Factory<Author> AUTHORS = Factory.of(AUTHOR).set(AUTHOR.name, (number) -> "Author " + number);

	private static final Factory<Book> BOOKS = Factory.of(BOOK)
		.set(BOOK.title, (number) -> "Book " + number)
		.set(BOOK.pages.is(100))
		.set(BOOK.author, AUTHORS);

	// end::factory[]

	@Autowired
	private Manager<Book> books;

	@Autowired
	private Manager<Author> authors;

	@Test
	void aRowHasWhatTheFactorySaysAndTheRowsItNeeds() {
		Book book = BOOKS.create();
		assertThat(book.getId()).isPositive();
		assertThat(book.getPages()).isEqualTo(100);
		assertThat(this.books.filter(BOOK.author().name.startswith("Author ")).count()).isOne();
	}

	@Test
	void theTestSaysWhatMattersToIt() {
		// tag::create[]
		Author ada = AUTHORS.create(AUTHOR.name.is("Ada"));
		List<Book> three = BOOKS.create(3, BOOK.author.is(ada), BOOK.pages.is(12));
		// end::create[]
		assertThat(three).extracting(Book::getPages).containsOnly(12);
		assertThat(three).extracting(Book::getTitle).doesNotHaveDuplicates();
		assertThat(this.books.filter(BOOK.author().name.eq("Ada")).count()).isEqualTo(3);
		assertThat(this.authors.filter(AUTHOR.name.startswith("Author")).exists()).isFalse();
	}

	@Test
	void aRelationIsOneFieldHoweverItIsNamed() {
		Author ada = AUTHORS.create(AUTHOR.name.is("Ada"));
		assertThat(BOOKS.create(BOOK.author.is(ada.getId())).getAuthor().id()).isEqualTo(ada.getId());
		Factory<Book> hers = BOOKS.set(BOOK.author.is(ForeignKey.to(ada)));
		assertThat(hers.create().getAuthor().id()).isEqualTo(ada.getId());
		Author bob = AUTHORS.create(AUTHOR.name.is("Bob"));
		assertThat(hers.create(BOOK.author.is(bob)).getAuthor().id()).isEqualTo(bob.getId());
		assertThat(this.authors.filter(AUTHOR.name.startswith("Author ")).exists()).isFalse();
	}

	@Test
	void anInstanceIsBuiltAndNothingSaved() {
		QueryLog log = QueryLog.capture(() -> {
			// tag::build[]
			Book draft = BOOKS.build(BOOK.pages.is(7));
			// end::build[]
			assertThat(draft.getPages()).isEqualTo(7);
			assertThat(draft.getTitle()).startsWith("Book ");
			assertThat(draft.getId()).isNull();
			assertThat(draft.getAuthor().get().getName()).startsWith("Author ");
		});
		assertThat(log.statements()).isEmpty();
	}

	@Test
	void whatOnlyTheDatabaseCanComputeIsNotBuilt() {
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> BOOKS.build(BOOK.pages.set(BOOK.pages.plus(1))))
			.withMessageContaining("Only the database can compute 'pages'");
	}

	@Test
	void outsideOfATestThereIsNothingToMakeRowsIn() {
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> CompletableFuture.runAsync(AUTHORS::create).join())
			.withCauseInstanceOf(IllegalStateException.class)
			.withMessageContaining("No test runs on this thread");
	}

}
