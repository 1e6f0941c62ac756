package dev.orm.history;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Column;
import dev.orm.annotation.Embedded;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Table;
import dev.orm.column.ModelTables;
import dev.orm.history.Version.Change;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What an instance holds is compared with its row when somebody asks. */
class UnsavedChangesTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(ModelTables.of(List.of(), Cellar.class, Cask.class));

	private final Orm orm = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Cellar.class, Cask.class))
		.build();

	private final Manager<Cask> casks = this.orm.manager(Cask.class);

	private Cellar cellar;

	private Cask cask;

	@BeforeEach
	void store() {
		database.truncate("cask", "cellar");
		this.cellar = this.orm.manager(Cellar.class).save(new Cellar());
		this.cask = new Cask();
		this.cask.label = "oak";
		this.cask.price = new BigDecimal("3.5");
		this.cask.filled = Instant.parse("2026-01-01T10:00:00.123456789Z");
		this.cask.aged = Duration.ofNanos(1_234_567_891);
		this.cask.size = new Size(2, 3);
		this.cask.cellar = ForeignKey.to(this.cellar);
		this.casks.save(this.cask);
	}

	@Test
	void whatIsNotSavedIsTold() {
		// tag::changes[]
		this.cask.label = "chestnut";
		Map<String, Change> changes = this.casks.changes(this.cask);
		assertThat(changes).containsExactly(Map.entry("label", new Change("oak", "chestnut")));
		// end::changes[]
		Cellar other = this.orm.manager(Cellar.class).save(new Cellar());
		this.cask.cellar = ForeignKey.to(other);
		this.cask.size = new Size(2, 4);
		assertThat(this.casks.changes(this.cask)).containsOnlyKeys("label", "cellar", "size__height")
			.containsEntry("cellar", new Change(this.cellar.id, other.id));
		this.casks.save(this.cask);
		assertThat(this.casks.changes(this.cask)).isEmpty();
	}

	@Test
	void whatTheDatabaseKeepsOtherwiseIsNoChange() {
		assertThat(this.casks.changes(this.cask)).isEmpty();
		this.cask.price = new BigDecimal("3.50000");
		assertThat(this.casks.changes(this.cask)).isEmpty();
		this.cask.price = new BigDecimal("3.495");
		assertThat(this.casks.changes(this.cask)).isEmpty();
		this.cask.sold = OffsetDateTime.parse("2026-01-01T10:00:00.123456789+02:00");
		this.casks.save(this.cask);
		assertThat(this.casks.changes(this.cask)).isEmpty();
		this.cask.filled = this.cask.filled.plusNanos(1_000);
		assertThat(this.casks.changes(this.cask)).containsOnlyKeys("filled");
	}

	@Test
	void oneStatementIsSentAndNothingDeferredIsFetched() {
		Cask found = this.casks.defer("label").get(this.cask.id);
		found.price = BigDecimal.TEN;
		QueryLog log = QueryLog.capture(() -> assertThat(this.casks.changes(found)).containsOnlyKeys("price"));
		assertThat(log.count()).isEqualTo(1);
		assertThat(found.deferredFields()).containsExactly("label");
	}

	@Test
	void whoElseChangedTheRowIsSeenToo() {
		database.execute("UPDATE cask SET label = 'ash'");
		assertThat(this.casks.changes(this.cask)).containsEntry("label", new Change("ash", "oak"));
	}

	@Test
	void ofANewInstanceAllThatItHoldsIsTold() {
		Cask fresh = new Cask();
		fresh.label = "new";
		assertThat(this.casks.changes(fresh)).containsEntry("label", new Change(null, "new")).doesNotContainKey("id");
		this.casks.delete(this.casks.get(this.cask.id));
		assertThat(this.casks.changes(this.cask)).containsKeys("id", "label");
	}

	@Table(name = "cellar")
	static class Cellar extends Model {

		@Id
		Long id;

	}

	@Table(name = "cask")
	static class Cask extends Model {

		@Id
		Long id;

		@Nullable String label;

		@Column(precision = 10, scale = 2)
		@Nullable BigDecimal price;

		@Nullable Instant filled;

		@Nullable Duration aged;

		@Nullable OffsetDateTime sold;

		@Embedded
		@Nullable Size size;

		@OnDelete(OnDeleteAction.CASCADE)
		@Nullable ForeignKey<Cellar> cellar;

		@Nullable String getLabel() {
			return this.label;
		}

	}

	/** How large a cask is. */
	record Size(int width, int height) {

	}

}
