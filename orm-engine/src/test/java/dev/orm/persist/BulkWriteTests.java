package dev.orm.persist;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import dev.orm.error.FieldDoesNotExistException;
import dev.orm.error.NotUpdatedException;
import dev.orm.error.QueryValueException;
import dev.orm.error.RowsLostException;
import dev.orm.error.UniqueViolationException;
import dev.orm.expression.Assignment;
import dev.orm.expression.F;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.persist.Blog.Account;
import dev.orm.persist.Blog.Author;
import dev.orm.persist.Blog.Content;
import dev.orm.persist.Blog.Country;
import dev.orm.persist.Blog.Note;
import dev.orm.persist.Blog.Page;
import dev.orm.persist.Blog.Post;
import dev.orm.persist.Blog.Seat;
import dev.orm.persist.Blog.Token;
import dev.orm.routing.Route;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BulkWriteTests {

	private static final int MANY = 10_000;

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(Blog.SCHEMA);

	private final Writing writing = new Writing(database.dataSource(), Author.class, Post.class, Note.class,
			Country.class, Seat.class, Account.class, Content.class, Page.class, Token.class);

	private final BulkCreateOptions options = BulkCreateOptions.on(Route.DEFAULT);

	private final BulkUpdateOptions updating = BulkUpdateOptions.on(Route.DEFAULT);

	@BeforeEach
	void empty() {
		database.truncate("author", "post", "note", "country", "seat", "account", "content", "page", "token");
	}

	@AfterEach
	void noConnectionLeaks() {
		assertThat(database.connectionsInUse()).isZero();
	}

	private void create(List<? extends Model> instances, BulkCreateOptions how) {
		this.writing.persistence.bulkCreate(this.writing.models.model(instances.get(0).getClass()), instances, how);
	}

	private int update(List<? extends Model> instances, BulkUpdateOptions how, String... attributes) {
		return this.writing.persistence.bulkUpdate(this.writing.query(instances.get(0).getClass()), instances,
				Arrays.asList(attributes), how);
	}

	private static List<Author> authors(String... names) {
		return Arrays.stream(names).map(Author::named).toList();
	}

	@Test
	void manyRowsAreCreatedByOneStatementAndLearnTheirKeys() {
		List<Author> authors = authors("a", "b", "c");
		assertThat(Writing.statements(() -> create(authors, this.options))).containsExactly(
				"INSERT INTO \"author\" (\"name\") SELECT \"v\".\"c0\" FROM unnest(?::text[]) WITH ORDINALITY"
						+ " AS \"v\" (\"c0\", \"n\") ORDER BY \"v\".\"n\" RETURNING \"id\"");
		assertThat(authors).extracting((author) -> author.id).containsExactly(1L, 2L, 3L);
		assertThat(authors).allMatch(Model::isSaved);
	}

	@Test
	void keysAreMatchedToTheirRowsForTenThousandRowsInAnyOrder() {
		List<String> names = new ArrayList<>(IntStream.range(0, MANY).mapToObj((i) -> "n" + i).toList());
		Collections.shuffle(names, new Random(7));
		List<Author> authors = names.stream().map(Author::named).toList();
		create(authors, this.options);
		Map<Long, String> stored = stored();
		assertThat(authors).allSatisfy((author) -> assertThat(stored.get(author.id)).isEqualTo(author.name));
	}

	@Test
	void keysAreMatchedWhereTheSequenceGoesDown() {
		database.execute("ALTER TABLE author ALTER id SET INCREMENT BY -1 SET MINVALUE -1000000 RESTART WITH -1");
		List<Author> authors = authors("a", "b", "c");
		create(authors, this.options);
		database.execute("ALTER TABLE author ALTER id SET INCREMENT BY 1 RESTART WITH 1");
		assertThat(authors).extracting((author) -> author.id).containsExactly(-1L, -2L, -3L);
		assertThat(stored()).containsEntry(-2L, "b");
	}

	private Map<Long, String> stored() {
		Map<Long, String> stored = new HashMap<>();
		this.writing.rows("SELECT id, name FROM author")
			.forEach((row) -> stored.put(Long.valueOf(row.substring(0, row.indexOf(','))),
					row.substring(row.indexOf(',') + 1)));
		return stored;
	}

	@Test
	void rowsThatGetLostAreReported() {
		database.execute(
				"CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS"
						+ " 'BEGIN IF NEW.name = ''b'' THEN RETURN NULL; END IF; RETURN NEW; END'",
				"CREATE TRIGGER lose BEFORE INSERT ON author FOR EACH ROW EXECUTE FUNCTION lose()");
		try {
			assertThatExceptionOfType(RowsLostException.class)
				.isThrownBy(() -> create(authors("a", "b", "c"), this.options))
				.withMessageContaining("3 rows were sent to author, but 2 were stored");
		}
		finally {
			database.execute("DROP TRIGGER lose ON author", "DROP FUNCTION lose");
		}
	}

	@Test
	void objectsWithKeysComeFirstAndBothStatementsAreOne() {
		List<Author> authors = authors("a", "b", "c");
		authors.get(1).id = -5L;
		assertThat(Writing.statements(() -> create(authors, this.options))).hasSize(2);
		assertThat(authors).extracting((author) -> author.id).containsExactly(1L, -5L, 2L);
		List<Author> failing = authors("d", "a");
		failing.get(0).id = -6L;
		assertThatExceptionOfType(UniqueViolationException.class).isThrownBy(() -> create(failing, this.options));
		assertThat(this.writing.rows("SELECT count(*) FROM author")).containsExactly("3");
	}

	@Test
	void everyKindOfColumnTravels() {
		this.writing.save(Author.named("Ada"));
		List<Post> posts = List.of(Post.titled("a"), Post.titled("b"));
		posts.get(0).tags = List.of("x", "y, \"z\"");
		posts.get(0).attrs = Map.of("size", 3);
		posts.get(0).price = new BigDecimal("1.255");
		posts.get(0).author = ForeignKey.ofId(1);
		posts.get(1).editor = ForeignKey.ofId("Ada");
		create(posts, this.options);
		assertThat(
				this.writing.rows("SELECT title, views, published, tags[2], attrs->>'size', price, author_id, editor,"
						+ " created = changed FROM post ORDER BY id"))
			.containsExactly("a,0,f,y, \"z\",3,1.26,1,null,t", "b,0,f,null,null,null,null,Ada,t");
		assertThat(posts.get(0).author.get().name).isEqualTo("Ada");
	}

	@Test
	void valuesThatAreTooLongAreRefusedNotCut() {
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> create(List.of(Post.titled("x".repeat(21))), this.options))
			.withMessageContaining("too long");
	}

	@Test
	void batchesAreStatementsOfOneTransaction() {
		assertThat(Writing.statements(() -> create(authors("a", "b", "c", "d", "e"), this.options.batchSize(2))))
			.hasSize(3);
		assertThatExceptionOfType(UniqueViolationException.class)
			.isThrownBy(() -> create(authors("f", "g", "a"), this.options.batchSize(2)));
		assertThat(this.writing.rows("SELECT count(*) FROM author")).containsExactly("5");
	}

	@Test
	void noRowsAreNoStatement() {
		assertThat(Writing.statements(() -> this.writing.persistence.bulkCreate(this.writing.models.model(Author.class),
				List.of(), this.options)))
			.isEmpty();
	}

	@Test
	void conflictsMayBeIgnored() {
		create(authors("a"), this.options);
		List<Author> authors = authors("a", "b");
		create(authors, this.options.ignoringConflicts());
		assertThat(authors).extracting((author) -> author.id).containsOnlyNulls();
		assertThat(this.writing.rows("SELECT name FROM author ORDER BY name")).containsExactly("a", "b");
	}

	@Test
	void conflictsMayUpdateAndAllRowsLearnTheirKeys() {
		List<Country> countries = List.of(Country.of("DE", "x"), Country.of("FR", "y"));
		create(countries, this.options);
		create(List.of(Country.of("IT", "z"), Country.of("DE", "Germany")),
				this.options.updatingConflicts(List.of("code"), List.of("name")));
		assertThat(this.writing.rows("SELECT * FROM country ORDER BY code")).containsExactly("DE,Germany", "FR,y",
				"IT,z");
		create(authors("a", "b"), this.options);
		List<Author> authors = authors("c", "b", "d");
		create(authors, this.options.updatingConflicts(List.of("name"), List.of("name")));
		assertThat(authors.get(1).id).isEqualTo(2L);
		assertThat(stored()).containsEntry(authors.get(0).id, "c").containsEntry(authors.get(2).id, "d");
	}

	@Test
	void oneRowCannotBeUpdatedTwiceAndTheErrorSaysSo() {
		assertThatExceptionOfType(BadSqlGrammarException.class)
			.isThrownBy(
					() -> create(authors("a", "a"), this.options.updatingConflicts(List.of("name"), List.of("name"))))
			.withMessageContaining("ON CONFLICT DO UPDATE command cannot affect row a second time");
	}

	@Test
	void contradictingConflictOptionsAreRefused() {
		List<Author> authors = authors("a");
		assertRefused(authors, new BulkCreateOptions(Route.DEFAULT, 0, true, true, List.of(), List.of(), List.of(),
				false, false, false), "mutually exclusive");
		assertRefused(authors, this.options.updatingConflicts(List.of("name"), List.of()), "updateFields");
		assertRefused(authors, this.options.updatingConflicts(List.of(), List.of("name")), "uniqueFields");
		assertRefused(authors, this.options.updatingConflicts(List.of("name"), List.of("id")), "primary keys");
		assertRefused(authors, this.options.updatingConflicts(List.of("name"), List.of("posts")), "concrete fields");
		assertThatExceptionOfType(FieldDoesNotExistException.class)
			.isThrownBy(() -> create(authors, this.options.updatingConflicts(List.of("name"), List.of("nope"))));
	}

	private void assertRefused(List<Author> authors, BulkCreateOptions how, String message) {
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> create(authors, how))
			.withMessageContaining(message);
	}

	@Test
	void childrenAreCreatedWithTheirParents() {
		List<Page> pages = List.of(Page.of("t1", "b1"), Page.of("t2", "b2"));
		assertThat(Writing.statements(() -> create(pages, this.options.acrossTables()))).hasSize(2);
		assertThat(
				this.writing.rows("SELECT id, title, body FROM content JOIN page ON id = content_ptr_id ORDER BY id"))
			.containsExactly("1,t1,b1", "2,t2,b2");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> create(List.of(Page.of("t3", "b"), Page.of("t4", "bad")), this.options.acrossTables()));
		assertThat(this.writing.rows("SELECT count(*) FROM content")).containsExactly("2");
	}

	@Test
	void keysTheEngineMakesAndKeysOfSeveralColumns() {
		List<Note> notes = List.of(new Note(), new Note());
		create(notes, this.options);
		assertThat(notes).extracting((note) -> note.id).doesNotContainNull().doesNotHaveDuplicates();
		create(List.of(Seat.of("A", 1, "1"), Seat.of("A", 2, "2")), this.options);
		assertThat(this.writing.rows("SELECT count(*) FROM seat")).containsExactly("2");
	}

	@Test
	void rowsOfNothingButAKeyCanBeCreated() {
		List<Token> tokens = List.of(new Token(), new Token());
		create(tokens, this.options);
		assertThat(tokens).extracting((token) -> token.id).containsExactly(1L, 2L);
	}

	@Test
	void manyRowsAreUpdatedByOneStatement() {
		List<Author> authors = authors("a", "b");
		create(authors, this.options);
		authors.get(0).name = "x";
		authors.get(1).name = "y";
		assertThat(Writing.statements(() -> assertThat(update(authors, this.updating, "name")).isEqualTo(2)))
			.containsExactly("UPDATE \"author\" AS \"t\" SET \"name\" = \"v\".\"c1\""
					+ " FROM unnest((SELECT ?::int8[]), (SELECT ?::text[])) AS \"v\" (\"c0\", \"c1\")"
					+ " WHERE \"t\".\"id\" = \"v\".\"c0\"");
		assertThat(this.writing.rows("SELECT * FROM author ORDER BY id")).containsExactly("1,x", "2,y");
	}

	@Test
	void everyKindOfColumnIsUpdated() {
		this.writing.save(Author.named("Ada"));
		List<Post> posts = List.of(Post.titled("a"), Post.titled("b"));
		create(posts, this.options);
		posts.get(0).tags = List.of("x");
		posts.get(0).attrs = Map.of("k", 1);
		posts.get(1).author = ForeignKey.ofId(1L);
		posts.get(1).price = new BigDecimal("2");
		update(posts, this.updating.batchSize(1), "tags", "attrs", "author", "price");
		assertThat(this.writing.rows("SELECT tags, attrs, author_id, price FROM post ORDER BY id"))
			.containsExactly("{x},{\"k\": 1},null,null", "null,null,1,2.00");
	}

	@Test
	void theFirstOfTwoInstancesWithOneKeyWins() {
		create(authors("a"), this.options);
		Author first = Author.named("first");
		Author second = Author.named("second");
		first.id = 1L;
		second.id = 1L;
		assertThat(update(List.of(first, second), this.updating, "name")).isEqualTo(1);
		assertThat(this.writing.rows("SELECT name FROM author")).containsExactly("first");
	}

	@Test
	void theDatabaseMayComputeSomeValues() {
		List<Post> posts = List.of(Post.titled("a"), Post.titled("b"));
		create(posts, this.options);
		posts.get(1).views = 3;
		database.execute("UPDATE post SET views = 10");
		Map<Model, List<Assignment<?>>> computed = Map.of(posts.get(0),
				List.of(new Assignment<>("views", F.of("views").plus(1).node())));
		assertThat(update(posts, this.updating.computing(computed), "views")).isEqualTo(2);
		assertThat(this.writing.rows("SELECT views FROM post ORDER BY id")).containsExactly("11", "3");
		assertThat(posts.get(0).views).isEqualTo(11);
	}

	@Test
	void keysAndRelationsOfManyRowsCannotBeUpdatedInBulk() {
		List<Author> authors = authors("a");
		create(authors, this.options);
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> update(authors, this.updating, "id"))
			.withMessageContaining("primary key");
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> update(authors, this.updating, "posts"))
			.withMessageContaining("concrete fields");
		assertThatExceptionOfType(FieldDoesNotExistException.class)
			.isThrownBy(() -> update(authors, this.updating, "nope"));
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> update(authors("b"), this.updating, "name"))
			.withMessageContaining("primary key set");
	}

	@Test
	void fieldsOfSeveralTablesAreUpdatedTogether() {
		List<Page> pages = List.of(Page.of("t1", "b1"), Page.of("t2", "b2"));
		create(pages, this.options.acrossTables());
		pages.get(0).title = "x";
		pages.get(0).body = "y";
		assertThat(update(pages, this.updating, "title", "body")).isEqualTo(2);
		pages.get(1).title = "half";
		pages.get(1).body = "bad";
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> update(pages, this.updating, "title", "body"));
		assertThat(this.writing.rows("SELECT title, body FROM content JOIN page ON id = content_ptr_id ORDER BY id"))
			.containsExactly("x,y", "t2,b2");
	}

	@Test
	void versionsAreCheckedAndCountedUpInBulk() {
		List<Account> accounts = List.of(new Account(), new Account());
		create(accounts, this.options);
		accounts.forEach((account) -> account.balance = 1);
		update(accounts, this.updating, "balance");
		assertThat(accounts).extracting((account) -> account.version).containsExactly(1, 1);
		database.execute("UPDATE account SET version = 9 WHERE id = 2");
		assertThatExceptionOfType(NotUpdatedException.class)
			.isThrownBy(() -> update(accounts, this.updating, "balance"))
			.withMessageContaining("1 of 2");
	}

	@Test
	void whereAVersionMovedOnNoRowChanges() {
		List<Account> accounts = List.of(new Account(), new Account());
		create(accounts, this.options);
		database.execute("UPDATE account SET version = 9 WHERE id = 2");
		accounts.forEach((account) -> account.balance = 1);
		assertThatExceptionOfType(NotUpdatedException.class)
			.isThrownBy(() -> update(accounts, this.updating, "balance"));
		assertThat(this.writing.rows("SELECT balance, version FROM account ORDER BY id")).containsExactly("0,0", "0,9");
		assertThat(accounts).extracting((account) -> account.version).containsExactly(0, 0);
	}

	@Test
	void rowsOfSeveralTablesAreComputedBesideOneThatIsGone() {
		List<Page> pages = List.of(Page.of("a", "x"), Page.of("b", "y"));
		create(pages, this.options.acrossTables());
		database.execute("DELETE FROM page WHERE content_ptr_id = 1", "DELETE FROM content WHERE id = 1");
		Node upper = new Computation.Function("Upper", List.of(F.of("title").node()), Map.of(), null);
		Map<Model, List<Assignment<?>>> computed = new HashMap<>();
		pages.forEach((page) -> computed.put(page, List.of(new Assignment<>("title", upper))));
		assertThat(update(pages, this.updating.computing(computed), "title")).isEqualTo(1);
		assertThat(this.writing.rows("SELECT title FROM content")).containsExactly("B");
	}

}
