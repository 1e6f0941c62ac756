package dev.orm.boot.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import dev.orm.Manager;
import dev.orm.boot.test.library.Author;
import dev.orm.boot.test.library.Book;
import dev.orm.boot.test.library.BookManager;
import dev.orm.boot.test.library.Librarian;
import dev.orm.boot.test.library.Library;
import dev.orm.boot.test.library.Noticeboard;
import dev.orm.error.TransactionManagementException;
import dev.orm.transaction.Atomic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.RepeatedTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

// tag::class[]
@OrmTest
@ContextConfiguration(classes = Library.class) // found by itself
@Import({ Librarian.class, Noticeboard.class })
class OrmTestTests {

	@Autowired
	private Manager<Author> authors;

	// end::class[]

	@Autowired
	private Atomic atomic;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void managersOfTheApplicationAreThere(@Autowired BookManager books) {
		assertThat(books.count()).isZero();
	}

	@Test
	void theDatabaseIsEmbeddedAndMigratedWhateverProductionSays() {
		assertThat(this.authors.list()).extracting(Author::getName).containsExactly("Seeded");
		assertThat(this.jdbc.sql("SELECT current_database()").query(String.class).single()).startsWith("test_");
	}

	@RepeatedTest(2)
	void whatATestWritesIsGoneForTheNext() {
		assertThat(this.authors.count()).isOne();
		this.authors.create(Map.of("name", "Ada"));
		assertThat(this.authors.count()).isEqualTo(2);
	}

	@Test
	void codeUnderTestFindsItselfOutsideOfATransaction(@Autowired Librarian librarian) {
		assertThat(this.atomic.inAtomicBlock()).isFalse();
		assertThat(this.atomic.<Boolean>call(this.atomic::inAtomicBlock)).isTrue();
		assertThat(librarian.isInBlock()).isTrue();
	}

	@Test
	void aDurableBlockRunsInATestButNotInABlockOfIt(@Autowired Librarian librarian) {
		assertThat(librarian.register("Ada", () -> {
		}).getId()).isPositive();
		assertThatExceptionOfType(TransactionManagementException.class)
			.isThrownBy(() -> this.atomic.run(() -> librarian.register("Eve", () -> {
			})))
			.withMessageContaining("durable");
	}

	// tag::commit[]
	@Test
	void hooksWaitUntilTheTestRunsThem(@Autowired Librarian librarian, OnCommit onCommit) {
		List<String> mails = new ArrayList<>();
		librarian.register("Ada", () -> mails.add("welcome"));
		assertThat(mails).isEmpty();
		assertThat(onCommit.list()).hasSize(1);
		onCommit.run();
		assertThat(mails).containsExactly("welcome");
		assertThat(onCommit.list()).isEmpty();
	}
	// end::commit[]

	@Test
	void transactionalListenersWaitAsHooksDo(@Autowired Librarian librarian, @Autowired Noticeboard board,
			OnCommit onCommit) {
		librarian.announce("Ada");
		assertThat(board.notices()).doesNotContain("Ada");
		onCommit.run();
		assertThat(board.notices()).contains("Ada");
	}

	// tag::count[]
	@Test
	@AssertQueries(2)
	void queriesAreCounted() {
		this.authors.list();
		this.authors.count();
	}
	// end::count[]

	@Test
	@AssertQueries(selects = 1, inserts = 1, max = 5)
	void queriesAreCountedByWhatTheyDo() {
		this.atomic.run(() -> this.authors.create(Map.of("name", "Ada")));
		this.authors.list();
	}

	@Test
	void aDatabaseThatIsNotListedIsRefusedByName(@Autowired @Qualifier("archive") DataSource archive,
			@Autowired @Qualifier("archive") Atomic inArchive) {
		assertThatExceptionOfType(UnlistedDatabaseException.class)
			.isThrownBy(() -> this.authors.using("archive").list())
			.withMessageContainingAll("'archive'", "lists only default", "@OrmTest(databases");
		assertThatExceptionOfType(UnlistedDatabaseException.class)
			.isThrownBy(() -> JdbcClient.create(archive).sql("SELECT 1").query().singleValue());
		assertThatExceptionOfType(UnlistedDatabaseException.class).isThrownBy(() -> inArchive.run(() -> {
		}));
	}

	@Test
	void aBookCanBeWrittenBeforeItsAuthor(@Autowired Manager<Book> books) {
		this.jdbc.sql("INSERT INTO library_book (title, pages, author_id) VALUES ('Early', 1, 77)").update();
		this.jdbc.sql("INSERT INTO library_author (id, name) VALUES (77, 'Late')").update();
		assertThat(books.count()).isOne();
	}

}
