package dev.orm.persist;

import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.RelatedManager;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.annotation.Version;
import dev.orm.error.NotUpdatedException;
import dev.orm.expression.Assignment;
import dev.orm.expression.Expressions;
import dev.orm.expression.F;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Changes of many rows count their versions up, so that instances read before are stale.
 */
class QuerySetVersionTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(
			"CREATE TABLE holder (id bigint PRIMARY KEY, name text NOT NULL)",
			"CREATE TABLE ledger (id bigint PRIMARY KEY, balance integer NOT NULL, revision integer NOT NULL,"
					+ " holder_id bigint REFERENCES holder)",
			"CREATE TABLE savings (ledger_ptr_id bigint PRIMARY KEY REFERENCES ledger, rate integer NOT NULL,"
					+ " guardian_id bigint REFERENCES holder)");

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Holder.class, Ledger.class, Savings.class))
		.build();

	private final Manager<Ledger> ledgers = this.orm.manager(Ledger.class);

	private final Manager<Savings> savings = this.orm.manager(Savings.class);

	private final Manager<Holder> holders = this.orm.manager(Holder.class);

	@BeforeEach
	void fill() {
		database.execute("DELETE FROM savings", "DELETE FROM ledger", "DELETE FROM holder",
				"INSERT INTO holder VALUES (1, 'Ada')",
				"INSERT INTO ledger VALUES (1, 10, 4, 1), (2, 20, 0, 1), (3, 30, 7, NULL)",
				"INSERT INTO savings VALUES (3, 2)");
	}

	@Test
	void anUpdateCountsUpTheRowsItChanges() {
		Ledger stale = this.ledgers.get("id", 1);
		String sql = QueryLog
			.capture(() -> assertThat(this.ledgers.filter("id__lte", 2).update("balance", F.of("balance").plus(1)))
				.isEqualTo(2))
			.statements()
			.get(0);
		assertThat(sql).contains("\"revision\" = COALESCE(\"t0\".\"revision\" + ");
		assertThat(revisions()).containsExactly(5, 1, 7);
		stale.balance = 0;
		assertThatExceptionOfType(NotUpdatedException.class).isThrownBy(() -> this.ledgers.save(stale));
	}

	@Test
	void aVersionThatIsSetIsNotCounted() {
		this.ledgers.filter("id", 1).update("revision", 40);
		assertThat(revisions()).containsExactly(40, 0, 7);
	}

	@Test
	void anUpsertCountsUpTheRowsItUpdates() {
		Ledger stale = this.ledgers.get("id", 1);
		List<Ledger> sent = List.of(Ledger.of(9, 90), Ledger.of(1, 11));
		String sql = QueryLog
			.capture(() -> this.ledgers.bulkCreate(sent,
					(options) -> options.updatingConflicts(List.of("id"), List.of("balance"))))
			.statements()
			.get(0);
		assertThat(sql).contains("\"revision\" = COALESCE(\"t\".\"revision\" + 1, 0) RETURNING \"revision\"");
		assertThat(revisions()).containsExactly(5, 0, 7, 0);
		assertThat(sent).extracting((ledger) -> ledger.revision).containsExactly(0, 5);
		assertThatExceptionOfType(NotUpdatedException.class).isThrownBy(() -> this.ledgers.save(stale));
		sent.get(1).balance = 12;
		this.ledgers.save(sent.get(1));
		assertThat(revisions()).startsWith(6);
	}

	@Test
	void anUpsertThatComputesCountsThemToo() {
		Ledger sent = Ledger.of(1, 0);
		Assignment<Ledger> balance = new Assignment<>("balance", Expressions.value(40).plus(2).node());
		this.ledgers.bulkCreate(List.of(sent), (options) -> options.updatingConflicts(List.of("id"), List.of("balance"))
			.computing(sent, List.of(balance)));
		assertThat(revisions()).startsWith(5);
		assertThat(sent.revision).isEqualTo(5);
		assertThat(this.ledgers.get("id", 1).balance).isEqualTo(42);
	}

	@Test
	void anUpsertThatNamesTheVersionSetsIt() {
		Ledger sent = Ledger.of(1, 11);
		sent.revision = 70;
		this.ledgers.bulkCreate(List.of(sent),
				(options) -> options.updatingConflicts(List.of("id"), List.of("balance", "revision")));
		assertThat(revisions()).startsWith(70);
	}

	@Test
	void theVersionOfAParentsTableIsCountedToo() {
		Savings stale = this.savings.get("id", 3);
		assertThat(this.savings.all().update("rate", 3)).isEqualTo(1);
		assertThat(revisions()).containsExactly(4, 0, 8);
		assertThatExceptionOfType(NotUpdatedException.class).isThrownBy(() -> this.savings.save(stale));
	}

	@Test
	void rowsThatARelationLetsGoOrTakesAreCounted() {
		Holder ada = this.holders.get("id", 1);
		RelatedManager<Ledger> related = RelatedManager.of(ada, "ledgers");
		related.add(this.ledgers.get("id", 3));
		assertThat(revisions()).containsExactly(4, 0, 8);
		related.clear();
		assertThat(revisions()).containsExactly(5, 1, 9);
	}

	@Test
	void rowsThatADeletedOneLetsGoAreCounted() {
		this.holders.filter("id", 1).delete();
		assertThat(revisions()).containsExactly(5, 1, 7);
	}

	@Test
	void theVersionOfAParentsTableIsCountedWhereARelationOfTheChildChanges() {
		Holder ada = this.holders.get("id", 1);
		RelatedManager<Savings> guarded = RelatedManager.of(ada, "guarded");
		Savings stale = this.savings.get("id", 3);
		guarded.add(this.savings.get("id", 3));
		assertThat(revisions()).containsExactly(4, 0, 8);
		assertThatExceptionOfType(NotUpdatedException.class).isThrownBy(() -> this.savings.save(stale));
		guarded.remove(this.savings.get("id", 3));
		assertThat(revisions()).containsExactly(4, 0, 9);
		guarded.set(List.of(this.savings.get("id", 3)));
		assertThat(revisions()).containsExactly(4, 0, 10);
		List<String> statements = QueryLog.capture(guarded::clear).statements();
		assertThat(statements).hasSize(3)
			.first()
			.isEqualTo("SELECT \"t0\".\"ledger_ptr_id\" FROM \"savings\" \"t0\" WHERE \"t0\".\"guardian_id\" = ANY(?)"
					+ " ORDER BY \"t0\".\"ledger_ptr_id\" ASC");
		assertThat(revisions()).containsExactly(4, 0, 11);
		assertThat(this.savings.get("id", 3).guardian.id()).isNull();
	}

	@Test
	void theVersionOfAParentsTableIsCountedWhereADeletedRowLetsGo() {
		database.execute("UPDATE savings SET guardian_id = 1");
		Savings stale = this.savings.get("id", 3);
		this.holders.filter("id", 1).delete();
		assertThat(revisions()).containsExactly(5, 1, 8);
		assertThat(this.savings.get("id", 3).guardian.id()).isNull();
		assertThatExceptionOfType(NotUpdatedException.class).isThrownBy(() -> this.savings.save(stale));
	}

	@Test
	void aBulkUpdateOfAChildComparesTheVersionOfItsParent() {
		Savings stale = this.savings.get("id", 3);
		Savings fresh = this.savings.get("id", 3);
		fresh.rate = 5;
		assertThat(this.savings.bulkUpdate(List.of(fresh), "rate")).isEqualTo(1);
		assertThat(revisions()).containsExactly(4, 0, 8);
		assertThat(fresh.revision).isEqualTo(8);
		stale.rate = 6;
		assertThatExceptionOfType(NotUpdatedException.class)
			.isThrownBy(() -> this.savings.bulkUpdate(List.of(stale), "rate"));
		assertThat(this.savings.get("id", 3).rate).isEqualTo(5);
	}

	@Test
	void aBulkUpdateThatComputesComparesVersionsToo() {
		Ledger stale = this.ledgers.get("id", 1);
		database.execute("UPDATE ledger SET revision = 9");
		Map<Model, List<Assignment<?>>> counting = Map.of(stale,
				List.of(new Assignment<>("balance", F.of("balance").plus(1).node())));
		assertThatExceptionOfType(NotUpdatedException.class).isThrownBy(() -> this.ledgers.bulkUpdate(List.of(stale),
				List.of("balance"), (options) -> options.computing(counting)));
	}

	@Test
	void anInstanceWhoseSaveFailedIsNotStale() {
		Savings saved = this.savings.get("id", 3);
		saved.guardian = ForeignKey.ofId(99L);
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.savings.save(saved));
		assertThat(saved.revision).isEqualTo(7);
		saved.guardian = ForeignKey.ofId(1L);
		this.savings.save(saved);
		assertThat(revisions()).containsExactly(4, 0, 8);
		assertThat(saved.revision).isEqualTo(8);
	}

	@Test
	void anInstanceThatARelationTookIsNotStale() {
		Holder ada = this.holders.get("id", 1);
		Ledger taken = this.ledgers.get("id", 3);
		RelatedManager.<Ledger>of(ada, "ledgers").add(taken);
		taken.balance = 31;
		this.ledgers.save(taken);
		assertThat(revisions()).containsExactly(4, 0, 9);
		assertThat(this.ledgers.get("id", 3).holder.id()).isEqualTo(1L);
	}

	private List<Object> revisions() {
		return this.ledgers.orderBy("id").flat("revision").list();
	}

	@Table(name = "holder")
	static class Holder extends Model {

		@Id
		Long id;

		String name;

	}

	@Table(name = "ledger")
	static class Ledger extends Model {

		@Id
		Long id;

		int balance;

		@Version
		Integer revision;

		@OnDelete(OnDeleteAction.SET_NULL)
		@RelatedName("ledgers")
		@Nullable ForeignKey<Holder> holder;

		static Ledger of(long id, int balance) {
			Ledger ledger = new Ledger();
			ledger.id = id;
			ledger.balance = balance;
			return ledger;
		}

	}

	@Table(name = "savings")
	static class Savings extends Ledger {

		int rate;

		@OnDelete(OnDeleteAction.SET_NULL)
		@RelatedName("guarded")
		@Nullable ForeignKey<Holder> guardian;

	}

}
