package dev.orm.scope;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.expression.Condition;
import dev.orm.expression.Q;
import dev.orm.law.RandomJunctions;
import dev.orm.model.Model;
import dev.orm.scope.Market.Good;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.orm.Functions.count;
import static dev.orm.scope.GoodPath.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The law of scopes: a query answers as if the rows outside were gone. Two databases have
 * the same rows, but for those outside; a failure names the seed.
 */
class ScopeLawTests {

	@RegisterExtension
	static final TestDatabase hiding = Market.database();

	@RegisterExtension
	static final TestDatabase gone = Market.database();

	private static final int QUERIES = 8;

	private static final String FILL = """
			INSERT INTO stall (name) SELECT 's' || n FROM generate_series(1, 4) n;
			INSERT INTO good (name, price, hidden, stall_id)
				SELECT 'g' || n, n * 7 %% 20, n %% 4 = 0, 1 + n %% 4 FROM generate_series(1, 30) n;
			INSERT INTO topic (name, hidden) SELECT 't' || n, n %% 3 = 0 FROM generate_series(1, 9) n;
			INSERT INTO good_topics (good_id, topic_id)
				SELECT g, t FROM generate_series(1, 30) g, generate_series(1, 9) t WHERE (g * 5 + t * 3) %% 7 < 2;
			INSERT INTO remark (rating, spam, good_id)
				SELECT n %% 6, n %% 3 = 1, 1 + n * 11 %% 30 FROM generate_series(1, 50) n;
			INSERT INTO guide (pages, draft, good_id) SELECT n, n %% 2 = 0, n FROM generate_series(1, 30, 2) n;
			""".replace("%%", "%");

	private static final String REMOVE = """
			DELETE FROM guide WHERE draft OR good_id IN (SELECT id FROM good WHERE hidden);
			DELETE FROM remark WHERE spam OR good_id IN (SELECT id FROM good WHERE hidden);
			DELETE FROM good_topics WHERE good_id IN (SELECT id FROM good WHERE hidden)
				OR topic_id IN (SELECT id FROM topic WHERE hidden);
			DELETE FROM good WHERE hidden;
			DELETE FROM topic WHERE hidden;
			""";

	private static Manager<Good> seen;

	private static Manager<Good> left;

	@BeforeAll
	static void fill() {
		Orm first = Market.orm(hiding);
		Orm second = Market.orm(gone);
		for (TestDatabase database : List.of(hiding, gone)) {
			database.truncate("stall", "good", "bundle", "topic", "good_topics", "remark", "guide");
			database.execute(FILL);
		}
		gone.execute(REMOVE);
		seen = first.manager(Good.class);
		left = second.manager(Good.class);
	}

	static LongStream seeds() {
		return LongStream.range(1, 61);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void aQueryAnswersAsIfTheRowsOutsideWereGone(long seed) {
		Random random = new Random(seed);
		RandomJunctions conditions = new RandomJunctions(random, ScopeLawTests::leaf);
		for (int i = 0; i < QUERIES; i++) {
			Condition<Model> a = conditions.next(2);
			Condition<Model> b = conditions.next(1);
			boolean chained = random.nextBoolean();
			QuerySet<Good> here = chained ? seen.filter(a).filter(b) : seen.exclude(a);
			QuerySet<Good> there = chained ? left.filter(a).filter(b) : left.exclude(a);
			assertThat(ids(here)).as(here::toSql).isEqualTo(ids(there));
			assertThat(here.count()).as(here::toSql).isEqualTo(there.count());
			assertThat(numbers(here)).as(here::toSql).isEqualTo(numbers(there));
			assertThat(pairs(here)).as(here::toSql).isEqualTo(pairs(there));
		}
	}

	private static List<Long> ids(QuerySet<Good> query) {
		return query.orderBy("id").list().stream().map((good) -> good.id).toList();
	}

	private static List<?> numbers(QuerySet<Good> query) {
		return query.annotate(count(GOOD.topics()).as("topicNumber"))
			.aggregatePerRelation()
			.annotate(count(GOOD.remarks()).as("remarkNumber"))
			.orderBy("id")
			.values("id", "topicNumber", "remarkNumber")
			.list()
			.stream()
			.map(Object::toString)
			.toList();
	}

	private static List<?> pairs(QuerySet<Good> query) {
		return query.orderBy("id", "topics__id", "remarks__id", "guide__id")
			.values("id", "topics__name", "remarks__rating", "guide__pages")
			.list()
			.stream()
			.map(Object::toString)
			.toList();
	}

	private static Condition<Model> leaf(Random random) {
		int value = random.nextInt(20);
		return switch (random.nextInt(9)) {
			case 0 -> Q.of("price__gt", value);
			case 1 -> Q.of("remarks__rating__gt", value % 6);
			case 2 -> Q.of("remarks__isnull", random.nextBoolean());
			case 3 -> Q.of("topics", (long) value);
			case 4 -> Q.of("topics__name__in", List.of("t" + value % 9, "t3"));
			case 5 -> Q.of("topics__isnull", random.nextBoolean());
			case 6 -> Q.of("guide__pages__lt", value);
			case 7 -> Q.of("stall__goods__price", value);
			default -> Q.of(Map.of("guide__isnull", random.nextBoolean()));
		};
	}

}
