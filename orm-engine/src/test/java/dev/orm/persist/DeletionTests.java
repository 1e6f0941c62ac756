package dev.orm.persist;

import java.util.List;
import java.util.Map;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.ProtectedException;
import dev.orm.error.QueryValueException;
import dev.orm.error.RestrictedException;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.persist.House.Agent;
import dev.orm.persist.House.Book;
import dev.orm.persist.House.Contract;
import dev.orm.persist.House.Film;
import dev.orm.persist.House.Imprint;
import dev.orm.persist.House.Label;
import dev.orm.persist.House.Loan;
import dev.orm.persist.House.Publisher;
import dev.orm.persist.House.Review;
import dev.orm.persist.House.Ticket;
import dev.orm.persist.House.Work;
import dev.orm.query.Arrangement;
import dev.orm.query.QuerySpec;
import dev.orm.query.Selection;
import dev.orm.routing.Route;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeletionTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(House.SCHEMA);

	private final Writing writing = new Writing(database.dataSource(), Publisher.class, Imprint.class, Book.class,
			Loan.class, Agent.class, Ticket.class, Work.class, Film.class, Review.class, Label.class, Contract.class);

	@BeforeEach
	void empty() {
		database.truncate("publisher", "imprint", "book", "loan", "agent", "ticket", "work", "film", "review", "label",
				"contract");
	}

	@AfterEach
	void noConnectionLeaks() {
		assertThat(database.connectionsInUse()).isZero();
	}

	private Deleted delete(Model instance) {
		return this.writing.persistence.deleter().delete(instance, Route.DEFAULT);
	}

	private Deleted delete(QuerySpec query) {
		return this.writing.persistence.deleter().delete(query, Route.DEFAULT);
	}

	private String count(String table) {
		return this.writing.rows("SELECT count(*) FROM " + table).get(0);
	}

	@Test
	void aRowNothingRefersToGoesByOneStatement() {
		database.execute("INSERT INTO work DEFAULT VALUES", "INSERT INTO review (work_id) VALUES (1), (1)");
		Review review = this.writing.get(Review.class, 1L);
		assertThat(Writing.statements(() -> assertThat(delete(review).perModel()).isEqualTo(Map.of("Review", 1L))))
			.containsExactly("DELETE FROM \"review\" AS \"t0\" WHERE \"t0\".\"id\" = ANY(?)");
		assertThat(review.id).isNull();
		assertThat(review.isSaved()).isFalse();
		assertThat(count("review")).isEqualTo("1");
	}

	@Test
	void aQueryOfRowsNothingRefersToGoesByOneStatement() {
		database.execute("INSERT INTO work DEFAULT VALUES", "INSERT INTO review (work_id) VALUES (1), (1), (1)");
		QuerySpec query = this.writing.query(Review.class, Writing.where("id__gt", 1L));
		assertThat(Writing.statements(() -> assertThat(delete(query).total()).isEqualTo(2))).hasSize(1);
		assertThat(delete(query)).isEqualTo(Deleted.NOTHING);
	}

	@Test
	void cascadesAreFollowedAndCounted() {
		database.execute("INSERT INTO publisher DEFAULT VALUES", "INSERT INTO imprint (publisher_id) VALUES (1)",
				"INSERT INTO book (publisher_id, imprint_id) VALUES (1, 1), (1, NULL)",
				"INSERT INTO book (publisher_id, sequel_of_id) VALUES (1, 1)", "INSERT INTO label DEFAULT VALUES",
				"INSERT INTO book_labels (book_id, label_id) VALUES (1, 1), (3, 1)");
		Deleted deleted = delete(this.writing.get(Publisher.class, 1L));
		assertThat(deleted.perModel()).isEqualTo(Map.of("Publisher", 1L, "Imprint", 1L, "Book", 3L, "Book_labels", 2L));
		assertThat(deleted.total()).isEqualTo(7);
		assertThat(count("label")).isEqualTo("1");
	}

	@Test
	void theNumberOfStatementsDoesNotDependOnTheNumberOfRows() {
		database.execute("INSERT INTO publisher DEFAULT VALUES",
				"INSERT INTO book (publisher_id) SELECT 1 FROM generate_series(1, 1000)",
				"INSERT INTO label DEFAULT VALUES",
				"INSERT INTO book_labels (book_id, label_id) SELECT id, 1 FROM book");
		Publisher publisher = this.writing.get(Publisher.class, 1L);
		List<String> statements = Writing.statements(() -> assertThat(delete(publisher).total()).isEqualTo(2001));
		assertThat(statements).hasSizeLessThanOrEqualTo(8);
	}

	@Test
	void otherActionsChangeTheForeignKeys() {
		database.execute("INSERT INTO agent SELECT FROM generate_series(1, 4)",
				"INSERT INTO ticket (assignee_id, reviewer_id, watcher_id, escalated_to_id) VALUES (3, 3, 3, 3), (4, 4, 3, 4)");
		assertThat(delete(this.writing.get(Agent.class, 3L)).perModel()).isEqualTo(Map.of("Agent", 1L));
		assertThat(this.writing
			.rows("SELECT assignee_id, reviewer_id, watcher_id, escalated_to_id FROM ticket ORDER BY id"))
			.containsExactly("1,2,null,3", "4,4,null,4");
	}

	@Test
	void aProtectingRelationRefusesAndNamesWhatIsInTheWay() {
		database.execute("INSERT INTO publisher DEFAULT VALUES", "INSERT INTO book (publisher_id) VALUES (1)",
				"INSERT INTO loan (book_id) VALUES (1), (1)");
		Publisher publisher = this.writing.get(Publisher.class, 1L);
		assertThatExceptionOfType(ProtectedException.class).isThrownBy(() -> delete(publisher))
			.withMessageContaining("Publisher")
			.withMessageContaining("Loan.book")
			.satisfies((ex) -> assertThat(ex.objects()).hasSize(2).allMatch(Loan.class::isInstance))
			.returns("Publisher", ProtectedException::model)
			.returns(List.of("Loan.book"), ProtectedException::relations);
		assertThat(count("book")).isEqualTo("1");
		assertThat(publisher.id).isEqualTo(1L);
	}

	@Test
	void aRestrictingRelationRefusesUnlessItsRowGoesToo() {
		database.execute("INSERT INTO publisher DEFAULT VALUES", "INSERT INTO imprint (publisher_id) VALUES (1)",
				"INSERT INTO book (publisher_id, imprint_id) VALUES (1, 1)");
		assertThatExceptionOfType(RestrictedException.class)
			.isThrownBy(() -> delete(this.writing.get(Imprint.class, 1L)))
			.withMessageContaining("Book.imprint")
			.returns("Imprint", RestrictedException::model)
			.returns(List.of("Book.imprint"), RestrictedException::relations);
		assertThat(delete(this.writing.get(Publisher.class, 1L)).total()).isEqualTo(3);
	}

	@Test
	void rowsInParentsTablesGoWithAChild() {
		films();
		assertThat(delete(this.writing.get(Film.class, 1L)).perModel())
			.isEqualTo(Map.of("Film", 1L, "Work", 1L, "Review", 1L));
		assertThat(this.writing.rows("SELECT work_ptr_id, remake_of_id FROM film")).containsExactly("2,null");
	}

	@Test
	void childrenGoWithTheirParent() {
		films();
		assertThat(delete(this.writing.query(Work.class)).perModel())
			.isEqualTo(Map.of("Film", 2L, "Work", 3L, "Review", 1L));
	}

	private void films() {
		database.execute("INSERT INTO work SELECT FROM generate_series(1, 3)",
				"INSERT INTO film (work_ptr_id, minutes, remake_of_id) VALUES (1, 90, NULL), (2, 90, 1)",
				"INSERT INTO review (work_id) VALUES (1)");
	}

	@Test
	void relationsToAnotherFieldThanTheKeyAreFollowed() {
		database.execute("INSERT INTO publisher (name) VALUES ('Reclam'), ('Other')",
				"INSERT INTO agent DEFAULT VALUES",
				"INSERT INTO contract (agent_id, publisher, since) VALUES (1, 'Reclam', 1), (1, 'Other', 2)");
		assertThat(delete(this.writing.query(Publisher.class, Writing.where("name", "Reclam"))).perModel())
			.isEqualTo(Map.of("Publisher", 1L, "Contract", 1L));
		assertThat(this.writing.rows("SELECT publisher FROM contract")).containsExactly("Other");
	}

	@Test
	void whatFailsHalfWayLeavesEverything() {
		database.execute("CREATE TABLE witness (publisher_id bigint REFERENCES publisher)",
				"INSERT INTO publisher DEFAULT VALUES", "INSERT INTO book (publisher_id) VALUES (1)",
				"INSERT INTO witness VALUES (1)");
		try {
			Publisher publisher = this.writing.get(Publisher.class, 1L);
			assertThatExceptionOfType(org.springframework.dao.DataIntegrityViolationException.class)
				.isThrownBy(() -> delete(publisher));
			assertThat(count("book")).isEqualTo("1");
			assertThat(publisher.id).isEqualTo(1L);
		}
		finally {
			database.execute("DROP TABLE witness");
		}
	}

	@Test
	void anInstanceWithoutKeyCannotBeDeleted() {
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> delete(new Agent()))
			.withMessageContaining("key");
	}

	@Test
	void queriesThatNameNoRowsOfTheirOwnAreRefused() {
		QuerySpec all = this.writing.query(Review.class);
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> delete(all.then(Arrangement.Slice.of(0, 1L))));
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> delete(all.then(new Arrangement.Distinct(List.of("work")))));
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> delete(all.then(new Selection.Values(List.of("id"), Map.of()))));
	}

	@Test
	void anInstanceMayBeSavedAgainAsANewRow() {
		Publisher publisher = this.writing.save(new Publisher());
		delete(publisher);
		this.writing.save(publisher);
		assertThat(publisher.id).isEqualTo(2L);
		Book book = Book.of("again", publisher);
		book.editor = ForeignKey.ofId(null);
		assertThat(this.writing.save(book).id).isNotNull();
	}

}
