package dev.orm.relation;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.orm.ManyToMany;
import dev.orm.Related;
import dev.orm.RelatedManager;
import dev.orm.error.FieldFetchBlockedException;
import dev.orm.error.QueryValueException;
import dev.orm.load.FetchMode;
import dev.orm.model.ForeignKey;
import dev.orm.model.OneToOne;
import dev.orm.relation.News.Article;
import dev.orm.relation.News.Author;
import dev.orm.relation.News.Passport;
import dev.orm.relation.News.Topic;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.relation.ArticlePath.ARTICLE;
import static dev.orm.relation.AuthorPath.AUTHOR;
import static dev.orm.relation.TopicPath.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HandleTests {

	@RegisterExtension
	static final TestDatabase database = News.database();

	private final News news = new News(database);

	@Test
	void anInstanceIsBornWithItsHandles() {
		Article article = new Article();
		assertThat(article.topics).isNotNull();
		assertThat(article.author.orNull()).isNull();
		assertThat(article.author.id()).isNull();
		assertThat(new Passport().author.isFetched()).isTrue();
		assertThat(new Article() {
		}.topics).isNotNull();
	}

	@Test
	void aHandleOfAnUnsavedInstanceSaysWhatToDo() {
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> new Article().topics.list())
			.withMessage("Article is not saved yet, so it has no topics. Save it first: articles.save(article)");
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> new Article().topics.add(new Topic()))
			.withMessageContaining("Save it first");
	}

	@Test
	void aHandleKnownBeforeTheSaveWorksAfterIt() {
		this.news.orm.atomic().run(() -> {
			Article article = new Article();
			ManyToMany<Topic> topics = article.topics;
			article.title = "new";
			article.body = "";
			article.author = ForeignKey.ofId(1L);
			this.news.articles.save(article);
			topics.add(this.news.topics.get(TOPIC.name.eq("java")));
			assertThat(article.topics).isSameAs(topics);
			assertThat(topics.count()).isOne();
			this.news.orm.atomic().setRollbackOnly();
		});
	}

	@Test
	void emptyHandlesAreSharedAndNeverChanged() {
		List<Article> articles = this.news.articles.filter(ARTICLE.editor.isNull()).list();
		assertThat(articles).isNotEmpty()
			.allSatisfy((article) -> assertThat(article.editor).isSameAs(ForeignKey.empty()));
		this.news.articles.prefetchRelated("editor").list();
		this.news.articles.selectRelated("editor").list();
		ForeignKey.empty().cache(new Author());
		ForeignKey.empty().cacheMissing();
		assertThat(ForeignKey.empty().orNull()).isNull();
		assertThat(OneToOne.empty().fetched()).isNull();
	}

	@Test
	void rowsOfAToManyHandleAreReadForAllPeersAtOnce() {
		List<Article> articles = this.news.articles.list();
		assertThat(articles).hasSizeGreaterThan(2);
		List<String> names = Queries.expect(1,
				() -> articles.stream()
					.flatMap((article) -> article.topics.all().list().stream())
					.map((topic) -> topic.name)
					.toList());
		assertThat(names).containsExactlyElementsOf(this.news.articles.prefetchRelated("topics")
			.list()
			.stream()
			.flatMap((article) -> article.topics.list().stream())
			.map((topic) -> topic.name)
			.toList());
		List<Author> authors = this.news.authors.list();
		Queries.expect(1,
				() -> authors.stream()
					.mapToInt((author) -> RelatedManager.of(author, AUTHOR.articles()).list().size())
					.sum());
	}

	@Test
	void rowsOfAToManyHandleAreCountedForAllPeersAtOnce() {
		List<Author> authors = this.news.authors.list();
		assertThat(Queries.expect(1,
				() -> authors.stream().map((author) -> RelatedManager.of(author, AUTHOR.articles()).count()).toList()))
			.containsExactlyElementsOf(authors.stream()
				.map((author) -> this.news.articles.filter(ARTICLE.author.eq(author)).count())
				.toList());
		List<Article> articles = this.news.articles.list();
		assertThat(Queries.expect(1, () -> articles.stream().map((article) -> article.topics.exists()).toList()))
			.contains(true, false);
		assertThat(Queries.expect(0, () -> articles.get(0).topics.count())).isEqualTo(2);
	}

	@Test
	void writesForgetWhatWasCounted() {
		this.news.orm.atomic().run(() -> {
			List<Article> articles = this.news.articles.list();
			assertThat(articles.get(0).topics.count()).isEqualTo(2);
			articles.get(0).topics.clear();
			assertThat(articles.get(0).topics.count()).isZero();
			this.news.orm.atomic().setRollbackOnly();
		});
	}

	@Test
	void refinedRowsAreReadAsAskedFor() {
		List<Article> articles = this.news.articles.list();
		Queries.expect(2, () -> articles.get(0).topics.filter(TOPIC.name.eq("java")).count()
				+ articles.get(1).topics.orderBy("name").list().size());
	}

	@Test
	void theRowsOfOneInstanceAloneAreReadEachTime() {
		Article article = this.news.articles.get(ARTICLE.id.eq(1L));
		assertThat(Queries.expect(2, () -> List.of(article.topics.list(), article.topics.list()))).hasSize(2);
		List<Article> one = this.news.articles.fetchMode(FetchMode.ONE).list();
		Queries.expect(2, () -> one.get(0).topics.list().size() + one.get(1).topics.list().size());
	}

	@Test
	void raisingModesGuardToManyHandles() {
		Article strict = this.news.articles.fetchMode(FetchMode.RAISE).get(ARTICLE.id.eq(1L));
		assertThatExceptionOfType(FieldFetchBlockedException.class).isThrownBy(() -> strict.topics.list())
			.withMessageContaining("Article.topics");
		assertThatExceptionOfType(FieldFetchBlockedException.class).isThrownBy(strict.topics::count);
		assertThat(strict.topics.filter(TOPIC.name.isNotNull()).list()).isNotEmpty();
		List<Article> several = this.news.articles.fetchMode(FetchMode.RAISE_N_PLUS_ONE).list();
		assertThatExceptionOfType(FieldFetchBlockedException.class).isThrownBy(() -> several.get(0).topics.exists())
			.withMessageContaining("N+1");
		Article alone = this.news.articles.fetchMode(FetchMode.RAISE_N_PLUS_ONE).get(ARTICLE.id.eq(1L));
		assertThat(alone.topics.list()).hasSize(2);
		Article fetched = this.news.articles.fetchMode(FetchMode.RAISE)
			.prefetchRelated("topics")
			.get(ARTICLE.id.eq(1L));
		assertThat(fetched.topics.list()).hasSize(2);
	}

	@Test
	void whatIsMadeThroughAManagerIsAmongItsRows() {
		this.news.orm.atomic().run(() -> {
			assertAdds((articles) -> articles.create(ARTICLE.title.is("made"), ARTICLE.body.is("")));
			assertAdds((articles) -> articles.getOrCreate(ARTICLE.title.is("got"), ARTICLE.body.is("")));
			assertAdds((articles) -> articles.updateOrCreate(Map.of("title", "updated"), Map.of("body", "x")));
			assertAdds((articles) -> articles.bulkCreate(List.of(unsaved())));
			RelatedManager<Article> articles = prefetched();
			articles.updateOrCreate(Map.of("title", "updated"), Map.of("body", "y"));
			assertThat(articles.list()).extracting(Article::body).contains("y");
			Article one = this.news.articles.prefetchRelated("topics").get(ARTICLE.id.eq(1L));
			one.topics.create(TOPIC.name.is("made"));
			assertThat(one.topics.list()).extracting((topic) -> topic.name).contains("made");
			this.news.orm.atomic().setRollbackOnly();
		});
	}

	private void assertAdds(Consumer<RelatedManager<Article>> change) {
		RelatedManager<Article> articles = prefetched();
		int before = Queries.expect(0, () -> articles.list().size());
		change.accept(articles);
		assertThat(articles.list()).hasSize(before + 1);
	}

	private RelatedManager<Article> prefetched() {
		return RelatedManager.of(this.news.authors.prefetchRelated("articles").get(AUTHOR.id.eq(1L)),
				AUTHOR.articles());
	}

	private static Article unsaved() {
		Article article = new Article();
		article.title = "bulk";
		article.body = "";
		article.author = ForeignKey.ofId(1L);
		return article;
	}

	@Test
	void aReverseOneToOneFoundMissingIsThereOnceSaved() {
		this.news.orm.atomic().run(() -> {
			Author author = this.news.authors.create(AUTHOR.name.is("new"), AUTHOR.bio.is(""));
			assertThat(Related.oneOrNull(author, AUTHOR.passport())).isNull();
			Passport passport = new Passport();
			passport.number = "7";
			passport.author = OneToOne.to(author);
			this.news.passports.save(passport);
			assertThat(Related.oneOrNull(author, AUTHOR.passport())).isSameAs(passport);
			Author other = this.news.authors.create(AUTHOR.name.is("other"), AUTHOR.bio.is(""));
			assertThat(Related.oneOrNull(other, AUTHOR.passport())).isNull();
			passport.author = OneToOne.to(other);
			this.news.passports.save(passport);
			assertThat(Related.oneOrNull(other, AUTHOR.passport())).isSameAs(passport);
			this.news.orm.atomic().setRollbackOnly();
		});
	}

}
