package dev.orm.softdelete;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.NotUpdatedException;
import dev.orm.error.ProtectedException;
import dev.orm.error.UniqueViolationException;
import dev.orm.model.ForeignKey;
import dev.orm.observe.QueryEvent;
import dev.orm.observe.QueryLog;
import dev.orm.persist.Deleted;
import dev.orm.signal.Listeners;
import dev.orm.softdelete.Archive.Atlas;
import dev.orm.softdelete.Archive.Book;
import dev.orm.softdelete.Archive.Chapter;
import dev.orm.softdelete.Archive.Ledger;
import dev.orm.softdelete.Archive.Loan;
import dev.orm.softdelete.Archive.Note;
import dev.orm.softdelete.Archive.Shelf;
import dev.orm.softdelete.Archive.Tagging;
import dev.orm.softdelete.Archive.Topic;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Functions.count;
import static dev.orm.softdelete.BookPath.BOOK;
import static dev.orm.softdelete.ChapterPath.CHAPTER;
import static dev.orm.softdelete.ShelfPath.SHELF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Deletes mark rows, restores take the marks away, and what is marked is not seen. */
class SoftDeleteTests {

	@RegisterExtension
	static final TestDatabase database = Archive.database();

	private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");

	private final Orm orm = Archive.orm(database, Clock.fixed(NOW, ZoneOffset.UTC));

	private final Manager<Book> books = this.orm.manager(Book.class);

	private final Manager<Chapter> chapters = this.orm.manager(Chapter.class);

	private final Manager<Shelf> shelves = this.orm.manager(Shelf.class);

	private Shelf shelf;

	private Book book;

	@BeforeEach
	void fill() {
		database.truncate("shelf", "book", "atlas", "chapter", "note", "loan", "topic", "tagging", "ledger");
		this.shelf = this.shelves.create(Map.of("name", "left"));
		this.book = this.books.save(Book.of("java", this.shelf));
		this.books.save(Book.of("sql", this.shelf));
		for (int number = 1; number <= 3; number++) {
			this.chapters.create(CHAPTER.book.set(this.book), CHAPTER.number.set(number));
		}
	}

	private static List<String> sql(Runnable work) {
		return QueryLog.capture(work).events().stream().map(QueryEvent::sql).toList();
	}

	@Test
	void aDeletedRowIsMarkedAndNotSeenAnyMore() {
		Deleted deleted = this.books.delete(this.book);
		assertThat(deleted.perModel()).containsOnly(Map.entry("Book", 1L), Map.entry("Chapter", 3L));
		assertThat(this.book.deletedAt).isEqualTo(NOW);
		assertThat(this.book.deletedBy).isEqualTo("ada");
		assertThat(this.book.isSaved()).isTrue();
		assertThat(this.books.count()).isEqualTo(1);
		assertThat(this.chapters.count()).isZero();
		// tag::seen[]
		long living = this.books.count();
		long all = this.books.withDeleted().count();
		List<Book> bin = this.books.onlyDeleted().list();
		long chaptersOfAll = this.shelves.unscoped(Book.class, "deleted").aggregate(count(SHELF.books()));
		// end::seen[]
		assertThat(List.of(living, all, chaptersOfAll)).containsExactly(1L, 2L, 2L);
		assertThat(bin).singleElement().satisfies((found) -> {
			assertThat(found.deletedAt).isEqualTo(NOW);
			assertThat(found.deletedBy).isEqualTo("ada");
		});
	}

	@Test
	void oneUpdateWillDoWhereNothingGoesAlong() {
		assertThat(sql(() -> this.chapters.filter(CHAPTER.number.gt(1)).delete())).singleElement()
			.satisfies((text) -> assertThat(text).startsWith("UPDATE \"chapter\"")
				.endsWith("WHERE \"t0\".\"number\" > ? AND \"t0\".\"deleted_at\" IS NULL"));
		assertThat(sql(() -> this.chapters.delete(this.chapters.get(1L)))).hasSize(2);
		assertThat(this.chapters.onlyDeleted().count()).isEqualTo(3);
	}

	@Test
	void whatIsDeletedAlreadyKeepsItsMark() {
		Chapter chapter = this.chapters.get(1L);
		this.chapters.delete(chapter);
		database.execute("UPDATE chapter SET deleted_at = '2020-01-01' WHERE id = 1");
		this.chapters.refresh(chapter);
		assertThat(this.chapters.delete(chapter)).isEqualTo(Deleted.NOTHING);
		assertThat(this.chapters.withDeleted().delete().total()).isEqualTo(2);
		this.books.delete(this.book);
		assertThat(this.chapters.onlyDeleted().get(1L).deletedAt).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
	}

	@Test
	void aRestoreTakesBackWhatWasMarkedWithTheRow() {
		this.chapters.delete(this.chapters.get(1L));
		database.execute("UPDATE chapter SET deleted_at = '2020-01-01' WHERE id = 1");
		this.books.delete(this.book);
		Deleted restored = this.books.restore(this.book);
		assertThat(restored.perModel()).containsOnly(Map.entry("Book", 1L), Map.entry("Chapter", 2L));
		assertThat(this.book.deletedAt).isNull();
		assertThat(this.book.deletedBy).isNull();
		assertThat(this.books.get(this.book.id).deletedBy).isNull();
		assertThat(this.chapters.onlyDeleted().flat("id").list()).containsExactly(1L);
		assertThat(this.books.restore(this.book)).isEqualTo(Deleted.NOTHING);
	}

	@Test
	void aQuerysetOfTheBinIsRestored() {
		// tag::restore[]
		this.books.delete(this.book);
		this.books.restore(this.book);

		this.books.filter(BOOK.shelf.eq(this.shelf)).delete();
		Deleted restored = this.books.onlyDeleted().filter(BOOK.shelf.eq(this.shelf)).restore();
		// end::restore[]
		assertThat(restored.perModel()).containsOnly(Map.entry("Book", 2L), Map.entry("Chapter", 3L));
		assertThat(this.books.count()).isEqualTo(2);
		assertThat(this.books.all().restore()).isEqualTo(Deleted.NOTHING);
	}

	@Test
	void whatHasNoMarkIsLeftAlone() {
		Manager<Note> notes = this.orm.manager(Note.class);
		notes.create(Map.of("text", "why", "chapter", this.chapters.get(1L)));
		this.books.delete(this.book);
		assertThat(notes.get(1L).chapter.get().deletedAt).isEqualTo(NOW);
		assertThat(notes.count()).isEqualTo(1);
	}

	@Test
	void aRowThatIsRemovedTakesAllAlongMarkedOrNot() {
		this.chapters.delete(this.chapters.get(1L));
		assertThat(this.books.hardDelete(this.book).perModel()).containsOnly(Map.entry("Book", 1L),
				Map.entry("Chapter", 3L));
		assertThat(this.book.isSaved()).isFalse();
		this.books.all().delete();
		assertThat(this.books.all().hardDelete()).isEqualTo(Deleted.NOTHING);
		assertThat(this.books.onlyDeleted().hardDelete().total()).isEqualTo(1);
		assertThat(this.books.withDeleted().count()).isZero();
	}

	@Test
	void aShelfWithoutMarkIsRemovedWithItsBooks() {
		this.books.delete(this.book);
		assertThat(this.shelves.delete(this.shelf).perModel()).containsEntry("Book", 2L).containsEntry("Chapter", 3L);
		assertThat(this.books.withDeleted().exists()).isFalse();
	}

	@Test
	void whatProtectsDoesSoWhileItLives() {
		Manager<Loan> loans = this.orm.manager(Loan.class);
		Loan loan = loans.create(Map.of("book", this.book));
		assertThatExceptionOfType(ProtectedException.class).isThrownBy(() -> this.books.delete(this.book))
			.satisfies((ex) -> assertThat(ex.objects()).hasSize(1));
		assertThat(this.book.deletedAt).isNull();
		loans.delete(loan);
		assertThat(this.books.delete(this.book).total()).isEqualTo(4);
		assertThatExceptionOfType(ProtectedException.class).isThrownBy(() -> this.books.hardDelete(this.book));
	}

	@Test
	void aForeignKeyStillLeadsToADeletedRow() {
		Loan loan = this.orm.manager(Loan.class).create(Map.of("book", this.book));
		database.execute("UPDATE book SET deleted_at = now() WHERE id = " + this.book.id);
		assertThat(this.orm.manager(Loan.class).get(loan.id).book.get().deletedAt).isNotNull();
	}

	@Test
	void uniqueValuesAreFreeAgain() {
		this.books.delete(this.book);
		Book again = Book.of("java", this.shelf);
		again.isbn = "another";
		assertThat(this.books.validate(again).isEmpty()).isTrue();
		this.books.save(again);
		assertThatExceptionOfType(UniqueViolationException.class).isThrownBy(() -> this.books.restore(this.book));
		assertThat(this.book.deletedAt).isEqualTo(NOW);
		Book third = Book.of("java", this.shelf);
		assertThat(this.books.validate(third).byField()).containsOnlyKeys("slug", "isbn");
	}

	@Test
	void aValueThatRowsPointToIsNeverFreeAgain() {
		this.books.delete(this.book);
		Book again = Book.of("other", this.shelf);
		again.isbn = this.book.isbn;
		assertThat(this.books.validate(again).byField()).containsOnlyKeys("isbn");
		assertThatExceptionOfType(UniqueViolationException.class).isThrownBy(() -> this.books.save(again));
	}

	@Test
	void anUpsertMeetsTheRowsThatLive() {
		this.books.delete(this.book);
		Book again = Book.of("java", this.shelf);
		again.isbn = "another";
		this.books.bulkCreate(List.of(again), (how) -> how.updatingConflicts(List.of("slug"), List.of("title")));
		Book met = Book.of("java", this.shelf);
		met.isbn = "third";
		met.title = "changed";
		this.books.bulkCreate(List.of(met), (how) -> how.updatingConflicts(List.of("slug"), List.of("title")));
		assertThat(this.books.filter(BOOK.slug.eq("java")).list()).singleElement()
			.satisfies((found) -> assertThat(found.title).isEqualTo("changed"));
		assertThat(this.books.withDeleted().filter(BOOK.slug.eq("java")).count()).isEqualTo(2);
	}

	@Test
	void getOrCreateMakesANewRowWhereTheOldOneIsDeleted() {
		this.books.delete(this.book);
		Map<String, Object> defaults = Map.of("isbn", "another", "title", "Java", "shelf", this.shelf);
		assertThat(this.books.getOrCreate(Map.of("slug", "java"), defaults).created()).isTrue();
		assertThat(this.books.getOrCreate(Map.of("slug", "java"), defaults).created()).isFalse();
	}

	@Test
	void handlesAndJoinsSeeWhatLives() {
		this.chapters.delete(this.chapters.get(1L));
		assertThat(this.book.chapters.count()).isEqualTo(2);
		assertThat(this.book.chapters.withDeleted().count()).isEqualTo(3);
		assertThat(this.book.chapters.onlyDeleted().list()).hasSize(1);
		assertThat(this.books.annotate(count(BOOK.chapters()).as("number")).flat("number").list()).containsExactly(2L,
				0L);
		assertThat(this.books.prefetchRelated(BOOK.chapters()).list())
			.extracting((found) -> found.chapters.list().size())
			.containsExactly(2, 0);
		assertThat(this.book.chapters.all().delete().total()).isEqualTo(2);
	}

	@Test
	void joinRowsAreMarkedToo() {
		Topic topic = this.orm.manager(Topic.class).create(Map.of("name", "code"));
		this.book.topics.add(topic);
		this.book.topics.remove(topic);
		assertThat(this.book.topics.count()).isZero();
		assertThat(this.orm.manager(Tagging.class).withDeleted().count()).isEqualTo(1);
		this.book.topics.add(topic);
		assertThat(this.book.topics.list()).hasSize(1);
		assertThat(this.orm.manager(Tagging.class).withDeleted().count()).isEqualTo(2);
		assertThat(this.books.delete(this.book).perModel()).containsEntry("Tagging", 1L);
	}

	@Test
	void whatIsSetIsRelatedAgainWhereItsOldRowIsMarked() {
		Topic code = this.orm.manager(Topic.class).create(Map.of("name", "code"));
		Topic jazz = this.orm.manager(Topic.class).create(Map.of("name", "jazz"));
		this.book.topics.set(List.of(code, jazz));
		this.book.topics.clear();
		this.book.topics.set(List.of(jazz));
		assertThat(this.book.topics.flat("name").list()).containsExactly("jazz");
		this.book.topics.set(List.of(code));
		assertThat(this.book.topics.flat("name").list()).containsExactly("code");
		assertThat(this.orm.manager(Tagging.class).withDeleted().count()).isEqualTo(4);
	}

	@Test
	void aChildIsMarkedInTheTableOfItsParent() {
		Manager<Atlas> atlases = this.orm.manager(Atlas.class);
		Atlas atlas = new Atlas();
		atlas.slug = "world";
		atlas.isbn = "w";
		atlas.title = "World";
		atlas.shelf = ForeignKey.to(this.shelf);
		atlases.save(atlas);
		assertThat(atlases.delete(atlas).total()).isEqualTo(1);
		assertThat(atlases.count()).isZero();
		assertThat(this.books.filter(BOOK.slug.eq("world")).exists()).isFalse();
		assertThat(atlases.withDeleted().get(atlas.id).deletedAt).isEqualTo(NOW);
		assertThat(atlases.restore(atlas).total()).isEqualTo(1);
		assertThat(this.books.delete(this.books.get(atlas.id)).total()).isEqualTo(1);
		assertThat(atlases.count()).isZero();
		assertThat(atlases.onlyDeleted().restore().total()).isEqualTo(1);
		assertThat(atlases.hardDelete(atlases.get(atlas.id)).total()).isEqualTo(2);
	}

	@Test
	void aRowThatMovedOnIsNotMarked() {
		Manager<Ledger> ledgers = this.orm.manager(Ledger.class);
		Ledger ledger = ledgers.create(Map.of("text", "a"));
		Ledger stale = ledgers.get(ledger.id);
		ledger.text = "b";
		ledgers.save(ledger);
		assertThatExceptionOfType(NotUpdatedException.class).isThrownBy(() -> ledgers.delete(stale));
		assertThat(stale.deletedAt).isNull();
		ledgers.delete(ledger);
		assertThat(ledger.version).isEqualTo(ledgers.withDeleted().get(ledger.id).version);
		ledgers.restore(ledger);
		ledger.text = "c";
		ledgers.save(ledger);
		assertThat(ledgers.get(ledger.id).text).isEqualTo("c");
	}

	@Test
	void aRollbackTakesTheMarkFromTheInstanceToo() {
		try {
			this.orm.atomic().run(() -> {
				this.books.delete(this.book);
				throw new IllegalStateException("undo");
			});
		}
		catch (IllegalStateException ex) {
			assertThat(ex).hasMessage("undo");
		}
		assertThat(this.book.deletedAt).isNull();
		assertThat(this.books.get(this.book.id).deletedAt).isNull();
	}

	@Test
	void whoHearsOfDeletesIsToldThatRowsAreMarked() {
		List<String> heard = new ArrayList<>();
		Listeners listeners = new Listeners().preDelete(Book.class, (event) -> heard.add("book " + event.soft()))
			.postDelete(Chapter.class, (event) -> heard.add("chapter " + event.soft()));
		Manager<Book> told = Archive.orm(database).signals(listeners).build().manager(Book.class);
		Book found = told.get(this.book.id);
		told.delete(found);
		told.restore(found);
		told.hardDelete(found);
		assertThat(heard).containsExactly("book true", "chapter true", "chapter true", "chapter true", "book false",
				"chapter false", "chapter false", "chapter false");
	}

	@Test
	void aModelWithoutMarkIsRefused() {
		assertThatExceptionOfType(IllegalQueryException.class).isThrownBy(() -> this.shelves.withDeleted().list())
			.withMessageContaining("Rows of Shelf are removed by deletes")
			.withMessageContaining("@SoftDelete");
		assertThatExceptionOfType(IllegalQueryException.class).isThrownBy(() -> this.shelves.restore(this.shelf))
			.withMessageContaining("Rows of Shelf are removed by deletes");
	}

}
