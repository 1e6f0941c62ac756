package dev.orm.persist;

import java.util.List;

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
import dev.orm.expression.F;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A table that got its version column late has rows without: NULL comes before 0. */
class NullVersionTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create("CREATE TABLE purse_owner (id bigint PRIMARY KEY)",
			"CREATE TABLE purse (id bigint PRIMARY KEY, amount integer NOT NULL, version integer,"
					+ " owner_id bigint REFERENCES purse_owner)",
			"CREATE TABLE gold_purse (purse_ptr_id bigint PRIMARY KEY REFERENCES purse, weight integer NOT NULL)");

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(PurseOwner.class, Purse.class, GoldPurse.class))
		.build();

	private final Manager<Purse> purses = this.orm.manager(Purse.class);

	private final Manager<GoldPurse> golden = this.orm.manager(GoldPurse.class);

	@BeforeEach
	void fill() {
		database.execute("DELETE FROM gold_purse", "DELETE FROM purse", "DELETE FROM purse_owner",
				"INSERT INTO purse_owner VALUES (1)",
				"INSERT INTO purse VALUES (1, 10, NULL, NULL), (2, 20, NULL, NULL), (3, 30, NULL, NULL), (4, 40, 7, NULL)",
				"INSERT INTO gold_purse VALUES (3, 5)");
	}

	@Test
	void aRowWithoutVersionIsSavedAndGetsItsFirst() {
		Purse purse = this.purses.get("pk", 1);
		Purse stale = this.purses.get("pk", 1);
		purse.amount = 11;
		this.purses.save(purse);
		assertThat(purse.version).isEqualTo(0);
		assertThat(versions()).containsExactly("1:0", "2:null", "3:null", "4:7");
		assertThatExceptionOfType(NotUpdatedException.class).isThrownBy(() -> this.purses.save(stale));
		this.purses.save(purse);
		assertThat(purse.version).isEqualTo(1);
	}

	@Test
	void aNamedAttributeOfARowWithoutVersionIsSaved() {
		Purse purse = this.purses.get("pk", 1);
		purse.amount = 12;
		this.purses.save(purse, (options) -> options.updateFields(List.of("amount")));
		assertThat(versions()).startsWith("1:0");
	}

	@Test
	void anExpressionIsSavedIntoARowWithoutVersion() {
		Purse purse = this.purses.get("pk", 1);
		Purse stale = this.purses.get("pk", 1);
		Assignment<Purse> more = new Assignment<>("amount", F.of("amount").plus(5).node());
		this.purses.save(purse, (options) -> options.computing(List.of(more)));
		assertThat(purse.amount).isEqualTo(15);
		assertThat(purse.version).isEqualTo(0);
		assertThatExceptionOfType(NotUpdatedException.class)
			.isThrownBy(() -> this.purses.save(stale, (options) -> options.computing(List.of(more))));
	}

	@Test
	void aChildIsSavedWhoseParentHasNoVersion() {
		GoldPurse purse = this.golden.get("pk", 3);
		purse.weight = 6;
		this.golden.save(purse);
		assertThat(versions()).contains("3:0");
	}

	@Test
	void rowsWithAndWithoutVersionAreUpdatedTogether() {
		List<Purse> all = this.purses.orderBy("id").list();
		List<Purse> stale = this.purses.orderBy("id").list();
		all.forEach((purse) -> purse.amount++);
		assertThat(this.purses.bulkUpdate(all, "amount")).isEqualTo(4);
		assertThat(all).extracting((purse) -> purse.version).containsExactly(0, 0, 0, 8);
		assertThat(versions()).containsExactly("1:0", "2:0", "3:0", "4:8");
		assertThatExceptionOfType(NotUpdatedException.class).isThrownBy(() -> this.purses.bulkUpdate(stale, "amount"));
	}

	@Test
	void anUpdateOfAllRowsCountsFromNull() {
		Purse stale = this.purses.get("pk", 1);
		assertThat(this.purses.all().update("amount", 1)).isEqualTo(4);
		assertThat(versions()).containsExactly("1:0", "2:0", "3:0", "4:8");
		assertThatExceptionOfType(NotUpdatedException.class).isThrownBy(() -> this.purses.save(stale));
	}

	@Test
	void aRelationCountsFromNull() {
		PurseOwner owner = this.orm.manager(PurseOwner.class).get("pk", 1);
		RelatedManager<Purse> related = RelatedManager.of(owner, "purses");
		Purse taken = this.purses.get("pk", 1);
		related.add(taken);
		assertThat(versions()).startsWith("1:0");
		taken.amount = 99;
		this.purses.save(taken);
		assertThat(versions()).startsWith("1:1");
	}

	private List<String> versions() {
		return this.purses.orderBy("id").list().stream().map((purse) -> purse.id + ":" + purse.version).toList();
	}

	@Table(name = "purse_owner")
	static class PurseOwner extends Model {

		@Id
		Long id;

	}

	@Table(name = "purse")
	static class Purse extends Model {

		@Id
		Long id;

		int amount;

		@Version
		Integer version;

		@OnDelete(OnDeleteAction.SET_NULL)
		@RelatedName("purses")
		@Nullable ForeignKey<PurseOwner> owner;

	}

	@Table(name = "gold_purse")
	static class GoldPurse extends Purse {

		int weight;

	}

}
