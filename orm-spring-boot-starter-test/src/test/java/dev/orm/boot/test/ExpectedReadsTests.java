package dev.orm.boot.test;

import java.util.Map;

import dev.orm.Manager;
import dev.orm.boot.test.library.Author;
import dev.orm.boot.test.library.Library;
import dev.orm.observe.QueryLog;
import dev.orm.transaction.Atomic;
import dev.orm.work.UnitOfWork;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Transactional;

import static dev.orm.boot.test.OrmAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Without a replica tests know where reads would go. */
@OrmTest
@ContextConfiguration(classes = Library.class)
@TestPropertySource(properties = "orm.databases.default.replicas.east.url=jdbc:postgresql://production/library")
@Import(ExpectedReadsTests.Services.class)
class ExpectedReadsTests {

	@Autowired
	private Manager<Author> authors;

	@Autowired
	private Atomic atomic;

	@Autowired
	private Readers readers;

	private void create(String name) {
		this.authors.create(Map.of("name", name));
	}

	private QueryLog count() {
		return QueryLog.capture(this.authors::count);
	}

	@Test
	void whoWroteReadsThePrimaryAndOthersDoNot() {
		// tag::expected[]
		UnitOfWork.run(() -> {
			assertThat(QueryLog.capture(() -> this.authors.count())).readsFrom("east");
			create("Ada");
			assertThat(QueryLog.capture(() -> this.authors.get("name", "Ada"))).readsFromPrimary();
		});
		UnitOfWork.run(() -> assertThat(QueryLog.capture(() -> this.authors.get("name", "Ada"))).readsFrom("east"));
		// end::expected[]
	}

	@RepeatedTest(2)
	void whatATestWroteOutsideOfUnitsTheNextOneDoesNotKnow() {
		assertThat(count()).readsFrom("east");
		create("Grace");
		assertThat(count()).readsFromPrimary();
	}

	@Test
	void transactionsReadWhereTheirKindDoes() {
		this.atomic.run(() -> assertThat(count()).readsFromPrimary());
		this.atomic.readOnly().run(() -> {
			assertThat(count()).readsFrom("east");
			this.atomic.run(() -> assertThat(count()).readsFrom("east"));
		});
		assertThat(QueryLog.capture(this.readers::count)).readsFrom("east");
		assertThat(QueryLog.capture(this.readers::countToWrite)).readsFromPrimary();
		this.atomic.run(() -> this.atomic.readOnly().run(() -> assertThat(count()).readsFromPrimary()));
	}

	@Test
	void whatIsAskedForIsToldSo() {
		assertThat(QueryLog.capture(() -> this.authors.fromPrimary().count())).readsFromPrimary();
		create("Barbara");
		assertThat(QueryLog.capture(() -> this.authors.fromReplica().count())).readsFrom("east");
		assertThat(this.authors.fromReplica().filter("name", "Barbara").count()).as("read in the test's transaction")
			.isOne();
	}

	/** Has transactions of Spring's. */
	static class Readers {

		private final Manager<Author> authors;

		Readers(Manager<Author> authors) {
			this.authors = authors;
		}

		@Transactional(readOnly = true)
		public long count() {
			return this.authors.count();
		}

		@Transactional
		public long countToWrite() {
			return this.authors.count();
		}

	}

	@TestConfiguration
	static class Services {

		@Bean
		Readers readers(Manager<Author> authors) {
			return new Readers(authors);
		}

	}

}
