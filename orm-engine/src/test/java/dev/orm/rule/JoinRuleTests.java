package dev.orm.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.Prefetch;
import dev.orm.RelatedManager;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Employee;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Tag;
import dev.orm.error.OrmException;
import dev.orm.expression.Aggregates;
import dev.orm.expression.Condition;
import dev.orm.expression.Expressions;
import dev.orm.expression.F;
import dev.orm.expression.Q;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.test.Queries;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which joins a query has, and how negation and merging treat them. */
class JoinRuleTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final Manager<Product> products = orm.manager(Product.class);

	private static final Manager<Employee> employees = orm.manager(Employee.class);

	@Test
	void aRelationToOneRowIsJoinedOnceByAllStepsOfAQuery() {
		String sql = products.filter("category__name", "Books")
			.filter("category__description__contains", "b")
			.exclude("category__name", "Toys")
			.annotate("upper", Expressions.function("Upper", F.of("category__name")))
			.orderBy("category__name")
			.selectRelated("category")
			.toSql();
		assertThat(sql.split("\"shop_category\"", -1)).as(sql).hasSize(2);
	}

	@Test
	void theFirstFilterOfAManyToManyManagerIsAboutItsOwnRow() {
		Tag tag = orm.manager(Tag.class).filter("products__isnull", false).first().orElseThrow();
		RelatedManager<Product> related = RelatedManager.of(tag, "products");
		String first = related.filter("tags__name", tag.getName()).toSql();
		assertThat(first.split("\"shop_tag_products\"", -1)).as(first).hasSize(2);
		assertThat(related.filter("tags__name", tag.getName()).count()).isEqualTo(related.count());
		assertThat(related.filter("tags__name", "nothing like it").count()).isZero();
		String second = related.filter("price__gt", 0).filter("tags__name", tag.getName()).toSql();
		assertThat(second.split("\"shop_tag_products\"", -1)).as("a later one may be another row").hasSize(3);
	}

	@Test
	void aPrefetchJoinsTheJoinTableOnce() {
		QueryLog log = QueryLog.capture(() -> orm.manager(Tag.class)
			.prefetchRelated(Prefetch.prefetch("products", products.filter("tags__name__contains", "a")))
			.list());
		assertThat(log.statements().get(1).split("\"shop_tag_products\"", -1)).hasSize(2);
	}

	@Test
	void excludingAListThatNamesNullDropsTheRowsWithout() {
		long all = employees.count();
		long without = employees.filter("title__isnull", true).count();
		assertThat(without).isPositive();
		assertThat(employees.exclude("title__in", Arrays.asList((Object) null)).count()).isEqualTo(all - without);
		assertThat(employees.exclude("title__in", List.of()).count()).isEqualTo(all);
		assertThat(employees.exclude("title", "nobody").count()).isEqualTo(all);
		assertThat(employees.filter(Q.of("title", "x").not().not()).toSql()).doesNotContain("IS NOT NULL");
	}

	@Test
	void onlyQuerysetsOfOneKindAreMerged() {
		var cheap = products.filter("price__lt", 100);
		assertThatExceptionOfType(OrmException.class).isThrownBy(() -> cheap.limit(2).and(cheap).list());
		assertThatExceptionOfType(OrmException.class).isThrownBy(() -> cheap.and(cheap.distinct()).list());
		assertThat(cheap.and(products.none()).list()).isEmpty();
		assertThat(cheap.or(products.none()).count()).isEqualTo(cheap.count());
	}

	@Test
	void aFilteredRelationIsNeitherPrefetchedNorLoadedInPart() {
		var filtered = orm.manager(Category.class)
			.annotate("cheap", Expressions.filteredRelation("products", Q.of("products__price__lt", 50)));
		assertThat(filtered.filter("cheap__name__contains", "a").toSql()).contains("AND");
		assertThatExceptionOfType(OrmException.class).isThrownBy(() -> filtered.prefetchRelated("cheap").list());
		assertThatExceptionOfType(OrmException.class).isThrownBy(() -> filtered.only("cheap__name").list());
		assertThat(filtered.count()).isEqualTo(orm.manager(Category.class).count());
	}

	@Test
	void anEmptyConditionIsNeutral() {
		assertThat(products.filter(Q.empty()).count()).isEqualTo(products.count());
		assertThat(products.filter(Q.empty().or(Q.of("price__lt", 100))).toSql())
			.isEqualTo(products.filter("price__lt", 100).toSql());
		assertThat(products.filter(Q.of("pk__in", List.of()).or(Q.of("price__lt", 100))).toSql())
			.isEqualTo(products.filter("price__lt", 100).toSql());
		assertThat(products.exclude(Q.empty()).count()).isEqualTo(products.count());
	}

	@Test
	void exclusiveAlternativesHoldWhereAnOddNumberHolds() {
		Product first = products.first().orElseThrow();
		Condition<Model> three = Q.of("pk", first.getId())
			.xor(Q.of("price", first.getPrice()))
			.xor(Q.of("name", first.getName()));
		assertThat(products.filter(three).filter("pk", first.getId()).exists()).isTrue();
	}

	@Test
	void anAggregateOfNothingIsAnsweredWithoutAStatement() {
		Queries.expect(0, () -> {
			assertThat(products.none().aggregate(Map.of("n", Aggregates.count())).get("n")).isEqualTo(0L);
			assertThat(products.filter("pk__in", List.of()).aggregate(Map.of("m", Aggregates.max("price"))).get("m"))
				.isNull();
			assertThat(products.none().count()).isZero();
			assertThat(products.none().exists()).isFalse();
			return products.none().list();
		});
	}

	@Test
	void aFilteredRelationMayAskForPartsOfTheRowItself() {
		var recent = products.annotate("recent",
				Expressions.filteredRelation("reviews", Q.of("createdAt__year__gte", 2000)));
		assertThat(recent.filter("recent__isnull", false).count()).isPositive()
			.isEqualTo(products.filter(Map.of("reviews__isnull", false, "createdAt__year__gte", 2000)).count());
	}

}
