package dev.orm.persist;

import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.RelatedManager;
import dev.orm.error.FieldDoesNotExistException;
import dev.orm.error.FieldException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.NumberConversionException;
import dev.orm.error.QueryValueException;
import dev.orm.error.RelationOperationException;
import dev.orm.error.TransactionManagementException;
import dev.orm.error.UnsupportedCombinationException;
import dev.orm.error.ValueOutOfRangeException;
import dev.orm.expression.Aggregates;
import dev.orm.expression.Assignment;
import dev.orm.expression.Expressions;
import dev.orm.expression.F;
import dev.orm.expression.OrderBy;
import dev.orm.expression.functions.TextFunctions;
import dev.orm.persist.Blog.Author;
import dev.orm.persist.Blog.Content;
import dev.orm.persist.Blog.Page;
import dev.orm.persist.Blog.Post;
import dev.orm.persist.House.Agent;
import dev.orm.persist.House.Book;
import dev.orm.persist.House.Contract;
import dev.orm.persist.House.Label;
import dev.orm.persist.House.Publisher;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.persist.AgentPath.AGENT;
import static dev.orm.persist.AuthorPath.AUTHOR;
import static dev.orm.persist.BookPath.BOOK;
import static dev.orm.persist.ContractPath.CONTRACT;
import static dev.orm.persist.PostPath.POST;
import static dev.orm.persist.PublisherPath.PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Writes that start from a queryset, hold expressions, or go through a relation. */
class QuerySetWriteTests {

	@RegisterExtension
	static final TestDatabase blog = TestDatabase.create(Blog.SCHEMA);

	@RegisterExtension
	static final TestDatabase house = TestDatabase.create(House.SCHEMA);

	private final Orm blogOrm = Orm.builder()
		.dataSource(blog.dataSource())
		.models(List.of(Author.class, Post.class, Content.class, Page.class))
		.build();

	private final Orm houseOrm = House.orm(house);

	private final Manager<Author> authors = this.blogOrm.manager(Author.class);

	private final Manager<Post> posts = this.blogOrm.manager(Post.class);

	private final Manager<Page> pages = this.blogOrm.manager(Page.class);

	private final Manager<Publisher> publishers = this.houseOrm.manager(Publisher.class);

	private final Manager<Book> books = this.houseOrm.manager(Book.class);

	@BeforeEach
	void empty() {
		blog.truncate("author", "post", "content", "page");
		house.truncate("publisher", "imprint", "book", "loan", "agent", "label", "contract", "book_labels");
	}

	@AfterEach
	void noConnectionLeaks() {
		assertThat(blog.connectionsInUse()).isZero();
		assertThat(house.connectionsInUse()).isZero();
	}

	@Test
	void anExpressionIsInsertedAndItsValueComesBack() {
		List<Author> created = new java.util.ArrayList<>();
		assertThat(Writing.statements(() -> created.add(this.authors.create(Map.of("name", upper("ada"))))))
			.containsExactly("INSERT INTO \"author\" (\"name\") VALUES (UPPER(?::text)) RETURNING \"id\", \"name\"");
		assertThat(created.get(0).name).isEqualTo("ADA");
		assertThat(this.authors.get("pk", created.get(0).id).name).isEqualTo("ADA");
	}

	@Test
	void aNewRowHasNoColumnsToReferTo() {
		assertThat(Writing.statements(() -> assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.authors.create(Map.of("name", F.of("id"))))
			.withMessageContaining("no row yet"))).isEmpty();
	}

	@Test
	void bulkCreateInsertsExpressionsByOneStatementInOrder() {
		List<Author> many = List.of(Author.named("plain"), Author.named(""), Author.named("last"));
		List<Assignment<?>> computed = List.of(AUTHOR.name.set(upper("mid")));
		assertThat(
				Writing.statements(() -> this.authors.bulkCreate(many, (how) -> how.computing(many.get(1), computed))))
			.containsExactly(
					"INSERT INTO \"author\" (\"name\") VALUES (?), (UPPER(?::text)), (?) RETURNING \"id\", \"name\"");
		assertThat(many).extracting((author) -> author.id + author.name).containsExactly("1plain", "2MID", "3last");
	}

	@Test
	void rowsOfSeveralTablesAreCreatedTogetherOnlyIfAskedFor() {
		List<Page> two = List.of(Page.of("a", "x"), Page.of("b", "y"));
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> this.pages.bulkCreate(two))
			.withMessageContaining("acrossTables");
		this.pages.bulkCreate(two, BulkCreateOptions::acrossTables);
		assertThat(this.pages.count()).isEqualTo(2);
	}

	@Test
	void aQuerySetCreatesAndLooksUpWithinItsRows() {
		Author ada = this.authors.create(AUTHOR.name.is("Ada"));
		Getting<Post> first = this.posts.filter("views__gt", 5)
			.getOrCreate(Map.of("title", "Notes"), Map.of("views", 1));
		assertThat(first.created()).isTrue();
		Getting<Post> second = this.posts.filter("views__gt", 5)
			.getOrCreate(Map.of("title", "Notes"), Map.of("author", ada));
		assertThat(second.created()).as("the first has too few views to be seen").isTrue();
		assertThat(this.posts.filter("views", 1).create(Map.of("title", "free")).views).isZero();
	}

	@Test
	void bulkUpdateChangesOnlyRowsOfTheQuerySet() {
		Post low = this.posts.create(POST.title.is("low"), POST.views.is(1));
		Post high = this.posts.create(POST.title.is("high"), POST.views.is(9));
		low.title = "changed";
		high.title = "changed";
		assertThat(this.posts.filter("views__gt", 5).bulkUpdate(List.of(low, high), "title")).isEqualTo(1);
		assertThat(this.posts.orderBy("views").flat("title").list()).containsExactly("low", "changed");
	}

	@Test
	void aRowThatOccursInTwoBatchesIsUpdatedTwice() {
		Post one = this.posts.create(POST.title.is("a"));
		Post same = this.posts.get("pk", one.id);
		one.title = "first";
		same.title = "second";
		assertThat(this.posts.bulkUpdate(List.of(one, same), List.of("title"), (how) -> how.batchSize(1))).isEqualTo(2);
		assertThat(this.posts.get("pk", one.id).title).isEqualTo("second");
		assertThat(this.posts.bulkUpdate(List.of(one, same), "title")).as("in one batch the first counts").isEqualTo(1);
		assertThat(this.posts.get("pk", one.id).title).isEqualTo("first");
	}

	@Test
	void aBatchHasAtLeastOneRow() {
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.posts.bulkUpdate(List.of(), List.of("title"), (how) -> how.batchSize(0)));
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.posts.bulkCreate(List.of(), (how) -> how.batchSize(-1)));
	}

	@Test
	void valuesCanBeUpdatedToo() {
		this.posts.create(POST.title.is("a"));
		assertThat(this.posts.values("title").update(POST.views.set(7))).isEqualTo(1);
		assertThat(this.posts.get().views).isEqualTo(7);
	}

	@Test
	void aFieldThatIsNotLoadedIsReadBeforeItIsWritten() {
		Post stored = this.posts.create(POST.title.is("kept"), POST.tags.is(List.of("x")));
		Post deferred = this.posts.defer("tags").get("pk", stored.id);
		assertThat(Writing.statements(() -> this.posts.save(deferred, (how) -> how.updateFields(List.of("tags")))))
			.hasSize(2);
		Post again = this.posts.defer("tags").get("pk", stored.id);
		this.posts.bulkUpdate(List.of(again), "tags");
		assertThat(this.posts.get("pk", stored.id).tags()).containsExactly("x");
	}

	@Test
	void onlyUpdateFieldsAreWrittenExpressionsIncluded() {
		Post post = this.posts.create(POST.title.is("a"), POST.views.is(3));
		this.posts.save(post,
				(how) -> how.computing(List.of(POST.views.set(POST.views.plus(1)))).updateFields(List.of("title")));
		assertThat(this.posts.get("pk", post.id).views).isEqualTo(3);
	}

	@Test
	void theNameOfARelationTakesAnInstanceAndThatOfItsColumnAKey() {
		Author ada = this.authors.create(AUTHOR.name.is("Ada"));
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.posts.create(Map.of("title", "x", "author", 1L)))
			.withMessageContaining("authorId");
		assertThat(this.posts.create(Map.of("title", "x", "authorId", ada.id)).author.id()).isEqualTo(ada.id);
		assertThat(this.posts.create(POST.title.is("y"), POST.author.set(ada.id)).author.id()).isEqualTo(ada.id);
		assertThat(this.posts.filter("title", "y").update(POST.author.set(POST.author))).isEqualTo(1);
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> this.authors.create(Map.of("name", "z", "posts", List.of())));
	}

	@Test
	void theKeyOfAChildIsThatOfItsParent() {
		Page page = this.pages.create(Map.of("pk", 40L, "title", "t", "body", "b"));
		assertThat(page.id).isEqualTo(40L);
		assertThat(this.pages.get("pk", 40L).title).isEqualTo("t");
	}

	@Test
	void whatIsNoNumberAndWhatDoesNotFitAreToldApart() {
		assertThatExceptionOfType(NumberConversionException.class)
			.isThrownBy(() -> this.posts.create(Map.of("title", "x", "views", "many")));
		assertThatExceptionOfType(ValueOutOfRangeException.class)
			.isThrownBy(() -> this.posts.create(Map.of("title", "x", "views", 1L << 40)));
	}

	@Test
	void allRowsByAUniqueField() {
		this.authors.bulkCreate(List.of(Author.named("Ada"), Author.named("Bob")));
		assertThat(this.authors.inBulkBy("name")).containsOnlyKeys("Ada", "Bob");
		assertThat(this.authors.values("id").inBulkBy("name")).containsOnlyKeys("Ada", "Bob");
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> this.posts.inBulkBy("title"));
	}

	@Test
	void namesAndExpressionsOrderTogether() {
		this.posts.create(POST.title.is("bb"), POST.views.is(1));
		this.posts.create(POST.title.is("a"), POST.views.is(1));
		this.posts.create(POST.title.is("c"), POST.views.is(2));
		assertThat(this.posts.orderBy(List.of(OrderBy.named("-views"), POST.title.asc())).flat("title").list())
			.containsExactly("c", "a", "bb");
	}

	@Test
	void anAggregateHasANameOfItsOwn() {
		this.posts.create(POST.title.is("a"));
		assertThat(this.posts.annotate(Aggregates.count("author").named()).get().get("author__count")).isEqualTo(0L);
		assertThatExceptionOfType(IllegalQueryException.class).isThrownBy(() -> Aggregates.<Post>count().named());
	}

	@Test
	void joinRowsGetTheirDefaultsWhicheverMethodMakesThem() {
		Book book = book("Faust");
		RelatedManager<Label> labels = RelatedManager.of(book, "labels");
		assertThat(labels.throughDefaults(Map.of()).getOrCreate(Map.of("name", "old"), Map.of()).created()).isTrue();
		assertThat(labels.updateOrCreate(Map.of("name", "old"), Map.of()).created()).isFalse();
		assertThat(labels.flat("name").list()).containsExactly("old");
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> RelatedManager.of(this.publishers.get(), "books").throughDefaults(Map.of("x", 1)));
	}

	@Test
	void joinRowsGetTypedDefaults() {
		Publisher publisher = this.publishers.create(PUBLISHER.name.is("Insel"));
		Manager<Agent> agents = this.houseOrm.manager(Agent.class);
		Agent agent = agents.create();
		RelatedManager<Agent> manager = publisher.agents;
		// tag::through[]
		manager.throughDefaults(Contract.class, CONTRACT.since.is(1999)).add(agent);
		// end::through[]
		manager.throughDefaults(Contract.class, CONTRACT.since.set(Expressions.value(2001)))
			.create(AGENT.name.is("made"));
		assertThat(this.houseOrm.manager(Contract.class).orderBy(CONTRACT.id).flat(CONTRACT.since).list())
			.containsExactly(1999, 2001);
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> manager.throughDefaults(Book.class, BOOK.title.is("x")))
			.withMessageContaining("join rows of Contract, not of Book");
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> agent.friends.throughDefaults(Contract.class, CONTRACT.since.is(1)))
			.withMessageContaining("not of Contract");
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> RelatedManager.of(publisher, PUBLISHER.books())
				.throughDefaults(Contract.class, CONTRACT.since.is(1)))
			.withMessageContaining("no join rows");
	}

	@Test
	void rowsOfAForeignKeyAreDetachedOneByOneIfAskedFor() {
		Book book = book("Faust");
		Book sequel = this.books.create(Map.of("title", "II", "publisher", this.publishers.get(), "sequelOf", book));
		RelatedManager<Book> sequels = RelatedManager.of(book, "sequels");
		assertThat(Writing.statements(() -> sequels.remove(List.of(sequel), false))).hasSize(2)
			.last()
			.asString()
			.startsWith("UPDATE");
		assertThat(sequels.count()).isZero();
		sequels.add(sequel);
		sequels.clear(false);
		assertThat(this.books.get("pk", sequel.id).sequelOf.id()).isNull();
		assertThatExceptionOfType(RelationOperationException.class)
			.isThrownBy(() -> RelatedManager.of(this.publishers.get(), "books").removeKeys("anything"));
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> RelatedManager.<Label>of(book, "labels").clear(false));
	}

	@Test
	void removingWhatWasNeverRelatedChangesNothing() {
		RelatedManager<Label> labels = RelatedManager.of(book("Faust"), "labels");
		labels.create(Map.of("name", "kept"));
		labels.removeKeys(Label.named("unsaved"), 4711L, null);
		assertThat(labels.count()).isEqualTo(1);
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> labels.removeKeys(this.publishers.get()));
	}

	@Test
	void valuesOfLockedRowsNeedATransactionToo() {
		assertThatExceptionOfType(TransactionManagementException.class)
			.isThrownBy(() -> this.posts.selectForUpdate().values("title").list());
		assertThatExceptionOfType(TransactionManagementException.class)
			.isThrownBy(() -> this.posts.selectForUpdate().values(POST.title, POST.views).list());
	}

	@Test
	void whetherThereAreLockedRowsIsAskedInATransactionAndCountedAnywhere() {
		assertThatExceptionOfType(TransactionManagementException.class)
			.isThrownBy(() -> this.posts.selectForUpdate().exists());
		assertThat(this.posts.selectForUpdate().count()).isZero();
		assertThat(this.posts.all().union(this.posts.all()).selectForUpdate().list()).isEmpty();
		List<String> statements = Writing.statements(
				() -> this.blogOrm.atomic().run(() -> assertThat(this.posts.selectForUpdate().exists()).isFalse()));
		assertThat(statements).singleElement().asString().startsWith("SELECT 1").endsWith("LIMIT 1 FOR UPDATE");
	}

	@Test
	void whatDjangoRefusesIsRefusedBeforeAnySql() {
		assertThat(Writing.statements(() -> {
			assertThatExceptionOfType(QueryValueException.class).as("an exact lookup takes one row")
				.isThrownBy(() -> this.posts.filter("author", this.authors.all()).list())
				.withMessageContaining("slicing");
			assertThatExceptionOfType(FieldDoesNotExistException.class)
				.isThrownBy(() -> this.posts.defer("nope").count());
			assertThatExceptionOfType(UnsupportedCombinationException.class)
				.isThrownBy(() -> this.posts.distinct("author").aggregate(Aggregates.count("id").as("n")));
			assertThatExceptionOfType(FieldException.class)
				.isThrownBy(() -> this.posts.annotate("n", Aggregates.count("author")).orderBy("n").update("views", 1))
				.withMessageContaining("ordering by an aggregate");
			assertThatExceptionOfType(FieldDoesNotExistException.class)
				.isThrownBy(() -> this.posts.all().update("pk", 1L));
		})).isEmpty();
	}

	@Test
	void countingGroupsAsksForNoColumnThatSplitsThem() {
		this.posts.create(POST.title.is("a"));
		this.posts.create(POST.title.is("a"));
		this.posts.create(POST.title.is("b"));
		assertThat(this.posts.values("title").annotate("n", Aggregates.count("id")).flat("n").count()).isEqualTo(2);
	}

	@Test
	void slicesCombineByTheirKeys() {
		this.posts.create(POST.title.is("a"));
		this.posts.create(POST.title.is("b"));
		this.posts.create(POST.title.is("c"));
		assertThat(this.posts.filter("title", "c")
			.or(this.posts.orderBy("title").limit(1))
			.orderBy("title")
			.flat("title")
			.list()).containsExactly("a", "c");
		assertThat(this.posts.orderBy("title").limit(2).xor(this.posts.filter("title", "a")).flat("title").list())
			.containsExactly("b");
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> this.posts.orderBy("title").limit(2).and(this.posts.all()).list());
	}

	@Test
	void onlyDatesAndTimesAreTruncated() {
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> this.posts.dates("title", "year", false).list());
		assertThatExceptionOfType(FieldDoesNotExistException.class).isThrownBy(() -> this.posts.inBulkBy("nope"));
	}

	private Book book(String title) {
		Publisher publisher = this.publishers.create(Map.of("name", "Cotta"));
		return this.books.create(Map.of("title", title, "publisher", publisher));
	}

	private static dev.orm.expression.Expression<Object, String> upper(String text) {
		return TextFunctions.upper(Expressions.value(text));
	}

}
