package dev.orm.boot.test;

import java.util.List;

import dev.orm.Manager;
import dev.orm.boot.test.library.Author;
import dev.orm.boot.test.library.Book;
import dev.orm.boot.test.library.Library;
import dev.orm.observe.RepeatedQueries;
import dev.orm.observe.RepeatedQueriesException;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

import static dev.orm.boot.test.library.AuthorPath.AUTHOR;
import static dev.orm.boot.test.library.BookPath.BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A test fails at queries that should have been one, where it says so. */
// tag::class[]
@OrmTest(repeated = RepeatedQueries.Mode.FAIL)
// end::class[]
@ContextConfiguration(classes = Library.class)
class RepeatedQueriesTests {

	private static final Factory<Author> AUTHORS = Factory.of(AUTHOR).set(AUTHOR.name, (number) -> "Author " + number);

	private static final Factory<Book> BOOKS = Factory.of(BOOK)
		.set(BOOK.title, (number) -> "Book " + number)
		.set(BOOK.pages.is(100))
		.set(BOOK.author, AUTHORS);

	@Autowired
	private Manager<Author> authors;

	@Test
	void queriesInALoopEndIt() {
		List<Author> saved = AUTHORS.create(12);
		assertThatExceptionOfType(RepeatedQueriesException.class)
			.isThrownBy(() -> saved.forEach((author) -> this.authors.get(author.getId())))
			.withMessageContaining("inBulk");
	}

	@Test
	void rowsOfFactoriesDoNot() {
		assertThat(BOOKS.create(12)).hasSize(12);
	}

	@Test
	void norDoesWhatIsAllowed() {
		List<Author> saved = AUTHORS.create(12);
		RepeatedQueries.allow(() -> saved.forEach((author) -> this.authors.get(author.getId())));
		assertThat(this.authors.count()).isGreaterThanOrEqualTo(12);
	}

}
