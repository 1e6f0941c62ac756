package dev.orm.postgres;

import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Article;
import dev.orm.expression.Condition;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import dev.orm.type.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.ArticlePath.ARTICLE;
import static org.assertj.core.api.Assertions.assertThat;

/** What a column of ranges is asked finds what PostgreSQL's own operator finds. */
class RangeColumnTests {

	private static final Range<Integer> TEN = Range.closedOpen(10, 20);

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final Manager<Article> articles = orm.manager(Article.class);

	@Test
	void rangesAreComparedWithRanges() {
		assertSame(ARTICLE.pages.contains(12), "pages @> 12");
		assertSame(ARTICLE.pages.contains(Range.closedOpen(1, 2)), "pages @> '[1,2)'::int4range");
		assertSame(ARTICLE.pages.containedBy(Range.closedOpen(0, 300)), "pages <@ '[0,300)'::int4range");
		assertSame(ARTICLE.pages.overlap(TEN), "pages && '[10,20)'::int4range");
	}

	@Test
	void rangesLieBeforeBehindAndBesideOthers() {
		assertSame(ARTICLE.pages.fullyLt(TEN), "pages << '[10,20)'::int4range");
		assertSame(ARTICLE.pages.fullyGt(Range.closedOpen(0, 1)), "pages >> '[0,1)'::int4range");
		assertSame(ARTICLE.pages.notLt(TEN), "pages &> '[10,20)'::int4range");
		assertSame(ARTICLE.pages.notGt(TEN), "pages &< '[10,20)'::int4range");
		assertSame(ARTICLE.pages.adjacentTo(Range.closedOpen(2, 3)), "pages -|- '[2,3)'::int4range");
	}

	@Test
	void rangesHaveTwoEnds() {
		assertSame(ARTICLE.pages.lower().gte(1), "lower(pages) >= 1");
		assertSame(ARTICLE.pages.upper().lt(50), "upper(pages) < 50");
		assertSame(ARTICLE.pages.isEmpty(), "isempty(pages)");
		assertSame(ARTICLE.pages.lowerIncluded(), "lower_inc(pages)");
		assertSame(ARTICLE.pages.lowerInfinite(), "lower_inf(pages)");
		assertSame(ARTICLE.priceBand.upperIncluded().not(), "upper_inc(price_band) IS NOT TRUE");
		assertSame(ARTICLE.pages.upperInfinite(), "upper_inf(pages)");
		List<Integer> starts = articles.filter(ARTICLE.pages.lower().isNotNull())
			.orderBy(ARTICLE.pages.lower())
			.flat(ARTICLE.pages.lower())
			.list();
		assertThat(starts).isNotEmpty().isSorted();
	}

	private static void assertSame(Condition<Article> condition, String sql) {
		List<Long> expected = articles.raw("SELECT id FROM shop_article WHERE " + sql + " ORDER BY id")
			.list()
			.stream()
			.map(Article::getId)
			.toList();
		assertThat(articles.filter(condition).orderBy(ARTICLE.id).flat(ARTICLE.id).list()).as(sql)
			.isNotEmpty()
			.isEqualTo(expected);
	}

}
