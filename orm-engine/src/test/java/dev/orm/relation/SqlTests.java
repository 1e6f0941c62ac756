package dev.orm.relation;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.orm.Orm;
import dev.orm.Row;
import dev.orm.Sql;
import dev.orm.attack.Deadline;
import dev.orm.error.DoesNotExistException;
import dev.orm.error.FieldException;
import dev.orm.error.MultipleObjectsReturnedException;
import dev.orm.error.QueryValueException;
import dev.orm.error.TransactionManagementException;
import dev.orm.observe.Operation;
import dev.orm.observe.QueryEvent;
import dev.orm.observe.QueryLog;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** docs/reference/sql.md. */
class SqlTests {

	@RegisterExtension
	static final TestDatabase database = News.database();

	private final Orm orm = new News(database).orm;

	// tag::record[]
	record Popular(String title, int votes, Author author) {

		record Author(Long id, String name) {

		}

	}

	// end::record[]

	record Kinds(Instant createdAt, BigDecimal price, List<String> tags, Mood mood, @Nullable Integer nothing) {

		enum Mood {

			GLAD, SAD

		}

	}

	record Numbered(int n) {

	}

	record Positive(int n) {

		Positive {
			if (n <= 0) {
				throw new IllegalArgumentException("not positive");
			}
		}

	}

	record Chained(int n, @Nullable Chained next) {

	}

	@Test
	void columnsBecomeComponentsOfRecords() {
		// tag::list[]
		List<Popular> popular = this.orm.sql("""
				SELECT a.title, a.votes, w.id AS author__id, w.name AS author__name
				FROM article a JOIN author w ON w.id = a.author_id
				WHERE a.votes > :votes AND a.id = ANY(:ids)
				ORDER BY a.id""").param("votes", 2).param("ids", List.of(1L, 2L, 4L)).list(Popular.class);
		// end::list[]
		assertThat(popular).containsExactly(new Popular("One", 5, new Popular.Author(1L, "Ada")),
				new Popular("Two", 3, new Popular.Author(1L, "Ada")));
	}

	@Test
	void aRecordMayHoldItsOwnKind() {
		assertThat(this.orm.sql("SELECT 1 AS n, 2 AS next__n").one(Chained.class))
			.isEqualTo(new Chained(1, new Chained(2, null)));
		assertThat(this.orm.sql("SELECT 1 AS n, NULL::int AS next__n").one(Chained.class))
			.isEqualTo(new Chained(1, null));
	}

	@Test
	void aRecordsClassIsNotKept() throws IOException {
		WeakReference<Class<?>> type = new WeakReference<>(readByAClassOfItsOwn());
		for (int i = 0; i < 100 && type.get() != null; i++) {
			System.gc();
		}
		assertThat(type.get()).isNull();
	}

	private Class<?> readByAClassOfItsOwn() throws IOException {
		String name = Deadline.class.getName();
		try (InputStream code = Deadline.class.getResourceAsStream("Deadline.class")) {
			byte[] bytes = Objects.requireNonNull(code).readAllBytes();
			Class<? extends Record> type = new ClassLoader(SqlTests.class.getClassLoader()) {

				Class<? extends Record> define() {
					return defineClass(name, bytes, 0, bytes.length).asSubclass(Record.class);
				}

			}.define();
			assertThat(this.orm.sql("SELECT 3::bigint AS nanos").one(type)).hasToString("Deadline[nanos=3]")
				.isNotInstanceOf(Deadline.class);
			return type;
		}
	}

	@Test
	void componentsTellTheTypesOfTheirColumns() {
		Kinds kinds = this.orm.sql("""
				SELECT timestamptz '2024-02-03 04:05:06Z' AS created_at, 1.50 AS price, ARRAY['a', 'b'] AS tags,
				'SAD' AS mood, NULL::int AS nothing""").one(Kinds.class);
		assertThat(kinds).isEqualTo(new Kinds(Instant.parse("2024-02-03T04:05:06Z"), new BigDecimal("1.50"),
				List.of("a", "b"), Kinds.Mood.SAD, null));
	}

	@Test
	void rowsKeepTheNamesOfTheirColumns() {
		// tag::rows[]
		List<Row> rows = this.orm.sql("SELECT id, title AS what_it_says FROM article WHERE id = :id")
			.param("id", 1)
			.rows();
		List<Long> keys = this.orm.sql("SELECT id FROM article ORDER BY id").flat(Long.class);
		List<String> titles = this.orm.sql("SELECT title FROM article ORDER BY id")
			.list((row) -> "<" + row.get("title") + ">");
		// end::rows[]
		assertThat(rows.get(0).names()).containsExactly("id", "what_it_says");
		assertThat(rows.get(0).get("what_it_says")).isEqualTo("One");
		assertThat(keys).containsExactly(1L, 2L, 3L, 4L);
		assertThat(titles).startsWith("<One>");
		assertThat(this.orm.sql("SELECT id FROM article WHERE false").flat(Long.class)).isEmpty();
		assertThat(this.orm.sql("SELECT NULL::bigint").flat(Long.class)).containsExactly((Long) null);
		assertThat(this.orm.sql("SELECT id FROM article WHERE false").rows()).isEmpty();
	}

	@Test
	void oneRowIsExpectedOrPossible() {
		String byId = "SELECT id::int AS n FROM article WHERE id = :id";
		assertThat(this.orm.sql(byId).param("id", 3).one(Numbered.class)).isEqualTo(new Numbered(3));
		assertThat(this.orm.sql(byId).param("id", 99).optional(Numbered.class)).isEqualTo(Optional.empty());
		assertThatExceptionOfType(DoesNotExistException.class)
			.isThrownBy(() -> this.orm.sql(byId).param("id", 99).one(Numbered.class))
			.withMessage("The statement returned no row: " + byId);
		assertThatExceptionOfType(MultipleObjectsReturnedException.class)
			.isThrownBy(() -> this.orm.sql("SELECT id::int AS n FROM article").one(Numbered.class))
			.withMessageContaining("returned 4 rows instead of one");
	}

	@Test
	void whatOnlyLooksLikeAPlaceholderIsText() {
		List<Row> rows = this.orm.sql("""
				SELECT ':a' AS quoted, '2'::int AS cast, $$:b$$ AS dollars, '{"k": 1}'::jsonb ? 'k' AS has_key, -- :c
				':d?;' || :e AS bound /* :f ; */""").param("e", "!").rows();
		assertThat(rows.get(0).values()).containsExactly(":a", 2, ":b", true, ":d?;!");
	}

	@Test
	void placeholdersAndValuesMustAgree() {
		refused(() -> this.orm.sql("SELECT :a").rows(), "There is no value for 'a'");
		refused(() -> this.orm.sql("SELECT 1").param("a", 1).rows(), "The SQL has no placeholder for [a]");
		refused(() -> this.orm.sql("SELECT 1 WHERE 1 IN (:ids)").param("ids", List.of(1)).rows(),
				"IN (:ids) takes no list. hint: write = ANY(:ids)");
		refused(() -> this.orm.sql("DELETE FROM remark; DELETE FROM topic").update(), "orm.script(…)");
	}

	private static void refused(Runnable work, String message) {
		assertThat(Queries.count(() -> assertThatExceptionOfType(QueryValueException.class).isThrownBy(work::run)
			.withMessageContaining(message))).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			select 1                        | SELECT
			(SELECT 1) UNION (SELECT 2)     | SELECT
			/* :no */ /* -- */ VALUES (1)   | SELECT
			TABLE remark                    | SELECT
			UPDATE remark SET text = text   | UPDATE
			DELETE FROM remark WHERE id = 0 | DELETE
			WITH a AS (SELECT 1) TABLE a    | OTHER
			""")
	void aStatementIsWhatItsFirstWordSays(String text, Operation operation) {
		Sql sql = this.orm.sql("-- DROP\n" + text);
		boolean change = operation == Operation.UPDATE || operation == Operation.DELETE;
		QueryLog log = QueryLog.capture(change ? sql::update : sql::rows);
		assertThat(log.events()).extracting(QueryEvent::operation).containsExactly(operation);
	}

	@Test
	void aLastSemicolonEndsTheOneStatement() {
		assertThat(this.orm.sql("SELECT 1 AS n; -- done\n").one(Numbered.class)).isEqualTo(new Numbered(1));
	}

	@Test
	void aRecordThatRefusesARowShowsNoneOfItsValues() {
		assertThatExceptionOfType(FieldException.class)
			.isThrownBy(() -> this.orm.sql("SELECT -4711 AS n").list(Positive.class))
			.withMessageContaining("refused a row of [n]")
			.withMessageNotContaining("4711");
	}

	@Test
	void aComponentWithoutColumnIsNamed() {
		assertThatExceptionOfType(FieldException.class)
			.isThrownBy(() -> this.orm.sql("SELECT 1 AS m").one(Numbered.class))
			.withMessage("The row has no 'n'. Choices: m");
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> this.orm.sql("SELECT 1, 2").flat(Long.class))
			.withMessageStartingWith("flat() reads one column, but there are 2");
	}

	@Test
	void aRecordInsideWithoutColumnsIsNamed() {
		assertThatExceptionOfType(FieldException.class)
			.isThrownBy(() -> this.orm.sql("SELECT 'One' AS title, 5 AS votes").list(Popular.class))
			.withMessage("The row has no 'author'. Choices: title, votes");
	}

	@Test
	void aListWithoutValuesTakesTheTypeOfItsPlace() {
		assertThat(this.orm.sql("SELECT id FROM article WHERE id = ANY(:ids)").param("ids", List.of()).flat(Long.class))
			.isEmpty();
		assertThat(this.orm.sql("SELECT id FROM article WHERE votes = ANY(:votes)")
			.param("votes", Collections.singletonList(null))
			.flat(Long.class)).isEmpty();
		assertThat(
				this.orm.sql("UPDATE article SET votes = 0 WHERE NOT id <> ALL(:ids)").param("ids", Set.of()).update())
			.isZero();
	}

	@Test
	void whatIsRunTheWrongWayIsTold() {
		misused(() -> this.orm.sql("SELECT 1").update(), "answers rows: read them, by rows() or list(…)");
		misused(() -> this.orm.sql("UPDATE remark SET text = text").rows(),
				"answers no rows: run such a one by update()");
		misused(() -> this.orm.sql("SELECT 1 FROM article WHERE id = :it").param("it", this.orm).rows(),
				"give the key of an instance");
		refused(() -> this.orm.sql(" -- nothing\n").rows(), "The SQL has no statement");
	}

	private static void misused(Runnable work, String message) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(work::run)
			.withMessageContaining(message);
	}

	@Test
	void writesBelongToTheTransactionAround() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.orm.atomic().run(() -> {
			int changed = this.orm.sql("UPDATE remark SET text = upper(text) WHERE id <= :last")
				.param("last", 2)
				.update();
			assertThat(changed).isEqualTo(2);
			throw new IllegalStateException();
		}));
		assertThat(this.orm.sql("SELECT text FROM remark WHERE id = 1").flat(String.class)).containsExactly("r1");
	}

	@Test
	void aScriptIsOneWrite() {
		this.orm.script("CREATE TABLE script_a (id int); INSERT INTO script_a VALUES (1), (2); -- 'done;'");
		assertThat(this.orm.sql("SELECT count(*) FROM script_a").flat(Long.class)).containsExactly(2L);
		assertThatExceptionOfType(Exception.class)
			.isThrownBy(() -> this.orm.script("DELETE FROM script_a; SELECT 1 / 0;"));
		assertThat(this.orm.using("default").sql("SELECT count(*) FROM script_a").flat(Long.class)).containsExactly(2L);
		this.orm.script("DROP TABLE script_a");
	}

	@Test
	void aScriptMayAskAndCallAsWell() {
		this.orm.script("CREATE TABLE script_b (id int); SELECT 1; INSERT INTO script_b VALUES (1); SELECT 2");
		assertThat(this.orm.sql("SELECT id FROM script_b").flat(Long.class)).containsExactly(1L);
		this.orm.script("DROP TABLE script_b; CREATE PROCEDURE idle() LANGUAGE sql AS $$ SELECT 1 $$");
		assertThat(this.orm.sql("CALL idle()").update()).isZero();
	}

	@Test
	void proceduresAnswerARowOfWhatTheyGiveOut() {
		this.orm.script("""
				CREATE PROCEDURE doubled(n int, INOUT twice int) LANGUAGE plpgsql AS $$ BEGIN twice := n * 2; END $$;
				CREATE PROCEDURE committing() LANGUAGE plpgsql AS $$ BEGIN COMMIT; END $$;""");
		// tag::call[]
		Object twice = this.orm.sql("CALL doubled(:n, NULL)").param("n", 21).rows().get(0).get("twice");
		// end::call[]
		assertThat(twice).isEqualTo(42);
		this.orm.sql("CALL committing()").update();
		assertThatExceptionOfType(TransactionManagementException.class)
			.isThrownBy(() -> this.orm.atomic().run(() -> this.orm.sql("CALL committing()").update()))
			.withMessageContaining("a procedure that commits must be called outside of a transaction");
		this.orm.script("DROP PROCEDURE doubled; DROP PROCEDURE committing");
	}

	@Test
	void aStreamGivesItsConnectionBack() {
		// tag::stream[]
		try (Stream<Numbered> numbers = this.orm.sql("SELECT n FROM generate_series(1, :last) n")
			.param("last", 2500)
			.stream(Numbered.class, 500)) {
			assertThat(numbers.mapToInt(Numbered::n).sum()).isEqualTo(2500 * 2501 / 2);
		}
		// end::stream[]
	}

}
