package dev.orm.softdelete;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.expression.Condition;
import dev.orm.expression.Q;
import dev.orm.model.Model;
import dev.orm.softdelete.Archive.Book;
import dev.orm.softdelete.Archive.Chapter;
import dev.orm.softdelete.Archive.Tagging;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The laws of soft deletion, on random rows and writes; a failure names the seed: what is
 * marked is as what is gone, and a restore is the inverse of its delete.
 */
class SoftDeleteLawTests {

	@RegisterExtension
	static final TestDatabase marking = Archive.database();

	@RegisterExtension
	static final TestDatabase removing = Archive.database();

	private static final String FILL = """
			INSERT INTO shelf (name) VALUES ('a'), ('b');
			INSERT INTO book (slug, isbn, title, shelf_id)
				SELECT 's' || n, 'i' || n, 't' || n, 1 + n % 2 FROM generate_series(1, 12) n;
			INSERT INTO chapter (number, book_id) SELECT n, b FROM generate_series(1, 12) b, generate_series(1, 4) n
				WHERE (b * 7 + n) % 3 <> 0;
			INSERT INTO topic (name) SELECT 'p' || n FROM generate_series(1, 5) n;
			INSERT INTO tagging (book_id, topic_id) SELECT b, t FROM generate_series(1, 12) b, generate_series(1, 5) t
				WHERE (b + t) % 3 = 0;
			""";

	private final Orm marks = Archive.orm(marking, Clock.systemUTC());

	private final Orm removes = Archive.orm(removing, Clock.systemUTC());

	static LongStream seeds() {
		return LongStream.range(1, 31);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void whatIsMarkedIsAsWhatIsGone(long seed) {
		fill(marking);
		fill(removing);
		Random random = new Random(seed);
		for (int i = 0; i < 6; i++) {
			delete(random.nextInt(4), random.nextInt(12), random.nextInt(4));
			for (int j = 0; j < 6; j++) {
				Condition<Model> a = leaf(random);
				Condition<Model> b = leaf(random);
				boolean excluded = random.nextBoolean();
				List<?> here = answers(this.marks.manager(Book.class), a, b, excluded);
				assertThat(here).isEqualTo(answers(this.removes.manager(Book.class), a, b, excluded));
			}
		}
	}

	/** The same delete: by marks here, by removal there. */
	private void delete(int kind, int book, int number) {
		for (Orm orm : List.of(this.marks, this.removes)) {
			Manager<Book> books = orm.manager(Book.class);
			boolean hard = orm == this.removes;
			switch (kind) {
				case 0 -> books.find((long) book)
					.ifPresent((found) -> (hard ? books.hardDelete(found) : books.delete(found)).total());
				case 1 -> gone(orm.manager(Chapter.class).filter("number", number), hard);
				case 2 -> gone(orm.manager(Tagging.class).filter("topic__name", "p" + number), hard);
				default -> gone(books.filter("chapters__number__gt", number).filter("id__lt", book / 2), hard);
			}
		}
	}

	private static void gone(QuerySet<?> rows, boolean hard) {
		if (hard) {
			rows.hardDelete();
		}
		else {
			rows.delete();
		}
	}

	private static List<?> answers(Manager<Book> books, Condition<Model> a, Condition<Model> b, boolean excluded) {
		QuerySet<Book> query = excluded ? books.filter(a).exclude(b) : books.filter(a.or(b));
		List<Object> answers = new ArrayList<>();
		answers.add(query.count());
		query.orderBy("id", "chapters__number", "topics__name")
			.values("id", "chapters__number", "topics__name")
			.list()
			.forEach((row) -> answers.add(row.toString()));
		return answers;
	}

	private static Condition<Model> leaf(Random random) {
		int value = random.nextInt(12);
		return switch (random.nextInt(6)) {
			case 0 -> Q.of("id__gt", value);
			case 1 -> Q.of("chapters__number__gt", value % 4);
			case 2 -> Q.of("chapters__isnull", random.nextBoolean());
			case 3 -> Q.of("topics__name", "p" + value % 5);
			case 4 -> Q.of("topics__isnull", random.nextBoolean());
			default -> Q.of("shelf__books__chapters__number", value % 4);
		};
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void aRestoreIsTheInverseOfItsDelete(long seed) {
		fill(marking);
		Random random = new Random(seed);
		Manager<Book> books = this.marks.manager(Book.class);
		for (int i = 0; i < 4; i++) {
			gone(this.marks.manager(Chapter.class).filter("id", (long) random.nextInt(30)), false);
			List<Map<String, Object>> before = dump();
			Book book = books.orderBy("?").first().orElseThrow();
			books.delete(book);
			assertThat(dump()).isNotEqualTo(before);
			books.restore(book);
			assertThat(dump()).isEqualTo(before);
			books.filter("id__lt", random.nextInt(12)).delete();
			books.onlyDeleted().restore();
			assertThat(dump()).isEqualTo(before);
		}
	}

	private static List<Map<String, Object>> dump() {
		JdbcClient client = JdbcClient.create(marking.dataSource());
		List<Map<String, Object>> rows = new ArrayList<>();
		for (String table : List.of("book", "chapter", "tagging")) {
			rows.addAll(client.sql("SELECT * FROM " + table + " ORDER BY id").query().listOfRows());
		}
		return rows;
	}

	private static void fill(TestDatabase database) {
		database.truncate("shelf", "book", "atlas", "chapter", "note", "loan", "topic", "tagging", "ledger");
		database.execute(FILL);
	}

}
