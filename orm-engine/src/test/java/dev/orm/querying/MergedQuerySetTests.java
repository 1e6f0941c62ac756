package dev.orm.querying;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Review;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.UnsupportedCombinationException;
import dev.orm.expression.Annotation;
import dev.orm.expression.Condition;
import dev.orm.observe.QueryLog;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.acceptance.shop.ReviewPath.REVIEW;
import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.sum;
import static dev.orm.expression.Expressions.exists;
import static dev.orm.expression.Expressions.outer;
import static dev.orm.expression.functions.Windows.over;
import static dev.orm.expression.functions.Windows.rowNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Querysets joined by an operator, where they filter on window functions and aggregates:
 * every way to read them answers the same rows. The ways of splitting the conditions are
 * those of Django's {@code split_having_qualify}.
 */
class MergedQuerySetTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final Manager<Product> products = orm.manager(Product.class);

	private static final Annotation<Product, Long> FIRST = over(rowNumber()).partitionBy(PRODUCT.category)
		.orderBy(PRODUCT.id.asc())
		.as("place");

	private static final Annotation<Product, Long> LAST = over(rowNumber()).partitionBy(PRODUCT.category().name)
		.orderBy(PRODUCT.id.desc())
		.as("place");

	private static final Annotation<Product, Long> REVIEWS = count(PRODUCT.reviews()).as("reviewCount");

	private static final Condition<Product> DEAR = PRODUCT.price.gt(100);

	/** A queryset and what it filters on. */
	record Part(String name, QuerySet<Product> query) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	/** Two querysets to be joined. */
	record Pair(Part left, Part right) {

		@Override
		public String toString() {
			return this.left + ", " + this.right;
		}

	}

	static Stream<Pair> pairs() {
		List<Part> parts = List.of(new Part("a column", products.filter(DEAR)),
				new Part("a window", products.annotate(FIRST).filter(FIRST.eq(1))),
				new Part("another window", products.annotate(LAST).filter(LAST.eq(1))),
				new Part("a hidden window", products.alias(FIRST).filter(FIRST.eq(2))),
				new Part("an aggregate", products.annotate(REVIEWS).filter(REVIEWS.eq(1))),
				new Part("a slice", products.orderBy("id").slice(2, 5)));
		List<Pair> pairs = new ArrayList<>();
		parts.forEach((left) -> parts.forEach((right) -> pairs.add(new Pair(left, right))));
		return pairs.stream()
			.filter((pair) -> !pair.left().equals(pair.right()))
			.filter((pair) -> !pair.left().name().equals("a slice") || !pair.right().name().equals("a slice"));
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void eitherIsTheUnionHoweverItIsRead(Pair pair) {
		Set<Long> expected = ids(pair.left().query());
		expected.addAll(ids(pair.right().query()));
		check(pair.left().query().or(pair.right().query()), expected);
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void oneOfTheTwoIsTheDifferenceHoweverItIsRead(Pair pair) {
		Set<Long> expected = ids(pair.left().query());
		expected.addAll(ids(pair.right().query()));
		Set<Long> both = ids(pair.left().query());
		both.retainAll(ids(pair.right().query()));
		expected.removeAll(both);
		check(pair.left().query().xor(pair.right().query()), expected);
	}

	private static void check(QuerySet<Product> merged, Set<Long> expected) {
		assertThat(ids(merged)).as(merged::toSql).isEqualTo(expected);
		assertThat(merged.count()).isEqualTo(expected.size());
		assertThat(merged.exists()).isEqualTo(!expected.isEmpty());
		assertThat(merged.flat("id").list()).containsExactlyInAnyOrderElementsOf(expected);
		assertThat(ids(products.filter("pk__in", merged.values("pk")))).isEqualTo(expected);
		assertThat(merged.aggregate(sum(PRODUCT.id).as("sum")).get("sum"))
			.isEqualTo(expected.stream().reduce(Long::sum).orElse(null));
		assertThat(merged.update(PRODUCT.name.set(PRODUCT.name))).isEqualTo(expected.size());
	}

	@Test
	void theGroupsOfTheRightAreKeptWhereTheLeftHasNone() {
		QuerySet<Product> reviewed = products.annotate(REVIEWS).filter(REVIEWS.gte(1));
		QuerySet<Product> both = products.filter(DEAR).and(reviewed);
		Set<Long> expected = ids(products.filter(DEAR));
		expected.retainAll(ids(reviewed));
		check(both, expected);
		assertThat(products.filter(DEAR).values("name").or(reviewed.values("name")).list())
			.hasSize(products.filter(DEAR).or(reviewed).list().size());
	}

	@Test
	void aNegatedAlternativeFiltersRowsBeforeTheWindow() {
		Condition<Product> either = FIRST.eq(1).or(DEAR);
		QuerySet<Product> placed = products.annotate(FIRST);
		assertThat(placed.filter(either.not()).toSql()).contains("WHERE NOT (\"t0\".\"price\" > ?)) \"qualify\"");
		assertThat(placed.exclude(either).toSql()).contains("WHERE NOT (\"qualify\".\"c11\" = ? OR ");
		QuerySet<Product> counted = products.annotate(REVIEWS);
		assertThat(counted.filter(REVIEWS.eq(1).or(DEAR).not()).toSql())
			.contains("WHERE NOT (\"t0\".\"price\" > ?) GROUP BY");
	}

	@Test
	void rowsAndWindowsAreNotAlternativesWhereRowsAreGrouped() {
		QuerySet<Product> grouped = products.annotate(REVIEWS, FIRST);
		Condition<Product> either = FIRST.eq(1).or(DEAR);
		for (QuerySet<Product> query : List.of(grouped.filter(either), grouped.exclude(either),
				grouped.filter(FIRST.eq(1).and(DEAR).not()), grouped.filter(FIRST.eq(1).or(REVIEWS.eq(1).and(DEAR))),
				grouped.filter(FIRST.eq(1)).or(products.filter(DEAR)),
				grouped.filter(FIRST.eq(1)).xor(products.filter(DEAR)))) {
			try (QueryLog log = QueryLog.start()) {
				assertThatExceptionOfType(UnsupportedCombinationException.class).isThrownBy(query::list)
					.withMessageContaining("Heterogeneous disjunctive predicates against window functions")
					.withMessageContaining("filter of its own");
				assertThatExceptionOfType(UnsupportedCombinationException.class).isThrownBy(query::count);
				assertThat(log.count()).isZero();
			}
		}
		assertThat(ids(grouped.filter(FIRST.eq(1).or(REVIEWS.eq(1))))).isNotEmpty();
		assertThat(ids(grouped.filter(FIRST.eq(1).or(REVIEWS.eq(1).and(DEAR).not())))).isNotEmpty();
		assertThat(ids(grouped.filter(either.not()))).isNotEmpty();
	}

	@Test
	void valuesAreMergedWithTheSameValues() {
		var names = products.filter(DEAR).values("name");
		for (QuerySet<Product> rows : List.of(products.all(), products.none(), products.orderBy("id").slice(0, 2))) {
			for (var merged : List.of(names.and(rows), names.or(rows), names.none().or(rows))) {
				refused(merged);
			}
		}
		refused(names.or(products.values("price")));
		refused(names.or(names.annotate("cost", PRODUCT.price)));
		assertThat(names.values("id", "name").or(products.filter("id", 5).values("name", "id")).list()).isNotEmpty()
			.allMatch((row) -> row.get("name") instanceof String);
		var ids = products.orderBy("id").values("id").slice(0, 2);
		assertThat(ids.or(products.filter("id", 5).values("id")).list()).extracting((row) -> row.get("id"))
			.containsExactlyInAnyOrder(1L, 2L, 5L);
		assertThat(products.filter("id", 5).values("id").or(ids).list()).hasSize(3);
	}

	@Test
	void anAlternativeToAWindowMayAskForRelatedRows() {
		QuerySet<Product> firsts = products.annotate(FIRST).filter(FIRST.eq(1L));
		QuerySet<Product> disliked = products.filter("reviews__rating__lt", 5);
		QuerySet<Product> liked = products.exclude("reviews__rating__lt", 5);
		assertThat(ids(liked)).isNotEmpty().doesNotContainAnyElementsOf(ids(disliked));
		Set<Long> either = new TreeSet<>(ids(liked));
		either.addAll(ids(firsts));
		assertThat(ids(liked.or(firsts))).isEqualTo(ids(firsts.or(liked))).isEqualTo(either);
		assertThat(ids(liked.xor(firsts))).isEqualTo(either.stream()
			.filter((id) -> ids(liked).contains(id) != ids(firsts).contains(id))
			.collect(Collectors.toCollection(TreeSet::new)));
		var reviewed = exists(
				orm.manager(Review.class).filter(REVIEW.product.eq(outer(PRODUCT.id)), REVIEW.rating.gte(3)));
		Set<Long> good = new TreeSet<>(ids(products.filter("reviews__rating__gte", 3)));
		good.addAll(ids(firsts));
		assertThat(ids(products.annotate(FIRST).filter(FIRST.eq(1L).or(reviewed)))).isEqualTo(good);
	}

	@Test
	void rowsStayRowsWhenTheyAreMergedWithValues() {
		var names = products.filter(DEAR).values("name");
		QuerySet<Product> first = products.filter("id__lte", 2);
		assertThat(ids(first.or(names))).isEqualTo(ids(first.or(products.filter(DEAR))));
		assertThat(ids(first.and(names))).isEqualTo(ids(first.filter(DEAR)));
		assertThat(ids(products.orderBy("id").slice(0, 2).or(names))).isEqualTo(ids(first.or(products.filter(DEAR))));
		assertThat(ids(first.or(names.none()))).isEqualTo(ids(first));
		assertThat(ids(first.and(names.none()))).isEmpty();
		assertThat(ids(first.none().and(names))).isEmpty();
		refused(first.none().or(names));
	}

	private static void refused(Iterable<?> merged) {
		assertThatExceptionOfType(IllegalQueryException.class).isThrownBy(merged::iterator)
			.withMessageContaining("same values() or none");
	}

	private static Set<Long> ids(QuerySet<Product> query) {
		return query.list().stream().map(Product::getId).collect(Collectors.toCollection(TreeSet::new));
	}

}
