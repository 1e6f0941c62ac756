package dev.orm.hostile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.orm.Lookups;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.acceptance.shop.Employee;
import dev.orm.acceptance.shop.ProductMeta;
import dev.orm.error.OrmException;
import dev.orm.error.QueryLimitException;
import dev.orm.expression.Condition;
import dev.orm.expression.F;
import dev.orm.expression.NumberExpression;
import dev.orm.expression.Q;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.jspecify.annotations.Nullable;

import static dev.orm.acceptance.shop.EmployeePath.EMPLOYEE;
import static dev.orm.expression.Expressions.exists;
import static dev.orm.expression.Functions.coalesce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is too deep, too long or too much is refused before anything is sent, and never
 * exhausts the stack.
 */
class LimitTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final int FAR_TOO_MANY = 100_000;

	private static final Manager<Employee> employees = orm.manager(Employee.class);

	@AfterEach
	void noConnectionIsLost() {
		assertThat(database.connectionsInUse()).isZero();
	}

	/** A query nested as deep as asked, by what nests it. */
	record Nesting(String by, int perLevel, IntFunction<QuerySet<Employee>> query) {

		@Override
		public String toString() {
			return this.by;
		}

	}

	static Stream<Nesting> nestings() {
		Condition<Model> level = Q.of("level__gt", 1);
		return Stream.of(conditions("not", 2, (inner) -> inner.and(level).not()),
				conditions("or in and", 2, (inner) -> inner.and(level).or(level)),
				conditions("not in or", 2, (inner) -> level.or(inner).not()),
				conditions("or in xor", 26, (inner) -> inner.or(level).xor(level)),
				conditions("exists", 3, (inner) -> exists(employees.filter(inner)).and(level)),
				conditions("not exists", 4,
						(inner) -> exists(employees.filter(inner)).not().and(Q.of("manager__level", 2))),
				conditions("in", 4, (inner) -> Q.of("manager__in", employees.exclude(inner))),
				expressions("plus", (inner) -> inner.plus(1)),
				expressions("minus", (inner) -> F.of("level").minus(inner)),
				new Nesting("coalesce", 1, LimitTests::coalesced),
				queries("or", 1, (inner) -> employees.filter("level", 2).or(inner)),
				queries("union", 1, (inner) -> employees.filter("level", 2).union(inner)));
	}

	private static Nesting conditions(String by, int perLevel, UnaryOperator<Condition<Model>> wrap) {
		return new Nesting(by, perLevel, (levels) -> employees.filter(repeat(Q.of("level", 3), levels, wrap)));
	}

	private static Nesting expressions(String by, UnaryOperator<NumberExpression<Model, Object>> wrap) {
		return new Nesting(by, 1, (levels) -> employees.annotate("deep", repeat(F.of("level"), levels, wrap)));
	}

	private static Nesting queries(String by, int perLevel, UnaryOperator<QuerySet<Employee>> wrap) {
		return new Nesting(by, perLevel, (levels) -> repeat(employees.filter("level", 3), levels, wrap));
	}

	private static QuerySet<Employee> coalesced(int levels) {
		return employees.annotate("deep", repeat(F.of("level"), levels, (inner) -> coalesce(inner, 1)));
	}

	private static <T> T repeat(T start, int times, UnaryOperator<T> step) {
		T result = start;
		for (int i = 0; i < times; i++) {
			result = step.apply(result);
		}
		return result;
	}

	@ParameterizedTest
	@MethodSource("nestings")
	void whatIsNestedTooDeepIsRefused(Nesting nesting) {
		QuerySet<Employee> query = nesting.query().apply(FAR_TOO_MANY);
		try (QueryLog log = QueryLog.start()) {
			assertThatExceptionOfType(QueryLimitException.class).isThrownBy(query::list)
				.withMessageContaining("200 levels")
				.withMessageContaining("hint");
			assertThatExceptionOfType(QueryLimitException.class).isThrownBy(query::count);
			assertThat(log.count()).isZero();
		}
	}

	@ParameterizedTest
	@MethodSource("nestings")
	void whatIsAllowedFitsASmallStack(Nesting nesting) throws InterruptedException {
		QuerySet<Employee> query = nesting.query().apply(190 / nesting.perLevel());
		@Nullable Throwable[] failure = { null };
		Thread thread = new Thread(null, () -> query.list(), "small", 512 * 1024);
		thread.setUncaughtExceptionHandler((in, ex) -> failure[0] = ex);
		thread.start();
		thread.join();
		assertThat(failure[0]).isNull();
	}

	@Test
	void aChainOfThousandsIsOneLevel() {
		List<Condition<Model>> parts = IntStream.range(0, 5000).mapToObj((i) -> Q.of("level__gt", -i)).toList();
		long all = employees.count();
		assertThat(employees.filter(parts.stream().reduce(Condition::and).orElseThrow()).count()).isEqualTo(all);
		assertThat(employees.filter(parts.stream().reduce(Condition::or).orElseThrow()).count()).isEqualTo(all);
		assertThat(employees.filter(parts.stream().reduce(Condition::xor).orElseThrow()).count()).isZero();
		assertThat(employees.exclude(parts.stream().reduce(Condition::and).orElseThrow()).count()).isZero();
		Condition<Model> right = repeat(Q.of("level__gt", 0), 5000, (inner) -> Q.of("level__gt", 0).and(inner));
		assertThat(employees.filter(right).count()).isEqualTo(all);
	}

	@Test
	void anyNumberOfCallsMakeOneQuery() {
		QuerySet<Employee> filtered = repeat(employees.all(), 5000, (query) -> query.filter(EMPLOYEE.level.gte(0)));
		assertThat(filtered.count()).isEqualTo(employees.count());
	}

	@Test
	void moreValuesThanAStatementBindsAreRefused() {
		List<Condition<Model>> parts = IntStream.range(0, 66_000).mapToObj((i) -> Q.of("id", i)).toList();
		QuerySet<Employee> query = employees.filter(parts.stream().reduce(Condition::or).orElseThrow());
		assertThatExceptionOfType(QueryLimitException.class).isThrownBy(query::list)
			.withMessageContaining("66000 values")
			.withMessageContaining("65535")
			.withMessageContaining("__in");
		List<Integer> ids = IntStream.range(0, 66_000).boxed().toList();
		assertThat(employees.filter("id__in", ids).count()).isEqualTo(employees.count());
	}

	@Test
	void annotationsThatUnfoldTooDeepAreRefused() {
		QuerySet<Employee> query = employees.annotate("x0", F.of("level"));
		for (int i = 1; i < 20_000; i++) {
			query = query.annotate("x" + i, F.of("x" + (i - 1)).plus(1));
		}
		assertThatExceptionOfType(QueryLimitException.class).isThrownBy(query::list);
	}

	@Test
	void annotationsThatUnfoldTooWideAreRefused() {
		QuerySet<Employee> query = employees.annotate("x0", F.of("level"));
		for (int i = 1; i < 60; i++) {
			query = query.annotate("x" + i, F.of("x" + (i - 1)).plus(F.of("x" + (i - 1))));
		}
		assertThatExceptionOfType(QueryLimitException.class).isThrownBy(query::list);
	}

	@Test
	void longPathsAreRefused() {
		String deep = "manager__".repeat(60) + "level";
		for (String path : List.of(deep, "x".repeat(FAR_TOO_MANY), "a__".repeat(FAR_TOO_MANY))) {
			try (QueryLog log = QueryLog.start()) {
				for (QuerySet<?> query : List.of(employees.filter(path, 1), employees.orderBy(path),
						employees.annotate("x", F.of(path)), employees.only(path), employees.selectRelated(path),
						employees.prefetchRelated(path), employees.distinct(path))) {
					assertThatExceptionOfType(QueryLimitException.class).isThrownBy(query::list)
						.withMessageContaining("A path may have")
						.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(300));
				}
				assertThat(log.count()).isZero();
			}
		}
		assertThat(employees.filter("manager__".repeat(40) + "level__gt", 100).list()).isEmpty();
	}

	@Test
	void longOrderingsOfARequestAreRefused() {
		Lookups<Employee> lookups = Lookups.on(Employee.class).allowOrdering("level");
		assertThatExceptionOfType(QueryLimitException.class)
			.isThrownBy(() -> lookups.ordering("level,".repeat(FAR_TOO_MANY)))
			.withMessageContaining("20 terms")
			.returns("Employee", QueryLimitException::model)
			.returns("ordering", QueryLimitException::argument);
	}

	@Test
	void documentsNestedTooDeepAreRefused() {
		Object document = repeat((Object) 1, FAR_TOO_MANY, (inner) -> Map.of("a", inner));
		Object list = repeat((Object) 1, FAR_TOO_MANY, (inner) -> List.of(inner));
		Manager<ProductMeta> metas = orm.manager(ProductMeta.class);
		for (Object value : List.of(document, list)) {
			assertThatExceptionOfType(OrmException.class)
				.isThrownBy(() -> metas.filter("metadata__contains", value).list());
			assertThatExceptionOfType(OrmException.class).isThrownBy(() -> metas.filter("metadata", value).list());
			assertThatExceptionOfType(OrmException.class).isThrownBy(() -> employees.filter("level", value).list());
			assertThatExceptionOfType(OrmException.class)
				.isThrownBy(() -> metas.filter("pk", -1).update("metadata", value));
		}
	}

	@Test
	void listsOfExpressionsNestedTooDeepAreRefused() {
		Object list = repeat((Object) F.of("level"), FAR_TOO_MANY, (inner) -> List.of(F.of("level"), inner));
		assertThatExceptionOfType(QueryLimitException.class).isThrownBy(() -> employees.filter("level__in", list))
			.withMessageContaining("200 levels")
			.withMessageContaining("hint");
		assertThatExceptionOfType(QueryLimitException.class).isThrownBy(() -> coalesce(F.of("level"), list));
		assertThatExceptionOfType(QueryLimitException.class)
			.isThrownBy(() -> employees.filter("level__in", Set.of(F.of("level"), list)));
		assertThat(employees.filter("level__in", List.of(F.of("level"), 3)).count()).isEqualTo(employees.count());
	}

}
