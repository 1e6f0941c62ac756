package dev.orm.persist;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import dev.orm.dialect.Dialect;
import dev.orm.error.RowsLostException;
import dev.orm.meta.ModelRegistry;
import dev.orm.model.Model;
import dev.orm.persist.Blog.Author;
import dev.orm.persist.Blog.Content;
import dev.orm.persist.Blog.Page;
import dev.orm.persist.Blog.Token;
import dev.orm.routing.Route;
import dev.orm.test.Engine;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import dev.orm.writers.Persistence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Where a database may answer an insert in any order, each key comes back with the number
 * of its row.
 */
class AnswersInAnyOrderTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(Blog.SCHEMA);

	private final ModelRegistry models = ModelRegistry
		.link(List.of(Author.class, Content.class, Page.class, Token.class), TypeRegistry.standard());

	private final Writing writing = new Writing(database.dataSource(), Author.class, Content.class, Page.class,
			Token.class);

	private final Persistence persistence = persistence();

	private final BulkCreateOptions options = BulkCreateOptions.on(Route.DEFAULT);

	private Persistence persistence() {
		return Engine
			.of(database.dataSource(), this.models, Dialect.POSTGRESQL.answeringInAnyOrder(), Clock.systemUTC())
			.persistence();
	}

	@BeforeEach
	void empty() {
		database.truncate("author", "content", "page", "token");
	}

	private void create(List<? extends Model> rows, BulkCreateOptions how) {
		this.persistence.bulkCreate(this.models.model(rows.get(0).getClass()), rows, how);
	}

	@Test
	void theKeysAreTakenFirstAndComeBackWithTheirRows() {
		List<String> statements = Writing
			.statements(() -> create(List.of(Author.named("a"), Author.named("b")), this.options));
		assertThat(statements).containsExactly("WITH \"k\" AS MATERIALIZED (SELECT"
				+ " nextval(pg_get_serial_sequence('\"author\"', 'id')) AS \"key\", \"v\".*"
				+ " FROM unnest(?::text[]) WITH ORDINALITY AS \"v\" (\"c0\", \"n\")), \"i\" AS ("
				+ "INSERT INTO \"author\" (\"id\", \"name\") OVERRIDING SYSTEM VALUE SELECT \"k\".\"key\", \"k\".\"c0\""
				+ " FROM \"k\" ORDER BY \"k\".\"n\" RETURNING \"id\")"
				+ " SELECT \"k\".\"n\", \"i\".\"id\" FROM \"k\" INNER JOIN \"i\" ON \"i\".\"id\" = \"k\".\"key\"");
	}

	@Test
	void eachOfManyRowsLearnsItsOwnKey() {
		List<Author> authors = new ArrayList<>(
				IntStream.range(0, 5000).mapToObj((number) -> Author.named("n" + number)).toList());
		Collections.shuffle(authors, new Random(1));
		create(authors, this.options);
		assertStored(authors);
	}

	@Test
	void anUpsertTellsTheKeysOfRowsThatWereThere() {
		database.execute("INSERT INTO author (id, name) VALUES (900, 'b'), (901, 'd')");
		List<Author> authors = new ArrayList<>(List.of("d", "a", "c", "b").stream().map(Author::named).toList());
		create(authors, this.options.updatingConflicts(List.of("name"), List.of("name")));
		assertThat(authors.get(0).id).isEqualTo(901L);
		assertThat(authors.get(3).id).isEqualTo(900L);
		assertStored(authors);
	}

	@Test
	void theTablesOfAChildGetTheSameKeys() {
		List<Page> pages = List.of(Page.of("x", "1"), Page.of("y", "2"));
		create(pages, this.options.acrossTables());
		assertThat(this.writing.rows("SELECT title || body FROM content JOIN page ON content_ptr_id = id ORDER BY id"))
			.containsExactly("x1", "y2");
	}

	@Test
	void aTableOfNothingButItsKeyWorksToo() {
		List<Token> tokens = List.of(new Token(), new Token());
		create(tokens, this.options);
		assertThat(tokens).extracting((token) -> token.id).doesNotContainNull().doesNotHaveDuplicates();
	}

	@Test
	void rowsThatGetLostAreReported() {
		database.execute(
				"CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS"
						+ " 'BEGIN IF NEW.name = ''b'' THEN RETURN NULL; END IF; RETURN NEW; END'",
				"CREATE TRIGGER lose BEFORE INSERT ON author FOR EACH ROW EXECUTE FUNCTION lose()");
		try {
			List<Author> authors = List.of(Author.named("a"), Author.named("b"));
			assertThatExceptionOfType(RowsLostException.class).isThrownBy(() -> create(authors, this.options))
				.withMessageContaining("2 rows were sent to author, but 1 were stored");
			assertThat(authors).allMatch((author) -> author.id == null);
		}
		finally {
			database.execute("DROP TRIGGER lose ON author", "DROP FUNCTION lose");
		}
	}

	private void assertStored(List<Author> authors) {
		List<String> stored = this.writing.rows("SELECT id || ':' || name FROM author");
		assertThat(stored).containsExactlyInAnyOrderElementsOf(
				authors.stream().map((author) -> author.id + ":" + author.name).toList());
	}

}
