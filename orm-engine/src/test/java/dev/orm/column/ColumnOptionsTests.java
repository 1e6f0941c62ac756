package dev.orm.column;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.error.ConstraintViolationException;
import dev.orm.error.QueryValueException;
import dev.orm.expression.Expressions;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.observe.QueryLog;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.column.ArticlePath.ARTICLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Defaults of the database, computed columns, checks and words, as models declare them.
 */
class ColumnOptionsTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(ModelTables.of(List.of(), Article.class));

	private static final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Article.class))
		.build();

	private static final String ALL = "\"name\", \"code\", \"contact\", \"cost\", ";

	private final Manager<Article> articles = orm.manager(Article.class);

	@BeforeEach
	void empty() {
		database.truncate("article");
	}

	@Test
	void anAttributeThatIsNullLeavesItsColumnToTheDatabase() {
		Article article = new Article("a");
		assertThat(QueryLog.capture(() -> this.articles.save(article)).statements())
			.containsExactly("INSERT INTO \"article\" (" + ALL
					+ "\"status\", \"note\", \"version\") VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING \"id\", \"stock\", \"listed_at\", \"worth\"");
		assertThat(article.getStock()).isEqualTo(7);
		assertThat(article.getListedAt()).isBeforeOrEqualTo(Instant.now().plusSeconds(60));
		assertThat(article.getWorth()).isEqualByComparingTo("7");
	}

	@Test
	void anAttributeThatIsSetIsWritten() {
		Article article = new Article("a");
		article.setStock(3);
		article.setListedAt(Instant.EPOCH);
		assertThat(QueryLog.capture(() -> this.articles.save(article)).statements()).singleElement()
			.asString()
			.contains("\"stock\"", "RETURNING \"id\", \"worth\"");
		assertThat(this.articles.get(article.getId()).getListedAt()).isEqualTo(Instant.EPOCH);
	}

	@Test
	void whatTheDatabaseComputesComesBackOfEveryUpdate() {
		Article article = this.articles.create(ARTICLE.name.is("a"));
		article.setCost(new BigDecimal("5"));
		assertThat(QueryLog.capture(() -> this.articles.save(article)).statements()).singleElement()
			.asString()
			.startsWith("UPDATE \"article\" AS \"t\" SET \"name\" = ?")
			.endsWith("RETURNING \"t\".\"worth\"")
			.doesNotContain("\"worth\" = ");
		assertThat(article.getWorth()).isEqualByComparingTo("35");
		this.articles.save(article, ARTICLE.stock.set(ARTICLE.stock.plus(1)));
		assertThat(article.getStock()).isEqualTo(8);
		assertThat(article.getWorth()).isEqualByComparingTo("40");
	}

	@Test
	void anExpressionIsNoNull() {
		Article article = this.articles.create(ARTICLE.name.is("a"),
				ARTICLE.stock.set(Expressions.<Article, Integer>value(2).plus(3)));
		assertThat(article.getStock()).isEqualTo(5);
		assertThat(article.getWorth()).isEqualByComparingTo("5");
		assertThat(article.getListedAt()).isNotNull();
	}

	@Test
	void rowsOfABulkAreSplitByWhatTheyLeaveOut() {
		Article first = new Article("a");
		Article second = new Article("b");
		second.setStock(2);
		Article third = new Article("c");
		List<String> statements = QueryLog.capture(() -> this.articles.bulkCreate(List.of(first, second, third)))
			.statements();
		assertThat(statements).hasSize(2).allSatisfy((sql) -> assertThat(sql).contains("unnest"));
		assertThat(List.of(first, second, third)).extracting(Article::getStock).containsExactly(7, 2, 7);
		assertThat(List.of(first, second, third)).allSatisfy((row) -> {
			assertThat(row.getWorth()).isEqualByComparingTo(new BigDecimal(row.getStock()));
			Article stored = this.articles.get(row.getId());
			assertThat(stored.getName()).isEqualTo(row.getName());
			assertThat(stored.getListedAt()).isEqualTo(row.getListedAt());
		});
	}

	@Test
	void anUpsertBringsBackWhatTheDatabaseComputes() {
		Article stored = this.articles.create(ARTICLE.name.is("a"), ARTICLE.stock.is(3));
		Article again = new Article("again");
		again.setId(stored.getId());
		again.setCost(BigDecimal.TEN);
		this.articles.bulkCreate(List.of(again),
				(options) -> options.updatingConflicts(List.of("id"), List.of("name", "cost")));
		assertThat(again.getStock()).isEqualTo(3);
		assertThat(again.getWorth()).isEqualByComparingTo("30");
	}

	@Test
	void nobodyWritesWhatTheDatabaseComputes() {
		Article article = this.articles.create(ARTICLE.name.is("a"));
		String refusal = "Article.worth is computed by the database, so it cannot be set";
		List<Runnable> writes = List.of(() -> this.articles.all().update(ARTICLE.worth.set(BigDecimal.ONE)),
				() -> this.articles.create(ARTICLE.worth.is(BigDecimal.ONE)),
				() -> this.articles.save(article, ARTICLE.worth.set(ARTICLE.cost)),
				() -> this.articles.save(article, (options) -> options.updateFields(List.of("worth"))),
				() -> this.articles.bulkUpdate(List.of(article), ARTICLE.worth));
		for (Runnable write : writes) {
			assertThat(QueryLog
				.capture(() -> assertThatExceptionOfType(QueryValueException.class).isThrownBy(write::run)
					.withMessageContaining(refusal))
				.statements()).isEmpty();
		}
	}

	@Test
	void theDatabaseEnforcesWhatIsChecked() {
		assertThatExceptionOfType(ConstraintViolationException.class)
			.isThrownBy(() -> this.articles.create(ARTICLE.name.is("a"), ARTICLE.stock.is(1001)));
		assertThatExceptionOfType(ConstraintViolationException.class)
			.isThrownBy(() -> this.articles.create(ARTICLE.name.is("a"), ARTICLE.code.is("ab")));
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(
					() -> database.execute("INSERT INTO article (name, cost, status, version) VALUES ('a', 1, 'x', 0)"))
			.withStackTraceContaining("article_status_check");
	}

	@Test
	void factsSayWhatIsDeclared() {
		assertThat(ModelTables.schema(dev.orm.type.TypeRegistry.standard(), List.of(Article.class)).toString())
			.contains("table article comment 'What we sell'", "column article.name varchar(200) collate \"C\" not null",
					"column article.code varchar(12)", "column article.contact varchar(254)",
					"column article.cost numeric(10, 2) not null comment 'without tax'",
					"column article.stock integer not null default (7)", "now()",
					"column article.worth numeric generated", "\"stock\" >= 0 AND \"stock\" <= 1000",
					"\"status\" IN ('DRAFT', 'LIVE')", "char_length(\"code\") >= 3");
	}

	@Test
	void wordsForPeopleAreInTheModel() {
		EntityModel model = orm.models().model(Article.class);
		assertThat(model.label()).isEqualTo("Article");
		assertThat(model.plural()).isEqualTo("Articles on sale");
		assertThat(model.field("name").orElseThrow()).returns("Name", FieldModel::label)
			.returns("As on the invoice", FieldModel::help)
			.returns(true, FieldModel::editable);
		assertThat(model.field("listedAt").orElseThrow().label()).isEqualTo("Listed at");
		assertThat(model.fields()).filteredOn((field) -> !field.editable())
			.extracting(FieldModel::name)
			.containsExactly("id", "worth", "note", "version");
	}

}
