package dev.orm.relation;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.orm.AbstractManager;
import dev.orm.AbstractQuerySet;
import dev.orm.CommonTable;
import dev.orm.Manager;
import dev.orm.Paginator;
import dev.orm.QuerySet;
import dev.orm.error.ModelDefinitionException;
import dev.orm.expression.F;
import dev.orm.model.Model;
import dev.orm.relation.News.Article;
import dev.orm.relation.News.Remark;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Prefetch.prefetch;
import static dev.orm.relation.ArticlePath.ARTICLE;
import static dev.orm.relation.RemarkPath.REMARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OwnManagerTests {

	@RegisterExtension
	static final TestDatabase database = News.database();

	private final News news = new News(database);

	@Test
	void aManagerMayUseThePlainQueryset() {
		PlainRemarks remarks = this.news.orm.bind(new PlainRemarks());
		assertThat(remarks.list()).hasSize(4);
		assertThat(remarks.filter(REMARK.text.eq("r2")).exists()).isFalse();
	}

	@Test
	void aManagerMayStandBelowAGenericOne() {
		ShoutingRemarks remarks = this.news.orm.bind(new ShoutingRemarks());
		assertThat(remarks.saying("R1")).extracting(Remark::text).containsExactly("r1");
		assertThat(remarks.modelType()).isEqualTo(Remark.class);
	}

	@Test
	void aManagerThatLeavesItsModelOpenIsRefused() {
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> this.news.orm.bind(new Named<Remark, QuerySet<Remark>>()))
			.withMessageContaining("must extend AbstractManager with the classes of its model and queryset");
	}

	@Test
	void aManagerTakesItsRowsOnceForEachCall() {
		CountedRemarks remarks = this.news.orm.bind(new CountedRemarks());
		remarks.filter(REMARK.text.eq("r1"));
		remarks.list();
		remarks.get(REMARK.text.eq("r1"));
		remarks.prefetchRelated("article");
		remarks.inBulk(List.of(1L));
		remarks.after(null, 2);
		assertThat(remarks.asked).hasValue(6);
	}

	@Test
	void aManagerStandsWhereAQuerysetMay() {
		PlainRemarks remarks = this.news.orm.bind(new PlainRemarks());
		assertThat(Paginator.of(remarks, 3).pages()).isEqualTo(2);
		assertThat(this.news.remarks.filter(REMARK.text.eq("r2")).or(remarks).list()).hasSize(5);
		List<Article> articles = this.news.articles.prefetchRelated(prefetch(ARTICLE.remarks(), remarks)).list();
		assertThat(articles).isNotEmpty();
	}

	@Test
	void aManagerJoinsCommonTablesAndPagesByKeys() {
		CommonTable loud = CommonTable.of("loud", this.news.remarks.filter(REMARK.text.eq("r3")).values("id"));
		assertThat(this.news.remarks.with(loud).join(loud, F.of("id"), "id").list()).extracting(Remark::text)
			.containsExactly("r3");
		assertThat(this.news.remarks.after(null, 2).items()).hasSize(2);
	}

	@Test
	void aModelLeadsToItsManagersTheOneOfAllRowsFirst() {
		assertThat(this.news.orm.managers(Remark.class)).singleElement().isExactlyInstanceOf(Manager.class);
		PlainRemarks plain = this.news.orm.bind(new PlainRemarks());
		ShoutingRemarks shouting = this.news.orm.bind(new ShoutingRemarks());
		List<AbstractManager<Remark, ?>> managers = this.news.orm.managers(Remark.class);
		assertThat(managers).hasSize(3).endsWith(plain, shouting);
		assertThat(managers.get(0).count()).isEqualTo(5);
		assertThat(managers.get(1).count()).isEqualTo(4);
		assertThat(this.news.orm.managers(Article.class)).singleElement().isExactlyInstanceOf(Manager.class);
	}

	@Test
	void theDefaultManagerOfAModelComesFirstAndEachClassOnce() {
		this.news.orm.bind(new PlainRemarks());
		DefaultManagerTests.Remarks first = this.news.orm.bind(new DefaultManagerTests.Remarks());
		PlainRemarks last = this.news.orm.bind(new PlainRemarks());
		assertThat(this.news.orm.managers(Remark.class)).isEqualTo(List.of(first, last));
	}

	@Test
	void aClassThatIsNoModelHereHasNoManagers() {
		assertThatExceptionOfType(ModelDefinitionException.class).isThrownBy(() -> this.news.orm.managers(Model.class))
			.withMessageContaining("is not a model of this application");
	}

	static class PlainRemarks extends AbstractManager<Remark, QuerySet<Remark>> {

		@Override
		protected QuerySet<Remark> getQuerySet() {
			return super.getQuerySet().exclude(REMARK.text.eq("r2"));
		}

	}

	static class Named<T extends Model, S extends AbstractQuerySet<T, S>> extends AbstractManager<T, S> {

		List<T> saying(String text) {
			return filter("text__iexact", text).list();
		}

	}

	static class ShoutingRemarks extends Named<Remark, QuerySet<Remark>> {

	}

	static class CountedRemarks extends AbstractManager<Remark, QuerySet<Remark>> {

		private final AtomicInteger asked = new AtomicInteger();

		@Override
		protected QuerySet<Remark> getQuerySet() {
			this.asked.incrementAndGet();
			return super.getQuerySet();
		}

	}

}
