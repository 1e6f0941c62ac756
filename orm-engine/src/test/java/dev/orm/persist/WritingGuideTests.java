package dev.orm.persist;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.RelatedManager;
import dev.orm.error.NotUpdatedException;
import dev.orm.error.ProtectedException;
import dev.orm.persist.Blog.Account;
import dev.orm.persist.Blog.Author;
import dev.orm.persist.Blog.Post;
import dev.orm.persist.House.Book;
import dev.orm.persist.House.Label;
import dev.orm.persist.House.Loan;
import dev.orm.persist.House.Publisher;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.persist.AuthorPath.AUTHOR;
import static dev.orm.persist.PostPath.POST;
import static dev.orm.persist.PublisherPath.PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The examples of the reference on writing, through the front door. */
class WritingGuideTests {

	@RegisterExtension
	static final TestDatabase blog = TestDatabase.create(Blog.SCHEMA);

	@RegisterExtension
	static final TestDatabase house = TestDatabase.create(House.SCHEMA);

	private final Orm blogOrm = Orm.builder()
		.dataSource(blog.dataSource())
		.models(List.of(Author.class, Post.class, Account.class))
		.clock(Clock.fixed(Writing.NOW, ZoneOffset.UTC))
		.build();

	private final Orm houseOrm = House.orm(house);

	private final Manager<Author> authors = this.blogOrm.manager(Author.class);

	private final Manager<Post> posts = this.blogOrm.manager(Post.class);

	private final Manager<Account> accounts = this.blogOrm.manager(Account.class);

	private final Manager<Publisher> publishers = this.houseOrm.manager(Publisher.class);

	private final Manager<Book> books = this.houseOrm.manager(Book.class);

	private final Manager<Label> labels = this.houseOrm.manager(Label.class);

	@Test
	void saving() {
		// tag::save[]
		Author ada = new Author();
		ada.name = "Ada";
		this.authors.save(ada); // INSERT ... RETURNING id
		ada.name = "Ada Lovelace";
		this.authors.save(ada); // UPDATE ... WHERE id = ?

		Post post = this.posts.create(POST.title.is("Notes"), POST.author.is(ada));
		post.title = "Notes on the engine";
		post.views = 99;
		// the title and nothing else
		this.posts.save(post, (how) -> how.updateFields(List.of("title")));
		// end::save[]
		assertThat(this.posts.get(POST.id.eq(post.id)).views).isZero();
		// tag::expression[]
		this.posts.save(post, POST.views.set(POST.views.plus(1)));
		assertThat(post.views).isEqualTo(1); // what the database computed came back
		// end::expression[]
	}

	@Test
	void versions() {
		Account saved = this.accounts.save(new Account());
		// tag::version[]
		Account mine = this.accounts.get("pk", saved.id);
		Account yours = this.accounts.get("pk", saved.id);
		this.accounts.save(mine); // ... AND version IS NOT DISTINCT FROM ?
		assertThatExceptionOfType(NotUpdatedException.class).isThrownBy(() -> this.accounts.save(yours));
		// end::version[]
	}

	@Test
	void bulk() {
		// tag::bulk[]
		List<Author> many = List.of(Author.named("Grace"), Author.named("Edsger"), Author.named("Barbara"));
		this.authors.bulkCreate(many); // one INSERT; all know their keys now
		many.forEach((author) -> author.name = author.name.toUpperCase(Locale.ROOT));
		int matched = this.authors.bulkUpdate(many, "name"); // one UPDATE

		this.authors.bulkCreate(List.of(Author.named("GRACE"), Author.named("Tony")),
				(how) -> how.updatingConflicts(List.of("name"), List.of("name"))); // upsert
		// end::bulk[]
		assertThat(matched).isEqualTo(3);
		assertThat(this.authors.filter(AUTHOR.name.in("GRACE", "Tony")).count()).isEqualTo(2);
	}

	@Test
	void gettingOrCreating() {
		// tag::get-or-create[]
		Getting<Author> kurt = this.authors.getOrCreate(AUTHOR.name.is("Kurt"));
		assertThat(kurt.created()).isTrue();
		assertThat(this.authors.getOrCreate(AUTHOR.name.is("Kurt")).created()).isFalse();

		Getting<Post> counted = this.posts.updateOrCreate(Map.of("title", "Hits"), Map.of("views", 10));
		// end::get-or-create[]
		assertThat(counted.instance().views).isEqualTo(10);
	}

	@Test
	void deleting() {
		Publisher publisher = this.publishers.create(PUBLISHER.name.is("Reclam"));
		Book book = this.books.save(Book.of("Faust", publisher));
		// tag::delete[]
		Deleted deleted = this.publishers.delete(publisher);
		assertThat(deleted.total()).isEqualTo(2);
		assertThat(deleted.perModel()).containsEntry("Book", 1L).containsEntry("Publisher", 1L);
		// end::delete[]
		Book other = this.books.save(Book.of("Faust", this.publishers.create(PUBLISHER.name.is("Insel"))));
		house.execute("INSERT INTO loan (book_id) VALUES (" + other.id + ")");
		// tag::protect[]
		assertThatExceptionOfType(ProtectedException.class)
			.isThrownBy(() -> this.publishers.filter(PUBLISHER.name.eq("Insel")).delete())
			.satisfies((ex) -> assertThat(ex.objects()).hasOnlyElementsOfType(Loan.class));
		// end::protect[]
		assertThat(book).isNotEqualTo(other);
	}

	@Test
	void relatedManagers() {
		Publisher publisher = this.publishers.create(PUBLISHER.name.is("Suhrkamp"));
		Book book = this.books.save(Book.of("Faust", publisher));
		Label drama = this.labels.save(Label.named("drama"));
		Label classic = this.labels.save(Label.named("classic"));
		// tag::many-to-many[]
		book.labels.add(drama); // instances
		book.labels.addKeys(classic.id); // or keys
		book.labels.set(List.of(classic)); // changes only the difference
		book.labels.clear();
		// end::many-to-many[]
		assertThat(book.labels.count()).isZero();
		// tag::reverse[]
		RelatedManager<Book> published = RelatedManager.of(publisher, "books");
		published.create(Map.of("title", "Werther"));
		published.add(book); // one UPDATE, whatever the number of books
		// end::reverse[]
		assertThat(published.count()).isEqualTo(2);
	}

}
