package dev.orm.softdelete;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.orm.ManyToMany;
import dev.orm.OneToMany;
import dev.orm.Orm;
import dev.orm.OrmBuilder;
import dev.orm.annotation.Column;
import dev.orm.annotation.DeletedBy;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.SoftDelete;
import dev.orm.annotation.Table;
import dev.orm.annotation.Through;
import dev.orm.annotation.ToField;
import dev.orm.annotation.Version;
import dev.orm.column.ModelTables;
import dev.orm.declare.Meta;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.test.TestDatabase;
import org.jspecify.annotations.Nullable;

import static dev.orm.softdelete.BookPath.BOOK;
import static dev.orm.softdelete.ChapterPath.CHAPTER;

/** Models whose rows stay when they are deleted, and some whose rows do not. */
public final class Archive {

	static final List<Class<? extends Model>> MODELS = List.of(Shelf.class, Book.class, Atlas.class, Chapter.class,
			Note.class, Loan.class, Topic.class, Tagging.class, Ledger.class);

	private Archive() {
	}

	public static TestDatabase database() {
		return TestDatabase.create(ModelTables.of(List.of(), Shelf.class, Book.class, Atlas.class, Chapter.class,
				Note.class, Loan.class, Topic.class, Tagging.class, Ledger.class));
	}

	static OrmBuilder orm(TestDatabase database) {
		return Orm.builder().dataSource(database.dataSource()).models(MODELS);
	}

	public static Orm orm(TestDatabase database, Clock clock) {
		return orm(database).clock(clock).currentUser(() -> Optional.of("ada")).build();
	}

	@Table(name = "shelf")
	public static class Shelf extends Model {

		@Id
		public Long id;

		public String name;

		public OneToMany<Book> books;

	}

	// tag::book[]
	@Table(name = "book", ordering = "id")
	public static class Book extends Model {

		@Id
		Long id;

		@Column(unique = true)
		String slug;

		@Column(unique = true)
		String isbn;

		String title;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Shelf> shelf;

		OneToMany<Chapter> chapters;

		@Through(Tagging.class)
		ManyToMany<Topic> topics;

		@SoftDelete
		@Nullable Instant deletedAt;

		@DeletedBy
		@Nullable String deletedBy;

		// end::book[]

		// tag::unique[]
		static void meta(Meta<Book> meta) {
			meta.unique(BOOK.title, BOOK.shelf).name("one_title_per_shelf");
			meta.unique(BOOK.isbn, BOOK.title).name("isbn_forever").amongAll();
		}
		// end::unique[]

		static Book of(String slug, Shelf shelf) {
			Book book = new Book();
			book.slug = slug;
			book.isbn = "isbn " + slug;
			book.title = slug;
			book.shelf = ForeignKey.to(shelf);
			return book;
		}

	}

	/** Continues the table of books, mark included. */
	@Table(name = "atlas")
	public static class Atlas extends Book {

		int maps;

	}

	@Table(name = "chapter", ordering = "number")
	public static class Chapter extends Model {

		@Id
		Long id;

		int number;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Book> book;

		OneToMany<Note> notes;

		@SoftDelete
		@Nullable Instant deletedAt;

		static void meta(Meta<Chapter> meta) {
			meta.unique(CHAPTER.book, CHAPTER.number);
		}

	}

	/** Has no mark. */
	@Table(name = "note")
	public static class Note extends Model {

		@Id
		Long id;

		String text;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Chapter> chapter;

	}

	/** Protects the book while it lives itself. */
	@Table(name = "loan")
	public static class Loan extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.PROTECT)
		@ToField("isbn")
		ForeignKey<Book> book;

		@SoftDelete
		@Nullable Instant deletedAt;

	}

	@Table(name = "topic", ordering = "name")
	public static class Topic extends Model {

		@Id
		Long id;

		String name;

	}

	/** A join row that is marked, too. */
	@Table(name = "tagging")
	public static class Tagging extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Book> book;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Topic> topic;

		@SoftDelete
		@Nullable Instant deletedAt;

	}

	/** Counts its updates. */
	@Table(name = "ledger")
	public static class Ledger extends Model {

		@Id
		Long id;

		String text;

		@Version
		int version;

		@SoftDelete
		@Nullable Instant deletedAt;

	}

}
