package dev.orm.persist;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.orm.error.DoesNotExistException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.error.RelationOperationException;
import dev.orm.expression.Assignment;
import dev.orm.expression.Nodes;
import dev.orm.expression.node.Atom;
import dev.orm.model.InstanceState;
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
import dev.orm.relate.Owner;
import dev.orm.relate.ManyToManyWriter;
import dev.orm.relate.PointingWriter;
import dev.orm.routing.Route;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RelatedWriteTests {

	private static final String JOINS = "SELECT book_id, label_id FROM book_labels ORDER BY 1, 2";

	private static final String FRIENDS = "SELECT from_agent_id, to_agent_id FROM agent_friends ORDER BY 1, 2";

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(House.SCHEMA);

	private final Writing writing = new Writing(database.dataSource(), Publisher.class, Imprint.class, Book.class,
			Loan.class, Agent.class, Ticket.class, Work.class, Film.class, Review.class, Label.class, Contract.class);

	@BeforeEach
	void fill() {
		database.truncate("publisher", "book", "agent", "label", "contract");
		database.execute("INSERT INTO publisher (name) VALUES ('Reclam'), ('Other')",
				"INSERT INTO book (publisher_id) VALUES (1), (1), (2)",
				"INSERT INTO label (name) VALUES ('a'), ('b'), ('c')",
				"INSERT INTO agent SELECT FROM generate_series(1, 3)",
				"INSERT INTO book_labels (book_id, label_id) VALUES (1, 1)");
	}

	@AfterEach
	void noConnectionLeaks() {
		assertThat(database.connectionsInUse()).isZero();
	}

	private ManyToManyWriter joins(Model owner, String accessor) {
		return this.writing.persistence
			.manyToMany(new Owner(owner, this.writing.relation(owner.getClass(), accessor), Route.DEFAULT));
	}

	private PointingWriter back(Model owner, String accessor) {
		return this.writing.persistence
			.pointing(new Owner(owner, this.writing.relation(owner.getClass(), accessor), Route.DEFAULT));
	}

	private Book book(long id) {
		return this.writing.get(Book.class, id);
	}

	private Agent agent(long id) {
		return this.writing.get(Agent.class, id);
	}

	@Test
	void addingIsOneInsertThatSkipsWhatIsThere() {
		Book book = book(1);
		Label label = this.writing.get(Label.class, 3L);
		InstanceState.of(book).related().put("labels", List.of());
		assertThat(Writing.statements(() -> joins(book, "labels").add(List.of("2", label), List.of())))
			.containsExactly("INSERT INTO \"book_labels\" (\"book_id\", \"label_id\") SELECT \"v\".\"c0\", \"v\".\"c1\""
					+ " FROM unnest(?::int8[], ?::int8[]) WITH ORDINALITY AS \"v\" (\"c0\", \"c1\", \"n\")"
					+ " ORDER BY \"v\".\"n\" ON CONFLICT DO NOTHING RETURNING \"book_id\", \"label_id\"");
		assertThat(this.writing.rows(JOINS)).containsExactly("1,1", "1,2", "1,3");
		assertThat(InstanceState.of(book).related()).doesNotContainKey("labels");
	}

	@Test
	void addingWhatIsThereLooksWhetherItIs() {
		Book book = book(1);
		assertThat(Writing.statements(() -> joins(book, "labels").add(List.of(1, "2"), List.of()))).hasSize(2)
			.last()
			.asString()
			.startsWith("SELECT");
		assertThat(this.writing.rows(JOINS)).containsExactly("1,1", "1,2");
	}

	@Test
	void addingTellsWhichTargetsAreNew() {
		joins(book(1), "labels").add(List.of(2), List.of());
		assertThat(joins(book(1), "labels").add(List.of(3, 2), List.of())).containsExactly(3L);
		assertThat(joins(agent(1), "friends").add(List.of(3, 2), List.of())).containsExactlyInAnyOrder(2L, 3L);
		assertThat(joins(agent(2), "friends").add(List.of(1, 3), List.of())).containsExactly(3L);
		assertThat(joins(book(1), "labels").add(List.of(), List.of())).isEmpty();
	}

	@Test
	void friendsWhoAddEachOtherDoNotDeadlock() {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			for (int round = 0; round < 30; round++) {
				database.truncate("agent_friends");
				Future<?> one = threads.submit(() -> joins(agent(1), "friends").add(List.of(2, 3), List.of()));
				Future<?> other = threads.submit(() -> joins(agent(2), "friends").add(List.of(3, 1), List.of()));
				assertThat(List.of(one, other)).allSatisfy((added) -> assertThat(added.get()).isNotNull());
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void theOtherSideAddsToo() {
		joins(this.writing.get(Label.class, 2L), "books").add(List.of(1, 2), List.of());
		assertThat(this.writing.rows(JOINS)).containsExactly("1,1", "1,2", "2,2");
	}

	@Test
	void removingAndClearingAreOneStatement() {
		joins(book(1), "labels").add(List.of(2, 3), List.of());
		assertThat(Writing.statements(() -> joins(book(1), "labels").remove(List.of(2, 99)))).hasSize(2);
		assertThat(this.writing.rows(JOINS)).containsExactly("1,1", "1,3");
		joins(book(1), "labels").clear();
		assertThat(this.writing.rows(JOINS)).isEmpty();
	}

	@Test
	void settingChangesOnlyTheDifference() {
		joins(book(1), "labels").add(List.of(2), List.of());
		String kept = this.writing.rows("SELECT id FROM book_labels WHERE label_id = 2").get(0);
		joins(book(1), "labels").set(List.of(2, 3), false, List.of());
		assertThat(this.writing.rows(JOINS)).containsExactly("1,2", "1,3");
		assertThat(this.writing.rows("SELECT id FROM book_labels WHERE label_id = 2")).containsExactly(kept);
		joins(book(1), "labels").set(List.of(2), true, List.of());
		assertThat(this.writing.rows("SELECT id FROM book_labels WHERE label_id = 2")).doesNotContain(kept);
	}

	@Test
	void wrongOrUnsavedTargetsAndOwnersAreRefused() {
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> joins(book(1), "labels").add(List.of(agent(1)), List.of()))
			.withMessageContaining("'Label' instance expected");
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> joins(book(1), "labels").add(List.of(new Label()), List.of()));
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> joins(new Book(), "labels").add(List.of(1), List.of()))
			.withMessageContaining("saved");
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> joins(book(1), "labels").add(List.of(2), List.of(new Assignment<>("x", Nodes.of(1)))))
			.withMessageContaining("generated join table");
	}

	@Test
	void nothingIsNoTarget() {
		Book book = book(1);
		for (List<?> targets : List.of(Collections.singletonList(null), Arrays.asList(2, null))) {
			assertThat(Writing.statements(() -> assertThatExceptionOfType(QueryValueException.class)
				.isThrownBy(() -> joins(book, "labels").add(targets, List.of()))
				.withMessage("Cannot relate nothing to Book.labels: a key is null"))).isEmpty();
		}
	}

	@Test
	void symmetricalRelationsHaveBothRows() {
		assertThat(Writing.statements(() -> joins(agent(1), "friends").add(List.of(2, 3, 1), List.of()))).hasSize(2);
		assertThat(this.writing.rows(FRIENDS)).containsExactly("1,1", "1,2", "1,3", "2,1", "3,1");
		joins(agent(2), "friends").remove(List.of(1));
		assertThat(this.writing.rows(FRIENDS)).containsExactly("1,1", "1,3", "3,1");
		joins(agent(3), "friends").clear();
		assertThat(this.writing.rows(FRIENDS)).containsExactly("1,1");
	}

	@Test
	void rowsOfAJoinModelGetTheirAttributes() {
		AtomicInteger asked = new AtomicInteger();
		Supplier<Integer> since = () -> 1990 + asked.incrementAndGet();
		List<Assignment<?>> defaults = List.of(new Assignment<>("since", new Atom.Literal(since, null)));
		Publisher publisher = this.writing.get(Publisher.class, 1L);
		joins(publisher, "agents").add(List.of(1), defaults);
		joins(publisher, "agents").add(List.of(1, 2, 3), defaults);
		assertThat(this.writing.rows("SELECT publisher, agent_id, since FROM contract ORDER BY agent_id"))
			.containsExactly("Reclam,1,1991", "Reclam,2,1992", "Reclam,3,1992");
		joins(agent(1), "publishers").remove(List.of(publisher));
		assertThat(this.writing.rows("SELECT agent_id FROM contract ORDER BY 1")).containsExactly("2", "3");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> joins(publisher, "agents").add(List.of(1), List.of()))
			.withMessageContaining("since");
	}

	@Test
	void pointingRowsToTheOwnerIsOneUpdate() {
		Publisher publisher = this.writing.get(Publisher.class, 2L);
		Book book = book(1);
		assertThat(Writing.statements(() -> back(publisher, "books").add(List.of(book), true)))
			.containsExactly("UPDATE \"book\" AS \"t0\" SET \"publisher_id\" = ? WHERE \"t0\".\"id\" = ANY(?)");
		assertThat(book.publisher.get()).isSameAs(publisher);
		assertThat(this.writing.rows("SELECT publisher_id FROM book ORDER BY id")).containsExactly("2", "1", "2");
	}

	@Test
	void onlySavedRowsArePointedInBulk() {
		Publisher publisher = this.writing.get(Publisher.class, 2L);
		Book book = new Book();
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> back(publisher, "books").add(List.of(book), true))
			.withMessageContaining("bulk = false");
		back(publisher, "books").add(List.of(book), false);
		assertThat(book.id).isEqualTo(4L);
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> back(publisher, "books").add(List.of(agent(1)), true));
	}

	@Test
	void aForeignKeyThatTakesNoNullKnowsNoRemove() {
		Publisher publisher = this.writing.get(Publisher.class, 1L);
		assertThatExceptionOfType(RelationOperationException.class)
			.isThrownBy(() -> back(publisher, "books").remove(List.of(book(1)), true));
		assertThatExceptionOfType(RelationOperationException.class)
			.isThrownBy(() -> back(publisher, "books").clear(true));
	}

	@Test
	void aNullableForeignKeyIsEmptiedByOneUpdate() {
		Agent agent = agent(1);
		List<Book> books = List.of(book(1), book(2));
		back(agent, "edited").add(books, true);
		assertThat(Writing.statements(() -> back(agent, "edited").remove(List.of(books.get(0)), true))).hasSize(1);
		assertThat(this.writing.rows("SELECT editor_id FROM book ORDER BY id")).containsExactly("null", "1", "null");
		assertThatExceptionOfType(DoesNotExistException.class)
			.isThrownBy(() -> back(agent, "edited").remove(List.of(book(3)), true))
			.withMessageContaining("not related");
		back(agent, "edited").clear(true);
		assertThat(this.writing.rows("SELECT count(editor_id) FROM book")).containsExactly("0");
	}

	@Test
	void settingAReverseRelationChangesOnlyTheDifference() {
		Agent agent = agent(1);
		back(agent, "edited").add(List.of(book(1), book(2)), true);
		List<String> statements = Writing
			.statements(() -> back(agent, "edited").set(List.of(book(2), book(3)), true, false));
		assertThat(statements).filteredOn((sql) -> sql.startsWith("UPDATE")).hasSize(2);
		assertThat(this.writing.rows("SELECT editor_id FROM book ORDER BY id")).containsExactly("null", "1", "1");
		back(agent, "edited").set(List.of(book(1)), false, true);
		assertThat(this.writing.rows("SELECT editor_id FROM book ORDER BY id")).containsExactly("1", "null", "null");
	}

}
