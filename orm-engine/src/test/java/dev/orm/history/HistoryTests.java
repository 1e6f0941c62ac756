package dev.orm.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.history.Fair.Review;
import dev.orm.history.Fair.Stall;
import dev.orm.history.Fair.Visitor;
import dev.orm.history.Fair.Ware;
import dev.orm.model.ForeignKey;
import dev.orm.observe.QueryLog;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.orm.Functions.count;
import static dev.orm.Functions.sum;
import static dev.orm.expression.Expressions.exists;
import static dev.orm.expression.Expressions.outer;
import static dev.orm.history.ReviewPath.REVIEW;
import static dev.orm.history.StallPath.STALL;
import static dev.orm.history.WarePath.WARE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What rows were is kept by triggers, and read as the rows are. */
class HistoryTests {

	@RegisterExtension
	static final TestDatabase database = Fair.database();

	private final AtomicInteger asked = new AtomicInteger();

	private @Nullable Object user = "ann";

	private final Orm orm = Fair.orm(database).currentUser(() -> {
		this.asked.incrementAndGet();
		return Optional.ofNullable(this.user);
	}).session((session) -> session.tenants(() -> Optional.of(1L))).build();

	private final Manager<Ware> wares = this.orm.manager(Ware.class);

	private final Manager<Stall> stalls = this.orm.manager(Stall.class);

	private final Manager<Review> reviews = this.orm.manager(Review.class);

	private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

	@BeforeEach
	void fill() {
		Fair.empty(database);
		database.execute("INSERT INTO stall (name) VALUES ('toys'), ('books')",
				"INSERT INTO ware (name, price, stock, stall_id) VALUES ('ball', 3, 10, 1), ('kite', 8, 5, 1), ('atlas', 30, 2, 2)",
				"INSERT INTO visitor (name) VALUES ('vera')",
				"INSERT INTO fair_review (rating, ware_id, visitor_id) VALUES (5, 1, 1), (1, 1, NULL), (3, 3, 1)");
	}

	private List<Map<String, Object>> rows(String sql) {
		return this.jdbc.sql(sql).query().listOfRows();
	}

	@Test
	void anInsertLeavesItsKeyOnly() {
		assertThat(rows(
				"SELECT id, name, price, history_operation FROM ware_history WHERE id = 1 AND history_until IS NOT NULL"))
			.singleElement()
			.satisfies((row) -> assertThat(row).containsEntry("id", 1L)
				.containsEntry("name", null)
				.containsEntry("price", null)
				.containsEntry("history_operation", "INSERT"));
	}

	@Test
	void anUpdateLeavesWhatTheRowWas() {
		Ware ball = this.wares.get(1L);
		ball.price = new BigDecimal("4.00");
		this.wares.save(ball);
		assertThat(rows("SELECT * FROM ware_history WHERE history_operation = 'UPDATE'")).singleElement()
			.satisfies((row) -> assertThat(row).containsEntry("name", "ball")
				.containsEntry("price", new BigDecimal("3.00"))
				.containsEntry("history_user", "ann")
				.hasEntrySatisfying("history_transaction", (number) -> assertThat((Long) number).isPositive()));
	}

	@Test
	void anUnchangedRowLeavesNothing() {
		this.wares.save(this.wares.get(1L));
		this.wares.filter(WARE.id.eq(2L)).update(WARE.remark.set("new"));
		this.wares.filter(WARE.stall().id.eq(1L)).update(WARE.stock.set(10));
		assertThat(rows("SELECT id, stock FROM ware_history WHERE history_operation = 'UPDATE'")).singleElement()
			.satisfies((row) -> assertThat(row).containsEntry("id", 2L).containsEntry("stock", 5));
	}

	@Test
	void aDeleteLeavesWhatTheRowWasAndThoseThatWentWithIt() {
		this.wares.delete(this.wares.get(1L));
		assertThat(rows("SELECT name FROM ware_history WHERE history_operation = 'DELETE'")).hasSize(1);
		assertThat(rows("SELECT rating FROM fair_review_history WHERE history_operation = 'DELETE' ORDER BY id"))
			.extracting((row) -> row.get("rating"))
			.containsExactly(5, 1);
	}

	@Test
	void sqlByHandAndBulkWritesAreInIt() {
		database.execute("UPDATE ware SET price = price * 2",
				"INSERT INTO ware (id, name, price, stock, stall_id) VALUES (1, 'ball', 1, 1, 1), (9, 'top', 1, 1, 1) "
						+ "ON CONFLICT (id) DO UPDATE SET price = excluded.price");
		this.wares.bulkUpdate(this.wares.list(), "price");
		assertThat(rows("SELECT id FROM ware_history WHERE history_operation = 'UPDATE' ORDER BY history_id"))
			.extracting((row) -> row.get("id"))
			.containsExactlyInAnyOrder(1L, 2L, 3L, 1L);
		assertThat(rows("SELECT id FROM ware_history WHERE history_operation = 'INSERT'")).hasSize(4);
		assertThat(rows("SELECT DISTINCT history_user FROM ware_history")).hasSize(1)
			.allSatisfy((row) -> assertThat(row.get("history_user")).isNull());
	}

	@Test
	void aKeyThatChangesIsOneRowThatGoesAndOneThatComes() {
		Instant before = Fair.now(database);
		database.execute("UPDATE ware SET id = id + 100 WHERE id = 2");
		assertThat(rows("SELECT id, name, history_operation AS op FROM ware_history ORDER BY history_id DESC LIMIT 2"))
			.extracting((row) -> row.get("id") + " " + row.get("op") + " " + row.get("name"))
			.containsExactlyInAnyOrder("2 DELETE kite", "102 INSERT null");
		assertThat(this.wares.asOf(before).flat(WARE.id).list()).containsExactly(1L, 2L, 3L);
		assertThat(this.wares.asOf(Fair.now(database)).flat(WARE.id).list()).containsExactly(1L, 3L, 102L);
	}

	@Test
	void aTruncateLeavesAllRows() {
		Instant before = Fair.now(database);
		database.execute("TRUNCATE ware CASCADE");
		assertThat(this.wares.count()).isZero();
		assertThat(this.wares.asOf(before).count()).isEqualTo(3);
		assertThat(this.reviews.asOf(before).count()).isEqualTo(3);
	}

	@Test
	void rowsAreReadAsTheyWere() {
		// tag::asof[]
		Instant before = Instant.now();
		this.wares.filter(WARE.id.eq(1L)).update(WARE.price.set(new BigDecimal("5.00")));
		this.wares.delete(this.wares.get(2L));
		this.wares.create(WARE.name.is("drum"), WARE.price.is(new BigDecimal("9.00")), WARE.stock.is(1),
				WARE.stall.is(ForeignKey.ofId(1L)));

		Ware ball = this.wares.asOf(before).get(WARE.id.eq(1L));
		List<String> names = this.wares.asOf(before).flat(WARE.name).list();
		// end::asof[]
		assertThat(ball.price).isEqualTo("3.00");
		assertThat(names).containsExactly("ball", "kite", "atlas");
		assertThat(this.wares.asOf(Fair.now(database)).flat(WARE.name).list()).containsExactly("ball", "atlas", "drum");
		assertThat(this.wares.asOf(before).filter(WARE.price.lt(new BigDecimal(5))).count()).isEqualTo(1);
		assertThat(this.wares.filter(WARE.price.lt(new BigDecimal(5))).asOf(before).exists()).isTrue();
		assertThat(this.wares.filter(WARE.price.lt(new BigDecimal(5))).exists()).isFalse();
		assertThat(this.wares.asOf(Instant.EPOCH).list()).isEmpty();
	}

	@Test
	void joinsAndSubqueriesAreOfTheSameTime() {
		Instant before = Fair.now(database);
		database.execute("UPDATE stall SET name = 'games' WHERE id = 1", "DELETE FROM fair_review WHERE rating = 5",
				"UPDATE ware SET stall_id = 2 WHERE id = 1");
		assertThat(this.wares.asOf(before).filter(WARE.stall().name.eq("toys")).flat(WARE.name).list())
			.containsExactly("ball", "kite");
		assertThat(this.wares.filter(WARE.stall().name.eq("games")).flat(WARE.name).list()).containsExactly("kite");
		assertThat(this.stalls.asOf(before).filter(STALL.wares().reviews().rating.eq(5)).count()).isEqualTo(1);
		assertThat(this.wares.asOf(before).exclude(WARE.reviews().rating.eq(5)).count()).isEqualTo(2);
		assertThat(this.wares.asOf(before)
			.filter(exists(this.reviews.filter(REVIEW.ware().id.eq(outer(WARE.id)), REVIEW.rating.eq(5))))
			.count()).isEqualTo(1);
		assertThat(this.wares.asOf(before).selectRelated(WARE.stall()).get(WARE.id.eq(1L)).getStall().name)
			.isEqualTo("toys");
	}

	@Test
	void aggregatesAreOfTheSameTime() {
		Instant before = Fair.now(database);
		database.execute("DELETE FROM fair_review", "UPDATE ware SET stock = 0");
		assertThat(this.wares.asOf(before).aggregate(sum(WARE.stock))).isEqualTo(17L);
		var number = count(WARE.reviews()).as("number");
		assertThat(this.wares.asOf(before).annotate(number).flat("number").list()).containsExactlyInAnyOrder(2L, 0L,
				1L);
		assertThat(this.wares.asOf(before).aggregatePerRelation().annotate(number).flat("number").list())
			.containsExactlyInAnyOrder(2L, 0L, 1L);
		assertThat(this.wares.asOf(before).values("stall__name").annotate(sum(WARE.stock).as("all")).list()).hasSize(2);
	}

	@Test
	void groupsOfRowsAsTheyWereAreToldApartByAllThatIsAsked() {
		Instant before = Fair.now(database);
		database.execute("DELETE FROM fair_review");
		var number = count(WARE.reviews()).as("number");
		assertThat(this.wares.asOf(before).annotate(number).orderBy("-name").flat("number").list()).containsExactly(0L,
				2L, 1L);
		assertThat(this.wares.asOf(before).selectRelated(WARE.stall()).annotate(number).orderBy("stall__name").list())
			.extracting((ware) -> ware.name)
			.containsExactlyInAnyOrder("atlas", "ball", "kite");
	}

	@Test
	void whatIsFetchedThroughAnInstanceIsAsItWasThen() {
		Instant before = Fair.now(database);
		database.execute("UPDATE stall SET name = 'games' WHERE id = 1", "DELETE FROM fair_review WHERE rating = 5",
				"DELETE FROM ware WHERE id = 2");
		Ware ball = this.wares.asOf(before).get(WARE.id.eq(1L));
		assertThat(ball.getStall().name).isEqualTo("toys");
		assertThat(ball.getStall().getWares().count()).isEqualTo(2);
		assertThat(ball.getReviews().list()).hasSize(2);
		assertThat(ball.getReviews().filter(REVIEW.rating.eq(5)).exists()).isTrue();
		List<Stall> prefetched = this.stalls.asOf(before).prefetchRelated(STALL.wares().reviews()).list();
		assertThat(Queries
			.count(() -> assertThat(prefetched.get(0).getWares().list().get(0).getReviews().list()).hasSize(2)))
			.isZero();
		assertThat(this.wares.asOf(before).defer("name").get(WARE.id.eq(1L)).getName()).isEqualTo("ball");
		assertThat(this.stalls.get(1L).getWares().asOf(before).count()).isEqualTo(2);
		this.wares.asOf(before).stream(1).forEach((ware) -> assertThat(ware.getStall().name).isNotEqualTo("games"));
	}

	@Test
	void whatIsNotKeptIsReadAsItIs() {
		Instant before = Fair.now(database);
		database.execute("UPDATE visitor SET name = 'vera b.'", "UPDATE ware SET remark = 'round'");
		Review review = this.reviews.asOf(before).get(REVIEW.id.eq(1L));
		assertThat(Objects.requireNonNull(review.visitor).get().name).isEqualTo("vera b.");
		assertThat(this.wares.asOf(before).get(WARE.id.eq(1L)).remark).isNull();
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> this.orm.manager(Visitor.class).asOf(before))
			.withMessageContaining("What Visitor was is not kept")
			.withMessageContaining("meta.history()");
	}

	@Test
	void thePastIsNotWritten() {
		Instant before = Fair.now(database);
		Ware ball = this.wares.asOf(before).get(WARE.id.eq(1L));
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> this.wares.asOf(before).update(WARE.stock.set(1)))
			.withMessageContaining("Rows of Ware as they were");
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> this.wares.filter(WARE.id.eq(1L)).asOf(before).delete());
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> this.wares.asOf(before).create(WARE.name.is("x")));
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> ball.getReviews().create(REVIEW.rating.is(1)));
		assertThatExceptionOfType(IllegalQueryException.class).isThrownBy(() -> ball.getReviews().clear())
			.withMessageContaining("Ware is as it was");
		assertThatExceptionOfType(UnsupportedQueryException.class)
			.isThrownBy(() -> this.orm.atomic().run(() -> this.wares.asOf(before).selectForUpdate().list()))
			.withMessageContaining("as they were");
	}

	@Test
	void queriesOfTwoTimesAreNotMerged() {
		Instant before = Fair.now(database);
		database.execute("UPDATE ware SET price = 100");
		assertThat(this.wares.filter(WARE.id.eq(1L)).or(this.wares.filter(WARE.id.eq(2L))).asOf(before).count())
			.isEqualTo(2);
		assertThat(this.wares.asOf(before).filter(WARE.id.eq(1L)).or(this.wares.filter(WARE.id.eq(2L))).count())
			.isEqualTo(2);
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> this.wares.all().or(this.wares.asOf(before)).list())
			.withMessageContaining("different times");
		assertThat(this.wares.asOf(before).union(this.wares.all()).count()).isEqualTo(6);
	}

	@Test
	void versionsTellWhatARowWasSinceWhenAndByWhom() {
		// tag::versions[]
		Ware ball = this.wares.get(1L);
		ball.price = new BigDecimal("4.00");
		this.wares.save(ball);
		this.user = "bob";
		this.wares.filter(WARE.id.eq(1L)).update(WARE.stock.set(0));

		List<Version<Ware>> versions = this.wares.versions(ball);
		// end::versions[]
		assertThat(versions).extracting((version) -> version.instance().price + " " + version.instance().stock)
			.containsExactly("3.00 10", "4.00 10", "4.00 0");
		assertThat(versions).extracting((version) -> version.by().orElse("-")).containsExactly("-", "ann", "bob");
		assertThat(versions.get(0).changes()).isEmpty();
		assertThat(versions.get(1).changes())
			.isEqualTo(Map.of("price", new Version.Change(new BigDecimal("3.00"), new BigDecimal("4.00"))));
		assertThat(versions.get(2).changes()).isEqualTo(Map.of("stock", new Version.Change(10, 0)));
		assertThat(versions.get(0).until()).isEqualTo(versions.get(1).from());
		assertThat(versions.get(2).until()).isEmpty();
		assertThat(versions.get(1).endedBy()).hasValue("bob");
		assertThat(versions.get(1).transaction()).isPresent();
	}

	@Test
	void versionsOfARowThatIsGoneAreReadByItsKey() {
		this.wares.delete(this.wares.get(2L));
		List<Version<Ware>> versions = this.wares.versionsOf(2L);
		assertThat(versions).singleElement().satisfies((version) -> {
			assertThat(version.instance().name).isEqualTo("kite");
			assertThat(version.isRemoved()).isTrue();
			assertThat(version.endedBy()).hasValue("ann");
		});
		this.wares.save(versions.get(0).instance());
		assertThat(this.wares.get(2L).name).isEqualTo("kite");
		assertThat(this.wares.versionsOf(2L)).extracting(Version::isRemoved).containsExactly(true, false);
		assertThat(this.wares.versionsOf(77L)).isEmpty();
	}

	@Test
	void whatIsFetchedThroughAVersionIsAsItWasThen() {
		this.stalls.filter(STALL.id.eq(1L)).update(STALL.name.set("games"));
		this.wares.filter(WARE.id.eq(1L)).update(WARE.stock.set(1));
		this.stalls.filter(STALL.id.eq(1L)).update(STALL.name.set("sports"));
		List<Version<Ware>> versions = this.wares.versionsOf(1L);
		assertThat(versions).extracting((version) -> version.instance().getStall().name)
			.containsExactly("toys", "games");
	}

	@Test
	void versionsAreOneStatement() {
		assertThat(Queries.<List<Version<Ware>>>expect(1, () -> this.wares.versionsOf(1L))).hasSize(1);
	}

	@Test
	void whatATransactionDoesIsDoneAtOnce() {
		Instant before = Fair.now(database);
		this.orm.atomic().run(() -> {
			this.wares.filter(WARE.id.eq(1L)).update(WARE.stock.set(1));
			this.wares.filter(WARE.id.eq(1L)).update(WARE.stock.set(2));
			this.wares.filter(WARE.id.eq(3L)).update(WARE.stock.set(3));
		});
		assertThat(this.wares.asOf(before).get(WARE.id.eq(1L)).stock).isEqualTo(10);
		List<Version<Ware>> versions = this.wares.versionsOf(1L);
		assertThat(versions).extracting((version) -> version.instance().stock).containsExactly(10, 1, 2);
		assertThat(versions.get(1).from()).isEqualTo(versions.get(1).until());
		Instant between = versions.get(1).from().orElseThrow();
		assertThat(this.wares.asOf(between).flat(WARE.stock).list()).containsExactly(2, 5, 3);
		assertThat(versions.get(1).transaction()).isEqualTo(versions.get(2).transaction());
	}

	@Test
	void aTransactionThatWaitedForAnotherComesAfterIt() throws Exception {
		Instant before = Fair.now(database);
		try (var first = database.dataSource().getConnection(); var second = database.dataSource().getConnection()) {
			first.setAutoCommit(false);
			second.setAutoCommit(false);
			execute(first, "SELECT 1");
			execute(second, "UPDATE ware SET stock = 77 WHERE id = 1");
			second.commit();
			execute(first, "UPDATE ware SET stock = 88 WHERE id = 1");
			first.commit();
		}
		assertThat(this.wares.asOf(before).get(WARE.id.eq(1L)).stock).isEqualTo(10);
		assertThat(this.wares.asOf(Fair.now(database)).get(WARE.id.eq(1L)).stock).isEqualTo(88);
		List<Version<Ware>> versions = this.wares.versionsOf(1L);
		assertThat(versions).extracting((version) -> version.instance().stock).containsExactly(10, 77, 88);
		assertThat(versions.get(1).until().orElseThrow()).isAfterOrEqualTo(versions.get(1).from().orElseThrow());
	}

	private static void execute(java.sql.Connection connection, String sql) throws Exception {
		try (var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	@Test
	void onlyWritesSayWhoWrites() {
		int asked = this.asked.get();
		this.wares.filter(WARE.stock.gt(1)).list();
		assertThat(this.asked).hasValue(asked);
		QueryLog written = QueryLog.capture(() -> this.wares.filter(WARE.id.eq(1L)).update(WARE.stock.set(1)));
		assertThat(written.count()).isEqualTo(1);
		assertThat(this.asked).hasValue(asked + 1);
		this.user = null;
		this.wares.filter(WARE.id.eq(1L)).update(WARE.stock.set(2));
		assertThat(this.wares.versionsOf(1L)).extracting((version) -> version.by().orElse("-"))
			.containsExactly("-", "ann", "-");
		this.user = this.wares.get(3L);
		this.wares.filter(WARE.id.eq(1L)).update(WARE.stock.set(3));
		assertThat(this.wares.versionsOf(1L).get(3).by()).hasValue("3");
	}

	@Test
	void sqlByHandInATransactionIsToldWhoWrites() {
		this.orm.atomic().run(() -> this.jdbc.sql("UPDATE ware SET stock = 0 WHERE id = 1").update());
		assertThat(this.wares.versionsOf(1L).get(1).by()).hasValue("ann");
	}

}
