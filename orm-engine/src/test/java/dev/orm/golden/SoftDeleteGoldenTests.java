package dev.orm.golden;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.softdelete.Archive;
import dev.orm.softdelete.Archive.Book;
import dev.orm.softdelete.Archive.Chapter;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What deletes send where rows are marked. */
class SoftDeleteGoldenTests {

	@RegisterExtension
	static final TestDatabase database = Archive.database();

	private static final Orm orm = Archive.orm(database,
			Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC));

	private final Manager<Book> books = orm.manager(Book.class);

	private final Manager<Chapter> chapters = orm.manager(Chapter.class);

	@BeforeEach
	void fill() {
		database.truncate("shelf", "book", "chapter", "note", "loan", "tagging");
		database.execute("INSERT INTO shelf (name) VALUES ('left')",
				"INSERT INTO book (slug, isbn, title, shelf_id) VALUES ('java', '1', 'Java', 1), ('sql', '2', 'SQL', 1)",
				"INSERT INTO chapter (number, book_id) VALUES (1, 1), (2, 1), (1, 2)");
	}

	@Test
	void aRowWithOthersBehindIt() {
		Book book = this.books.get(1L);
		Golden.check("soft-delete/instance", () -> this.books.delete(book));
		Golden.check("soft-delete/restore", () -> this.books.restore(book));
	}

	@Test
	void aRowWithNothingBehindIt() {
		Chapter chapter = this.chapters.get(1L);
		Golden.check("soft-delete/alone", () -> {
			this.chapters.filter("number", 2).delete();
			orm.manager(Archive.Loan.class).all().delete();
		});
		Golden.check("soft-delete/instance-with-unmarked", () -> this.chapters.delete(chapter));
	}

	@Test
	void rowsThatBearAMark() {
		this.books.all().delete();
		Golden.check("soft-delete/bin", () -> {
			this.books.onlyDeleted().list();
			this.books.withDeleted().filter("chapters__number", 1).count();
			this.books.onlyDeleted().filter("slug", "java").restore();
			this.books.onlyDeleted().hardDelete();
		});
	}

	@Test
	void anUpsertRepeatsTheConditionOfItsIndex() {
		Book book = this.books.get(1L);
		Golden.check("soft-delete/upsert", () -> this.books.bulkCreate(List.of(book),
				(how) -> how.updatingConflicts(List.of("slug"), List.of("title"))));
	}

	@Test
	void validationAsksForRowsThatLive() {
		Book book = this.books.get(1L);
		Golden.check("soft-delete/validation", () -> this.books.validate(book));
	}

}
