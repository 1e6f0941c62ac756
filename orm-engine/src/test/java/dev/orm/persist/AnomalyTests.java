package dev.orm.persist;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import dev.orm.execute.FailingDataSource;
import dev.orm.expression.Assignment;
import dev.orm.expression.Nodes;
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
import dev.orm.routing.Route;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever call to the driver fails, a write of several statements leaves all or nothing,
 * and no connection open.
 */
class AnomalyTests {

	private static final int MOST_CALLS = 400;

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(House.SCHEMA);

	private final FailingDataSource source = new FailingDataSource(database.dataSource());

	private final Writing writing = writing(this.source);

	/** Looks at the rows without failing. */
	private final Writing witness = writing(database.dataSource());

	private static Writing writing(DataSource dataSource) {
		return new Writing(dataSource, Publisher.class, Imprint.class, Book.class, Loan.class, Agent.class,
				Ticket.class, Work.class, Film.class, Review.class, Label.class, Contract.class);
	}

	private void fill() {
		database.truncate("publisher", "imprint", "book", "loan", "agent", "ticket", "work", "film", "review", "label",
				"contract");
		database.execute("INSERT INTO publisher (name) VALUES ('Reclam')",
				"INSERT INTO imprint (publisher_id) VALUES (1)", "INSERT INTO book (publisher_id) VALUES (1), (1)",
				"INSERT INTO label (name) VALUES ('a'), ('b')",
				"INSERT INTO book_labels (book_id, label_id) VALUES (1, 1)",
				"INSERT INTO work SELECT FROM generate_series(1, 2)",
				"INSERT INTO film (work_ptr_id, minutes) VALUES (1, 90), (2, 90)");
	}

	private void failEverywhere(String observed, Runnable work) {
		List<String> outcomes = new ArrayList<>();
		int call = 0;
		do {
			call++;
			fill();
			String before = this.witness.rows(observed).toString();
			this.source.failAt(call);
			try {
				work.run();
			}
			catch (DataAccessException | TransactionException ex) {
				assertThat(this.source.hasFailed()).as(ex.toString()).isTrue();
				assertThat(this.witness.rows(observed)).as("after failure at call %d", call).hasToString(before);
			}
			outcomes.add(this.witness.rows(observed).toString());
			assertThat(this.source.openConnections()).as("open after failure at call %d", call).isZero();
			assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
		}
		while (this.source.hasFailed() && call < MOST_CALLS);
		assertThat(call).isBetween(5, MOST_CALLS - 1);
		assertThat(outcomes.get(call - 1)).isNotEqualTo(outcomes.get(0));
	}

	private static final String FILMS = "SELECT id, minutes, title FROM work LEFT JOIN film ON work_ptr_id = id ORDER BY 1";

	@Test
	void savingAChildAndItsParent() {
		failEverywhere(FILMS, () -> this.writing.save(film(95)));
	}

	private static Film film(int minutes) {
		Film film = new Film();
		film.minutes = minutes;
		return film;
	}

	@Test
	void creatingManyInSeveralStatements() {
		failEverywhere(FILMS, () -> this.writing.persistence.bulkCreate(this.writing.models.model(Film.class),
				List.of(film(1), film(2), film(3)), BulkCreateOptions.on(Route.DEFAULT).acrossTables().batchSize(2)));
	}

	@Test
	void updatingManyInSeveralTables() {
		failEverywhere(FILMS, () -> {
			List<Film> films = List.of(film(1), film(2));
			films.get(0).id = 1L;
			films.get(1).id = 2L;
			films.forEach((film) -> film.title = "new");
			this.writing.persistence.bulkUpdate(this.writing.query(Film.class), films, List.of("title", "minutes"),
					BulkUpdateOptions.on(Route.DEFAULT));
		});
	}

	@Test
	void deletingWithCascades() {
		failEverywhere(
				"SELECT count(*) FROM publisher UNION ALL SELECT count(*) FROM imprint"
						+ " UNION ALL SELECT count(*) FROM book UNION ALL SELECT count(*) FROM book_labels",
				() -> this.writing.persistence.deleter().delete(this.writing.query(Publisher.class), Route.DEFAULT));
	}

	@Test
	void settingAManyToManyRelation() {
		failEverywhere("SELECT book_id, label_id FROM book_labels ORDER BY 1, 2", () -> {
			Book book = new Book();
			book.id = 1L;
			this.writing.persistence
				.manyToMany(new Owner(book, this.writing.relation(Book.class, "labels"), Route.DEFAULT))
				.set(List.of(2), false, List.of());
		});
	}

	@Test
	void updatingByOneStatementThatCommitsItself() {
		failEverywhere(FILMS, () -> this.writing.persistence.update(this.writing.query(Film.class),
				List.of(new Assignment<>("minutes", Nodes.of(95))), Route.DEFAULT));
	}

	@Test
	void updatingOrCreating() {
		Assignment<?> lookup = new Assignment<>("name", Nodes.of("c"));
		failEverywhere("SELECT name FROM label ORDER BY name", () -> this.writing.persistence
			.updateOrCreate(this.writing.query(Label.class), List.of(lookup), List.of(), List.of(), Route.DEFAULT));
	}

}
