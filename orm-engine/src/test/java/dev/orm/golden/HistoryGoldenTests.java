package dev.orm.golden;

import java.time.Instant;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.history.Fair;
import dev.orm.history.Fair.Review;
import dev.orm.history.Fair.Stall;
import dev.orm.history.Fair.Ware;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Functions.sum;
import static dev.orm.history.ReviewPath.REVIEW;
import static dev.orm.history.StallPath.STALL;
import static dev.orm.history.WarePath.WARE;

/** Tables as they were, in each place a table stands. */
class HistoryGoldenTests {

	@RegisterExtension
	static final TestDatabase database = Fair.database();

	private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

	private final Orm orm = Fair.orm(database).build();

	private final Manager<Ware> wares = this.orm.manager(Ware.class);

	private final Manager<Stall> stalls = this.orm.manager(Stall.class);

	private final Manager<Review> reviews = this.orm.manager(Review.class);

	@Test
	void rowsAndJoins() {
		Golden.check("history/rows", () -> {
			this.wares.asOf(THEN).filter(WARE.id.eq(1L)).list();
			this.wares.asOf(THEN).selectRelated(WARE.stall()).filter(WARE.stock.gt(3)).list();
			this.wares.asOf(THEN).aggregate(sum(WARE.stock));
		});
	}

	@Test
	void subqueriesAndTablesThatKeepNothing() {
		Golden.check("history/subqueries", () -> {
			this.stalls.asOf(THEN).exclude(STALL.wares().stock.gt(3)).flat("name").list();
			this.reviews.asOf(THEN).filter(REVIEW.visitor().name.eq("vera")).flat("rating").list();
		});
	}

	@Test
	void versions() {
		Golden.check("history/versions", () -> this.wares.versionsOf(1L));
	}

}
