package dev.orm.persist;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import dev.orm.Orm;
import dev.orm.error.NotUpdatedException;
import dev.orm.error.QueryValueException;
import dev.orm.error.UniqueViolationException;
import dev.orm.expression.Assignment;
import dev.orm.expression.F;
import dev.orm.expression.Nodes;
import dev.orm.expression.node.Computation;
import dev.orm.load.ReadOptions;
import dev.orm.model.ForeignKey;
import dev.orm.persist.Blog.Account;
import dev.orm.persist.Blog.Author;
import dev.orm.persist.Blog.Content;
import dev.orm.persist.Blog.Country;
import dev.orm.persist.Blog.Note;
import dev.orm.persist.Blog.Page;
import dev.orm.persist.Blog.Post;
import dev.orm.persist.Blog.Seat;
import dev.orm.persist.Blog.Token;
import dev.orm.query.QuerySpec;
import dev.orm.query.Selection;
import dev.orm.routing.Route;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SavingTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(Blog.SCHEMA);

	private final Writing writing = new Writing(database.dataSource(), Author.class, Post.class, Note.class,
			Country.class, Seat.class, Account.class, Content.class, Page.class, Token.class);

	private final SaveOptions options = SaveOptions.on(Route.DEFAULT);

	@BeforeEach
	void empty() {
		database.truncate("author", "post", "note", "country", "seat", "account", "content", "page", "token");
	}

	@AfterEach
	void noConnectionLeaks() {
		assertThat(database.connectionsInUse()).isZero();
	}

	@Test
	void savingTellsWhatBecameOfTheRow() {
		Author author = Author.named("x");
		SaveOptions plain = SaveOptions.on(Route.DEFAULT);
		assertThat(this.writing.persistence.save(author, plain)).isEqualTo(Saved.INSERTED);
		assertThat(this.writing.persistence.save(author, plain)).isEqualTo(Saved.UPDATED);
		assertThat(this.writing.persistence.save(author, plain.updateFields(List.of()))).isEqualTo(Saved.NOTHING);
		Author given = Author.named("y");
		given.id = 99L;
		assertThat(this.writing.persistence.save(given, plain)).isEqualTo(Saved.INSERTED);
	}

	@Test
	void anInstanceWithoutKeyIsInsertedAndLearnsItsKey() {
		Author author = Author.named("Ada");
		assertThat(Writing.statements(() -> this.writing.save(author)))
			.containsExactly("INSERT INTO \"author\" (\"name\") VALUES (?) RETURNING \"id\"");
		assertThat(author.id).isEqualTo(1L);
		assertThat(author.isSaved()).isTrue();
	}

	@Test
	void aSavedInstanceIsUpdated() {
		Author author = this.writing.save(Author.named("Ada"));
		author.name = "Grace";
		assertThat(Writing.statements(() -> this.writing.save(author)))
			.containsExactly("UPDATE \"author\" AS \"t\" SET \"name\" = ? WHERE \"t\".\"id\" = ?");
		assertThat(this.writing.rows("SELECT * FROM author")).containsExactly("1,Grace");
	}

	@Test
	void anInstanceWithAKeySetByHandIsUpdatedElseInserted() {
		Country country = Country.of("DE", "Germany");
		assertThat(Writing.statements(() -> this.writing.save(country))).hasSize(2);
		Country other = Country.of("DE", "Deutschland");
		assertThat(Writing.statements(() -> this.writing.save(other))).hasSize(1);
		assertThat(this.writing.rows("SELECT * FROM country")).containsExactly("DE,Deutschland");
	}

	@Test
	void forcingTheInsertSparesTheUpdateAndFailsOnAKnownKey() {
		Country country = Country.of("DE", "Germany");
		assertThat(Writing.statements(() -> this.writing.persistence.save(country, this.options.forcingInsert())))
			.hasSize(1);
		assertThatExceptionOfType(UniqueViolationException.class)
			.isThrownBy(() -> this.writing.persistence.save(Country.of("DE", "again"), this.options.forcingInsert()));
	}

	@Test
	void aForcedUpdateOfNoRowIsAnError() {
		assertThatExceptionOfType(NotUpdatedException.class)
			.isThrownBy(() -> this.writing.persistence.save(Country.of("XX", "x"), this.options.forcingUpdate()))
			.withMessage("A forced update of a Country did not affect any rows: none has its key")
			.satisfies((ex) -> assertThat(List.of(ex.model(), ex.key())).containsExactly("Country", "XX"));
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.writing.persistence.save(Author.named("x"), this.options.forcingUpdate()))
			.withMessageContaining("no primary key");
	}

	@Test
	void aRowThatIsGoneIsInsertedAgain() {
		Author author = this.writing.save(Author.named("Ada"));
		database.execute("DELETE FROM author");
		assertThat(Writing.statements(() -> this.writing.save(author))).hasSize(2);
		assertThat(this.writing.rows("SELECT * FROM author")).containsExactly("1,Ada");
	}

	@Test
	void updateFieldsRestrictsWhatIsWritten() {
		Post post = this.writing.save(Post.titled("a"));
		post.title = "b";
		post.views = 7;
		assertThat(Writing
			.statements(() -> this.writing.persistence.save(post, this.options.updateFields(List.of("title")))))
			.containsExactly("UPDATE \"post\" AS \"t\" SET \"title\" = ? WHERE \"t\".\"id\" = ?");
		assertThat(this.writing.rows("SELECT title, views FROM post")).containsExactly("b,0");
		assertThat(Writing.statements(() -> this.writing.persistence.save(post, this.options.updateFields(List.of()))))
			.isEmpty();
	}

	@Test
	void updateFieldsTakesNoKeyAndNothingUnknown() {
		Post post = this.writing.save(Post.titled("a"));
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(
				() -> this.writing.persistence.save(post, this.options.updateFields(List.of("id", "nope", "title"))))
			.withMessageContaining("[id, nope]")
			.withMessageContaining("title");
	}

	@Test
	void deferredFieldsAreNotWritten() {
		this.writing.save(Post.titled("a"));
		database.execute("UPDATE post SET tags = '{x}'");
		Post post = withoutTags();
		this.writing.save(post);
		assertThat(post.deferredFields()).containsExactly("tags");
		assertThat(this.writing.rows("SELECT tags FROM post")).containsExactly("{x}");
		post.tags(List.of("y"));
		this.writing.save(post);
		assertThat(this.writing.rows("SELECT tags FROM post")).containsExactly("{y}");
	}

	private Post withoutTags() {
		QuerySpec query = this.writing.query(Post.class).then(new Selection.Defer(List.of("tags"), false, false));
		return (Post) this.writing.reader.instances(query, ReadOptions.DEFAULT).get(0);
	}

	@Test
	void defaultsFillAttributesThatAreNull() {
		Post post = this.writing.save(Post.titled("a"));
		assertThat(post.published).isFalse();
		assertThat(this.writing.rows("SELECT published FROM post")).containsExactly("f");
	}

	@Test
	void timesAreSetByTheEngine() {
		Post post = this.writing.save(Post.titled("a"));
		assertThat(post.created).isEqualTo(Writing.NOW);
		post.created = Writing.NOW.minusSeconds(60);
		post.changed = Writing.NOW.minusSeconds(60);
		this.writing.save(post);
		assertThat(post.created).isEqualTo(Writing.NOW.minusSeconds(60));
		assertThat(post.changed).isEqualTo(Writing.NOW);
	}

	@Test
	void aTimeThatIsNotSavedStaysAsItIs() {
		Post post = this.writing.save(Post.titled("a"));
		Instant before = Writing.NOW.minusSeconds(60);
		post.changed = before;
		this.writing.persistence.save(post, this.options.updateFields(List.of("title")));
		assertThat(post.changed).isEqualTo(before);
	}

	@Test
	void timesAreAsExactAsTheirColumns() {
		Instant now = Instant.parse("2024-03-10T06:00:00.123456789Z");
		Orm orm = Orm.builder()
			.dataSource(database.dataSource())
			.models(List.of(Author.class, Post.class))
			.clock(Clock.fixed(now, ZoneOffset.UTC))
			.build();
		Post post = orm.manager(Post.class).save(Post.titled("a"));
		assertThat(post.created).isEqualTo(orm.manager(Post.class).get("id", post.id).created);
	}

	@Test
	void documentsAndArraysAreStored() {
		Post post = Post.titled("a");
		post.tags = List.of("x", "y \"z\"");
		post.attrs = Map.of("size", 3);
		this.writing.save(post);
		assertThat(this.writing.rows("SELECT tags[2], attrs->>'size' FROM post")).containsExactly("y \"z\",3");
	}

	@Test
	void aRelationIsStoredByTheKeyItsTargetHasWhenTheOwnerIsSaved() {
		Author author = Author.named("Ada");
		Post post = Post.titled("a");
		post.author = ForeignKey.to(author);
		post.editor = ForeignKey.to(author);
		this.writing.save(author);
		this.writing.save(post);
		assertThat(this.writing.rows("SELECT author_id, editor FROM post")).containsExactly("1,Ada");
		assertThat(post.author.get()).isSameAs(author);
	}

	@Test
	void aRelationToAnUnsavedInstanceIsRefused() {
		Post post = Post.titled("a");
		post.author = ForeignKey.to(Author.named("Ada"));
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> this.writing.save(post))
			.withMessageContaining("unsaved related object 'author'");
	}

	@Test
	void aRelationSetByKeyCanFetchOnceSaved() {
		this.writing.save(Author.named("Ada"));
		Post post = Post.titled("a");
		post.author = ForeignKey.ofId(1);
		this.writing.save(post);
		assertThat(post.author.get().name).isEqualTo("Ada");
	}

	@Test
	void uuidsAreMadeByTheEngineAndInsertedAtOnce() {
		Note note = new Note();
		assertThat(Writing.statements(() -> this.writing.save(note)))
			.containsExactly("INSERT INTO \"note\" (\"id\", \"text\") VALUES (?, ?)");
		assertThat(note.id.version()).isEqualTo(7);
		note.text = "changed";
		assertThat(Writing.statements(() -> this.writing.save(note))).hasSize(1);
	}

	@Test
	void compositeKeysAreUpdatedElseInserted() {
		this.writing.save(Seat.of("A", 1, "10"));
		this.writing.save(Seat.of("A", 1, "12"));
		assertThat(this.writing.rows("SELECT * FROM seat")).containsExactly("A,1,12.00");
	}

	@Test
	void aVersionIsCheckedAndCountedUp() {
		Account account = this.writing.save(new Account());
		Account stale = this.writing.get(Account.class, account.id);
		account.balance = 5;
		this.writing.save(account);
		assertThat(account.version).isEqualTo(1);
		assertThatExceptionOfType(NotUpdatedException.class).isThrownBy(() -> this.writing.save(stale))
			.withMessageContaining("version moved on");
		assertThat(stale.version).isZero();
		assertThat(this.writing.rows("SELECT balance, version FROM account")).containsExactly("5,1");
	}

	@Test
	void parentsTablesAreWrittenFirstAndTogether() {
		Page page = Page.of("t", "b");
		assertThat(Writing.statements(() -> this.writing.save(page))).containsExactly(
				"INSERT INTO \"content\" (\"title\") VALUES (?) RETURNING \"id\"",
				"INSERT INTO \"page\" (\"content_ptr_id\", \"body\") VALUES (?, ?)");
		page.title = "t2";
		assertThat(Writing.statements(() -> this.writing.save(page))).hasSize(2);
		assertThat(this.writing.rows("SELECT id, title, body FROM content JOIN page ON id = content_ptr_id"))
			.containsExactly("1,t2,b");
	}

	@Test
	void nothingStaysOfAParentWhoseChildFails() {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.writing.save(Page.of("t", "bad")));
		assertThat(this.writing.rows("SELECT * FROM content")).isEmpty();
	}

	@Test
	void aChildMayBeAddedToAParentThatIsThere() {
		Content content = new Content();
		content.title = "t";
		this.writing.save(content);
		Page page = Page.of("t", "b");
		page.id = content.id;
		this.writing.save(page);
		assertThat(this.writing.rows("SELECT * FROM page")).containsExactly("1,b");
	}

	@Test
	void aRowOfNothingButAKeyCanBeSavedTwice() {
		Token token = this.writing.save(new Token());
		assertThat(Writing.statements(() -> this.writing.save(token)))
			.containsExactly("SELECT 1 FROM \"token\" \"t0\" WHERE \"t0\".\"id\" = ANY(?) LIMIT 1");
	}

	@Test
	void expressionsAreComputedByTheDatabaseAndComeBack() {
		Post post = this.writing.save(Post.titled("a"));
		database.execute("UPDATE post SET views = 41");
		SaveOptions computing = this.options
			.computing(List.of(new Assignment<>("views", F.of("views").plus(1).node())));
		assertThat(Writing.statements(() -> this.writing.persistence.save(post, computing))).hasSize(1);
		assertThat(post.views).isEqualTo(42);
	}

	@Test
	void expressionsForAParentsTableAreComputedToo() {
		Page page = this.writing.save(Page.of("t", "b"));
		page.body = "changed";
		SaveOptions computing = this.options.computing(List.of(new Assignment<>("title",
				new Computation.Function("Upper", List.of(F.of("title").node()), Map.of(), null))));
		this.writing.persistence.save(page, computing);
		assertThat(page.title).isEqualTo("T");
		assertThat(this.writing.rows("SELECT title, body FROM content JOIN page ON id = content_ptr_id"))
			.containsExactly("T,changed");
	}

	@Test
	void expressionsCannotBeInserted() {
		SaveOptions computing = this.options
			.computing(List.of(new Assignment<>("views", F.of("views").plus(1).node())));
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.writing.persistence.save(Post.titled("a"), computing))
			.withMessageContaining("only be used to update");
	}

	@Test
	void anUpdateOfSeveralTablesFindsItsRowsOnce() {
		this.writing.save(Page.of("t", "b"));
		this.writing.save(Page.of("other", "b"));
		QuerySpec query = this.writing.query(Page.class, Writing.where("title", "t"), Writing.where("body", "b"));
		long updated = this.writing.persistence.update(query,
				List.of(new Assignment<>("title", Nodes.of("x")), new Assignment<>("body", Nodes.of("y"))),
				Route.DEFAULT);
		assertThat(updated).isEqualTo(1);
		assertThat(this.writing.rows("SELECT title, body FROM content JOIN page ON id = content_ptr_id ORDER BY id"))
			.containsExactly("x,y", "other,b");
	}

	@Test
	void nothingIsValidatedBeforeTheDatabaseDoes() {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.writing.save(new Author()));
	}

	@Test
	void aSaveOfOneTableOpensNoTransaction() {
		assertThat(Writing.statements(() -> this.writing.save(Author.named("Ada")))).hasSize(1);
		this.writing.atomic.run(() -> {
			this.writing.save(Author.named("Grace"));
			this.writing.atomic.setRollbackOnly();
		});
		assertThat(this.writing.rows("SELECT name FROM author")).containsExactly("Ada");
	}

}
