package dev.orm.boot.test;

import java.lang.reflect.Method;

import dev.orm.Manager;
import dev.orm.boot.test.library.Author;
import dev.orm.boot.test.library.Library;
import dev.orm.observe.QueryLog;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

import static dev.orm.boot.test.library.AuthorPath.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OrmTest
@ContextConfiguration(classes = Library.class)
class QueryCountTests {

	@Autowired
	private Manager<Author> authors;

	@Test
	void aWrongNumberIsToldWithTheStatementsGrouped() throws Exception {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> count("one"))
			.withMessageContainingAll("Expected 1 queries, but 3 ran:", "2 x SELECT COUNT(*)", "1 x SELECT");
	}

	@Test
	void tooManyAreTold() throws Exception {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> count("atMostTwo"))
			.withMessageContaining("Expected at most 2 queries, but 3 ran:");
	}

	@Test
	void theWrongKindIsTold() throws Exception {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> count("anInsert"))
			.withMessageContaining("Expected 1 inserts, but 0 ran:");
	}

	@Test
	void theLogTellsWhatRanSeveralTimes() {
		QueryLog log = QueryLog.capture(this::three);
		assertThat(log.repeated()).hasSize(1).containsValue(2);
		assertThat(log.duplicates()).hasSize(1).containsValue(2);
		assertThat(log.on("default")).hasSize(3);
		assertThat(log.on("archive")).isEmpty();
	}

	@Test
	void theDatabaseTellsHowItWouldRunTheQueries(QueryPlans plans) {
		// tag::plans[]
		QueryLog log = QueryLog.capture(() -> this.authors.filter(AUTHOR.id.eq(1L)).list());
		assertThat(plans.of(log).values()).singleElement().asString().contains("library_author_pkey");
		// end::plans[]
		assertThat(plans.of(QueryLog.capture(() -> this.authors.create(AUTHOR.name.is("Ada"))))).isEmpty();
	}

	@Test
	void aStatementWithOtherValuesIsRepeatedButNoDuplicate() {
		QueryLog log = QueryLog.capture(() -> {
			this.authors.filter("id", 1L).exists();
			this.authors.filter("id", 2L).exists();
		});
		assertThat(log.repeated()).hasSize(1);
		assertThat(log.duplicates()).isEmpty();
	}

	private void count(String method) throws Exception {
		Method expecting = Expectations.class.getDeclaredMethod(method);
		new QueryCount(expecting.getAnnotation(AssertQueries.class), QueryLog.capture(this::three)).check();
	}

	private void three() {
		this.authors.count();
		this.authors.count();
		this.authors.list();
	}

	interface Expectations {

		@AssertQueries(1)
		void one();

		@AssertQueries(max = 2)
		void atMostTwo();

		@AssertQueries(inserts = 1)
		void anInsert();

	}

}
