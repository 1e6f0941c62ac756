package dev.orm.persist;

import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.annotation.Version;
import dev.orm.error.NotUpdatedException;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A delete of an instance compares its version, as a save does. */
class VersionedDeleteTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(
			"CREATE TABLE offer (id bigint PRIMARY KEY, price integer NOT NULL, version integer)",
			"CREATE TABLE rebate (offer_ptr_id bigint PRIMARY KEY REFERENCES offer, percent integer NOT NULL)",
			"CREATE TABLE bid (id bigint PRIMARY KEY, rebate_id bigint NOT NULL REFERENCES rebate, version integer NOT NULL)");

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Offer.class, Rebate.class, Bid.class))
		.build();

	private final Manager<Rebate> rebates = this.orm.manager(Rebate.class);

	private final Manager<Bid> bids = this.orm.manager(Bid.class);

	@BeforeEach
	void fill() {
		database.execute("DELETE FROM bid", "DELETE FROM rebate", "DELETE FROM offer",
				"INSERT INTO offer VALUES (1, 10, 3), (2, 20, NULL)", "INSERT INTO rebate VALUES (1, 5), (2, 5)",
				"INSERT INTO bid VALUES (1, 1, 4)");
	}

	@Test
	void anInstanceThatWasChangedSinceIsNotDeleted() {
		Bid stale = this.bids.get("pk", 1);
		database.execute("UPDATE bid SET version = 5");
		assertThatExceptionOfType(NotUpdatedException.class).isThrownBy(() -> this.bids.delete(stale))
			.withMessageStartingWith("The Bid was changed or deleted by someone else")
			.satisfies((ex) -> assertThat(ex.key()).isEqualTo(1L));
		assertThat(this.bids.count()).isEqualTo(1);
		assertThat(stale.id).isEqualTo(1L);
		assertThat(stale.isSaved()).isTrue();
	}

	@Test
	void oneStatementComparesAndDeletes() {
		Bid bid = this.bids.get("pk", 1);
		List<String> statements = QueryLog.capture(() -> this.bids.delete(bid)).statements();
		assertThat(statements).hasSize(1);
		assertThat(this.bids.count()).isZero();
	}

	@Test
	void whatDependsOnAChangedInstanceStaysToo() {
		Rebate stale = this.rebates.get("pk", 1);
		database.execute("UPDATE offer SET version = 4 WHERE id = 1");
		assertThatExceptionOfType(NotUpdatedException.class).isThrownBy(() -> this.rebates.delete(stale));
		assertThat(this.bids.count()).isEqualTo(1);
		assertThat(this.rebates.count()).isEqualTo(2);
		this.rebates.delete(this.rebates.get("pk", 1));
		assertThat(this.bids.count()).isZero();
	}

	@Test
	void aRowWithoutVersionIsDeletedUntilItHasOne() {
		Rebate rebate = this.rebates.get("pk", 2);
		Rebate stale = this.rebates.get("pk", 2);
		this.rebates.save(rebate);
		assertThatExceptionOfType(NotUpdatedException.class).isThrownBy(() -> this.rebates.delete(stale));
		this.rebates.delete(rebate);
		assertThat(this.rebates.count()).isEqualTo(1);
	}

	@Test
	void aQueryDeletesWhateverVersionItsRowsHave() {
		database.execute("UPDATE bid SET version = 5");
		assertThat(this.bids.all().delete().total()).isEqualTo(1);
	}

	@Table(name = "offer")
	static class Offer extends Model {

		@Id
		Long id;

		int price;

		@Version
		Integer version;

	}

	@Table(name = "rebate")
	static class Rebate extends Offer {

		int percent;

	}

	@Table(name = "bid")
	static class Bid extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		@RelatedName("bids")
		ForeignKey<Rebate> rebate;

		@Version
		Integer version;

	}

}
