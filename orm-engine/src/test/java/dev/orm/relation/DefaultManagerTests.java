package dev.orm.relation;

import java.util.List;

import dev.orm.AbstractManager;
import dev.orm.AbstractQuerySet;
import dev.orm.RelatedManager;
import dev.orm.annotation.DefaultManager;
import dev.orm.error.ModelDefinitionException;
import dev.orm.relation.News.Article;
import dev.orm.relation.News.Remark;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.relation.ArticlePath.ARTICLE;
import static dev.orm.relation.RemarkPath.REMARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DefaultManagerTests {

	@RegisterExtension
	static final TestDatabase database = News.database();

	private final News news = new News(database);

	private final Remarks remarks = this.news.orm.bind(new Remarks());

	@Test
	void aManagerHasItsOwnRowsAndMethods() {
		assertThat(this.remarks.all().list()).extracting(Remark::text).containsExactly("r1", "r3", "r4", "r5");
		assertThat(this.remarks.all().of("One").reverse().list()).extracting(Remark::text).containsExactly("r5", "r1");
		assertThat(this.remarks.filter(REMARK.text.eq("r2")).exists()).isFalse();
	}

	@Test
	void relatedManagersStartFromTheDefaultManager() {
		Article one = this.news.articles.get(ARTICLE.id.eq(1L));
		assertThat(RelatedManager.of(one, ARTICLE.remarks()).list()).extracting(Remark::text)
			.containsExactly("r1", "r5");
		assertThat(RelatedManager.of(one, ARTICLE.remarks()).count()).isEqualTo(2);
	}

	@Test
	void prefetchedRowsAreThoseOfTheDefaultManager() {
		List<Article> articles = Queries.expect(2, () -> this.news.articles.prefetchRelated("remarks").list());
		assertThat(Queries.expect(0, () -> RelatedManager.of(articles.get(0), ARTICLE.remarks()).list())).hasSize(2);
	}

	@Test
	void aQuerysetOfOnesOwnDoesNotStartFromIt() {
		List<Article> articles = this.news.articles
			.prefetchRelated(dev.orm.Prefetch.prefetch(ARTICLE.remarks(), this.news.remarks.all()))
			.list();
		assertThat(RelatedManager.of(articles.get(0), ARTICLE.remarks()).list()).hasSize(3);
	}

	@Test
	void forwardRelationsReachEveryRow() {
		assertThat(this.news.remarks.get(REMARK.text.eq("r2")).article.get().title).isEqualTo("One");
	}

	@Test
	void aRowThatIsHiddenIsReadAgain() {
		Remark hidden = this.news.remarks.get(REMARK.text.eq("r2"));
		hidden.text = "changed";
		this.remarks.refresh(hidden);
		assertThat(hidden.text).isEqualTo("r2");
	}

	@Test
	void aModelHasOneDefaultManager() {
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> this.news.orm.bind(new OtherRemarks()))
			.withMessageContaining("two default managers");
	}

	// tag::own[]
	static class RemarkQuerySet extends AbstractQuerySet<Remark, RemarkQuerySet> {

		RemarkQuerySet of(String title) {
			return filter(REMARK.article().title.eq(title));
		}

	}

	@DefaultManager
	static class Remarks extends AbstractManager<Remark, RemarkQuerySet> {

		@Override
		protected RemarkQuerySet getQuerySet() {
			return super.getQuerySet().exclude(REMARK.text.eq("r2"));
		}

	}
	// end::own[]

	@DefaultManager
	static class OtherRemarks extends AbstractManager<Remark, RemarkQuerySet> {

	}

}
