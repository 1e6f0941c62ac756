package dev.orm.boot.test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.orm.Manager;
import dev.orm.boot.test.library.Author;
import dev.orm.boot.test.library.Library;
import dev.orm.execute.Databases;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.platform.commons.support.AnnotationSupport;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static dev.orm.boot.test.library.AuthorPath.AUTHOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class CommittingTests {

	@Test
	void aClassThatCommitsRunsAloneAmongThoseThatUseDatabases() {
		assertThat(AnnotationSupport.findRepeatableAnnotations(First.class, ResourceLock.class)).hasSize(1);
		DatabaseLocks locks = new DatabaseLocks();
		assertThat(locks.provideForNestedClass(List.of(), First.class))
			.extracting(ResourceLocksProvider.Lock::getAccessMode)
			.containsExactly(ResourceAccessMode.READ_WRITE);
		assertThat(locks.provideForClass(OrmTestTests.class)).extracting(ResourceLocksProvider.Lock::getAccessMode)
			.containsExactly(ResourceAccessMode.READ);
		assertThat(locks.provideForClass(CommittingTests.class)).isEmpty();
	}

	@Nested
	@Order(1)
	@OrmTest(reset = Reset.CLONE)
	@ContextConfiguration(classes = Library.class)
	class First {

		@Autowired
		private Manager<Author> authors;

		@Test
		void threadsSeeWhatWasCommitted() {
			this.authors.create(Map.of("name", "Ada"));
			assertThat(CompletableFuture.supplyAsync(this.authors::count).join()).isEqualTo(2);
		}

	}

	@Nested
	@Order(2)
	@OrmTest(reset = Reset.CLONE)
	@ContextConfiguration(classes = Library.class)
	class Second {

		@Autowired
		private Manager<Author> authors;

		@Test
		void theNextClassFindsTheDatabaseAsItWas() {
			assertThat(this.authors.count()).isOne();
		}

		@Test
		void whatACommitWouldRefuseTheEndOfATestRefuses(@Autowired Databases databases, @Autowired JdbcClient jdbc) {
			TestTransaction transaction = TestTransaction.begin(databases.get("default"));
			jdbc.sql("INSERT INTO library_book (title, pages, author_id) VALUES ('Orphan', 1, 99)").update();
			assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(transaction::rollback);
			assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
		}

		@Test
		void aTransactionThatFailedIsRolledBackWithoutFurtherWords(@Autowired Databases databases,
				@Autowired JdbcClient jdbc) {
			TestTransaction transaction = TestTransaction.begin(databases.get("default"));
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> jdbc.sql("SELECT nothing").query().singleValue());
			transaction.rollback();
			assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
		}

	}

	@Nested
	@Order(3)
	@OrmTest(reset = Reset.CLONE, fixtures = "fixtures/library.json")
	@ContextConfiguration(classes = Library.class)
	class Filled {

		@Autowired
		private Manager<Author> authors;

		@Test
		void rowsOfFixturesMayBeDeletedForGood() {
			this.authors.get(AUTHOR.name.eq("Tove Jansson"));
			this.authors.filter(AUTHOR.name.eq("Seeded")).update(AUTHOR.name.set("Other"));
			this.authors.create(Map.of("name", "Ada"));
		}

	}

	@Nested
	@Order(4)
	@OrmTest(reset = Reset.CLONE, fixtures = "fixtures/library.json")
	@ContextConfiguration(classes = Library.class)
	class FilledAgain {

		@Autowired
		private Manager<Author> authors;

		@Test
		void theNextClassFindsThemAndTheirSequence() {
			assertThat(this.authors.orderBy("id").list()).extracting(Author::getName)
				.containsExactly("Seeded", "Tove Jansson");
			assertThat(this.authors.create(Map.of("name", "Ada")).getId()).isEqualTo(41L);
		}

	}

}
