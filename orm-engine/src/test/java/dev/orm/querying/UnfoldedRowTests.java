package dev.orm.querying;

import java.util.List;

import dev.orm.Manager;
import dev.orm.QuerySet;
import dev.orm.Row;
import dev.orm.acceptance.shop.Article;
import dev.orm.expression.Expression;
import dev.orm.expression.F;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import dev.orm.type.ValueTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.ArticlePath.ARTICLE;
import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.max;
import static dev.orm.expression.Aggregates.sum;
import static dev.orm.expression.Expressions.raw;
import static dev.orm.expression.Expressions.unfolding;
import static org.assertj.core.api.Assertions.assertThat;

/** Functions that answer several rows. Django's {@code set_returning}. */
class UnfoldedRowTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Manager<Article> articles = Shop.orm(database).manager(Article.class);

	@Test
	void rowsThatUnfoldAreCountedAsMany() {
		// tag::unfolding[]
		Expression<Article, String> call = raw(ValueTypes.TEXT, "unnest(%s)", ARTICLE.keywords);
		QuerySet<Article> words = articles.annotate(unfolding(call).as("word"));
		long number = words.count();
		List<Row> frequent = words.values("word").annotate("uses", count("id")).orderBy("-uses").list();
		// end::unfolding[]
		assertThat(number).isEqualTo(words.list().size()).isGreaterThan(articles.count());
		assertThat(frequent.stream().mapToLong((row) -> (Long) row.get("uses")).sum()).isEqualTo(number);
		assertThat(words.values("word").count()).isEqualTo(number);
		assertThat(words.values("word").distinct().count()).isEqualTo(frequent.size());
		assertThat(words.limit(5).count()).isEqualTo(5);
	}

	@Test
	void aggregatesAreOverTheRowsThatUnfold() {
		Expression<Article, String> call = raw(ValueTypes.TEXT, "unnest(%s)", ARTICLE.keywords);
		QuerySet<Article> words = articles.annotate(unfolding(call).as("word"));
		long rows = words.list().size();
		Long newest = words.aggregate(max(F.of("id", Long.class)));
		assertThat(newest).isEqualTo(articles.filter(ARTICLE.keywords.len().gt(0)).aggregate(max(ARTICLE.id)));
		assertThat(words.aggregate(count("word"))).isEqualTo(rows);
		assertThat(words.values("word").annotate(count("id").as("n")).aggregate(sum("n")).toString())
			.isEqualTo(Long.toString(rows));
	}

	@Test
	void whatIsNotSelectedDoesNotUnfold() {
		Expression<Article, String> call = raw(ValueTypes.TEXT, "unnest(%s)", ARTICLE.keywords);
		assertThat(articles.alias(unfolding(call).as("word")).count()).isEqualTo(articles.count());
	}

}
