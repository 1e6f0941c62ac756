package dev.orm.reference;

import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.Row;
import dev.orm.acceptance.shop.Article;
import dev.orm.acceptance.shop.ProductMeta;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import dev.orm.type.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.ArticlePath.ARTICLE;
import static dev.orm.acceptance.shop.ProductMetaPath.PRODUCT_META;
import static dev.orm.expression.Functions.jsonNull;
import static dev.orm.expression.functions.SearchFunctions.searchHeadline;
import static dev.orm.expression.functions.SearchFunctions.searchQuery;
import static dev.orm.expression.functions.SearchFunctions.searchRank;
import static dev.orm.expression.functions.SearchFunctions.searchVector;
import static org.assertj.core.api.Assertions.assertThat;

/** docs/reference/json-arrays-ranges.md and full-text-search.md. */
class PostgresReferenceTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	static final Manager<Article> articles = orm.manager(Article.class);

	static final Manager<ProductMeta> metas = orm.manager(ProductMeta.class);

	@Test
	void documents() {
		// tag::json[]
		metas.filter(PRODUCT_META.metadata.key("color").eq("red")).list();
		metas.filter(PRODUCT_META.metadata.key("sizes").at(0).gt(10)).list();
		metas.filter(PRODUCT_META.metadata.key("color").text().icontains("re")).list();
		metas.filter(PRODUCT_META.metadata.contains(Map.of("color", "red"))).list();
		metas.filter(PRODUCT_META.metadata.hasAnyKeys(List.of("color", "weight"))).list();
		// end::json[]
		// tag::json-values[]
		List<Row> colors = metas.orderBy("metadata__color").values("product", "metadata__color").list();
		// end::json-values[]
		assertThat(colors).hasSize((int) metas.count());
		// tag::json-null[]
		List<ProductMeta> withoutDocument = metas.filter(PRODUCT_META.extra.isNull()).list();
		List<ProductMeta> withNull = metas.filter(PRODUCT_META.extra.eq(null)).list();
		List<ProductMeta> nullUnderKey = metas.filter(PRODUCT_META.metadata.key("specs").eq(null)).list();
		List<ProductMeta> withoutKey = metas.filter(PRODUCT_META.metadata.key("specs").isNull()).list();
		List<ProductMeta> same = metas.filter("extra", jsonNull()).list();
		// end::json-null[]
		assertThat(withoutDocument).extracting(ProductMeta::getId).containsExactlyInAnyOrder(2L, 5L, 7L);
		assertThat(withNull).extracting(ProductMeta::getId).containsExactly(3L);
		assertThat(nullUnderKey).extracting(ProductMeta::getId).containsExactly(5L);
		assertThat(withoutKey).extracting(ProductMeta::getId).containsExactlyInAnyOrder(6L, 8L);
		assertThat(same).isEqualTo(withNull);
		orm.atomic().run(() -> {
			// tag::json-null-write[]
			metas.filter(PRODUCT_META.id.eq(2L)).update(PRODUCT_META.extra.set(jsonNull()));
			metas.filter(PRODUCT_META.id.eq(3L)).update(PRODUCT_META.extra.set(null));
			// end::json-null-write[]
			assertThat(metas.filter(PRODUCT_META.extra.eq(null)).get().getId()).isEqualTo(2);
			assertThat(metas.filter("id", 3).filter("extra__isnull", true).count()).isEqualTo(1);
			orm.atomic().setRollbackOnly();
		});
	}

	@Test
	void arraysAndRanges() {
		// tag::arrays[]
		articles.filter(ARTICLE.keywords.contains(List.of("java"))).list();
		articles.filter(ARTICLE.keywords.overlap(List.of("java", "sql")), ARTICLE.keywords.len().gte(2)).list();
		articles.filter(ARTICLE.keywords.at(0).eq("java")).list();
		articles.filter("keywords__0", "java").list();
		// end::arrays[]
		// tag::ranges[]
		articles.filter(ARTICLE.pages.contains(12)).list();
		articles.filter(ARTICLE.pages.overlap(Range.closedOpen(10, 20))).list();
		articles.filter(ARTICLE.pages.lower().gte(3), ARTICLE.pages.upperInfinite().not()).list();
		articles.filter("pages__startswith__gte", 3).list();
		// end::ranges[]
		assertThat(articles.filter(ARTICLE.pages.isNull()).count()).isLessThan(articles.count());
	}

	@Test
	void search() {
		// tag::search[]
		articles.filter(ARTICLE.body.search("database")).list();
		// end::search[]
		// tag::rank[]
		var vector = searchVector(ARTICLE.title, ARTICLE.body).config("english");
		var query = searchQuery("data or sql").type("websearch").config("english");
		var rank = searchRank(vector, query).weights(0.1, 0.2, 0.4, 1).as("rank");
		List<Article> best = articles.annotate(rank).filter(rank.gt(0)).orderBy(rank.desc()).list();
		// end::rank[]
		// tag::headline[]
		articles.annotate(searchHeadline(ARTICLE.body, query).marks("<b>", "</b>").as("excerpt")).list();
		// end::headline[]
		assertThat(best).hasSizeLessThanOrEqualTo((int) articles.count());
	}

}
