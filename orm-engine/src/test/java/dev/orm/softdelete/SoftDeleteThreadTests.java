package dev.orm.softdelete;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.error.UniqueViolationException;
import dev.orm.persist.SaveOptions;
import dev.orm.softdelete.Archive.Book;
import dev.orm.softdelete.Archive.Chapter;
import dev.orm.softdelete.Archive.Shelf;
import dev.orm.test.TestDatabase;
import dev.orm.validate.InvalidInstanceException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.orm.softdelete.BookPath.BOOK;
import static dev.orm.softdelete.ChapterPath.CHAPTER;
import static org.assertj.core.api.Assertions.assertThat;

/** Threads that delete, restore and validate the same rows at once. */
class SoftDeleteThreadTests {

	private static final int THREADS = 6;

	@RegisterExtension
	static final TestDatabase database = Archive.database();

	private final Orm orm = Archive.orm(database, Clock.systemUTC());

	private final Manager<Book> books = this.orm.manager(Book.class);

	private final Manager<Chapter> chapters = this.orm.manager(Chapter.class);

	private Shelf shelf;

	private Book book;

	@BeforeEach
	void fill() {
		database.truncate("shelf", "book", "atlas", "chapter", "note", "loan", "topic", "tagging", "ledger");
		this.shelf = this.orm.manager(Shelf.class).create(Map.of("name", "left"));
		this.book = this.books.save(Book.of("java", this.shelf));
		for (int number = 1; number <= 3; number++) {
			this.chapters.create(CHAPTER.book.set(this.book), CHAPTER.number.set(number));
		}
	}

	private static <T> List<T> together(List<Callable<T>> all) throws Exception {
		CyclicBarrier start = new CyclicBarrier(all.size());
		ExecutorService threads = Executors.newFixedThreadPool(all.size());
		List<T> answers = new ArrayList<>();
		try {
			List<Callable<T>> begun = all.stream().<Callable<T>>map((work) -> () -> {
				start.await();
				return work.call();
			}).toList();
			for (Future<T> done : threads.invokeAll(begun)) {
				answers.add(done.get());
			}
		}
		finally {
			threads.shutdownNow();
		}
		return answers;
	}

	private List<String> marks(String table) {
		return JdbcClient.create(database.dataSource())
			.sql("SELECT DISTINCT coalesce(deleted_at::text, 'living') FROM " + table)
			.query(String.class)
			.list();
	}

	@RepeatedTest(3)
	void oneOfManyDeletesMarksAndWhatGoesAlongBearsItsMark() throws Exception {
		List<Long> deleted = together(Collections.nCopies(THREADS,
				() -> this.books.delete(this.books.withDeleted().get(this.book.id)).total()));
		assertThat(deleted).contains(4L).allMatch((rows) -> rows <= 4);
		assertThat(marks("book")).hasSize(1).doesNotContain("living").containsExactlyElementsOf(marks("chapter"));
	}

	@RepeatedTest(3)
	void deletesAndRestoresLeaveABookAndItsChaptersAlike() throws Exception {
		List<Callable<Boolean>> all = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			boolean deletes = i % 2 == 0;
			all.add(() -> {
				for (int turn = 0; turn < 10; turn++) {
					this.orm.atomic().run(() -> {
						Book same = this.books.withDeleted().selectForUpdate().get(this.book.id);
						if (deletes) {
							this.books.delete(same);
						}
						else {
							this.books.restore(same);
						}
					});
				}
				return true;
			});
		}
		together(all);
		assertThat(marks("book")).hasSize(1).containsExactlyElementsOf(marks("chapter"));
	}

	@RepeatedTest(3)
	void aValueOfADeletedRowIsTakenByOneOfThoseWhoValidatedIt() throws Exception {
		this.books.delete(this.book);
		List<String> told = together(Collections.nCopies(THREADS, () -> taken(Book.of("java", this.shelf))));
		assertThat(told).containsOnlyOnce("").allMatch((codes) -> codes.isEmpty() || codes.equals("unique"));
		assertThat(this.books.filter(BOOK.slug.eq("java")).count()).isOne();
	}

	/** What is told of the slug, by validation or by the database: the same. */
	private String taken(Book fresh) {
		fresh.isbn = "isbn " + Thread.currentThread().getId();
		fresh.title = "title " + Thread.currentThread().getId();
		try {
			this.books.save(fresh, SaveOptions::validating);
			return "";
		}
		catch (InvalidInstanceException ex) {
			return String.join(" ", ex.errors().codes());
		}
		catch (UniqueViolationException ex) {
			return String.join(" ", this.orm.explain(ex).codes());
		}
	}

}
