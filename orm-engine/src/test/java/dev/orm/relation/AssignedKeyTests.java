package dev.orm.relation;

import dev.orm.Attributes;
import dev.orm.persist.Getting;
import dev.orm.relation.News.Article;
import dev.orm.relation.News.Remark;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.relation.ArticlePath.ARTICLE;
import static dev.orm.relation.RemarkPath.REMARK;
import static org.assertj.core.api.Assertions.assertThat;

/** Relations are set by key, by instance and by the relation of another instance. */
class AssignedKeyTests {

	@RegisterExtension
	static final TestDatabase database = News.database();

	private final News news = new News(database);

	@Test
	void aRowIsCreatedWithTheKeyOfItsRelation() {
		undone(() -> {
			// tag::key[]
			Remark remark = this.news.remarks.create(REMARK.text.is("new"), REMARK.article.is(4L));
			// end::key[]
			assertThat(remark.article.id()).isEqualTo(4L);
			assertThat(this.news.articles.get(4L)).isEqualTo(remark.article.get());
		});
	}

	@Test
	void aRowIsCreatedWithARelationOfAnother() {
		undone(() -> {
			Remark old = this.news.remarks.get(4L);
			Remark remark = Queries.expect(1,
					() -> this.news.remarks.create(REMARK.text.is("new"), REMARK.article.is(old.article)));
			assertThat(remark.article.id()).isEqualTo(3L);
			Article article = new Article();
			assertThat(this.news.articles.filter(ARTICLE.id.eq(1L)).update(ARTICLE.editor.set(article.editor))).isOne();
			assertThat(this.news.articles.get(1L).editor.id()).isNull();
		});
	}

	@Test
	void aRowIsLookedUpAndCreatedByTheKeyOfItsRelation() {
		undone(() -> {
			Getting<Remark> there = this.news.remarks.getOrCreate(REMARK.article.is(2L), REMARK.text.is("r9"));
			assertThat(there.created()).isFalse();
			assertThat(there.instance().text).isEqualTo("r3");
			Getting<Remark> made = this.news.remarks.getOrCreate(REMARK.article.is(4L), REMARK.text.is("r9"));
			assertThat(made.created()).isTrue();
			Getting<Remark> moved = this.news.remarks.updateOrCreate(Attributes.of(REMARK.text.is("r9")),
					Attributes.of(REMARK.article.is(1L)));
			assertThat(moved.created()).isFalse();
			assertThat(moved.instance()).isEqualTo(made.instance());
			assertThat(this.news.remarks.get(REMARK.text.eq("r9")).article.id()).isEqualTo(1L);
		});
	}

	@Test
	void theKeyOfARelationToAnotherColumnIsThatColumn() {
		undone(() -> {
			Article article = this.news.articles.create(ARTICLE.title.is("Five"), ARTICLE.body.is("b"),
					ARTICLE.votes.is(0), ARTICLE.author.is(1L), ARTICLE.editor.is("Cy"));
			assertThat(article.editor.get().name).isEqualTo("Cy");
		});
	}

	private void undone(Runnable work) {
		this.news.orm.atomic().run(() -> {
			work.run();
			this.news.orm.atomic().setRollbackOnly();
		});
	}

}
