package shop.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Tag;
import dev.orm.observe.QueryObservations;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import dev.orm.transaction.Atomic;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** A transaction of several statements is a span around them. */
class TransactionSpansTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private final List<Observation.Context> stopped = new ArrayList<>();

	private final ObservationRegistry registry = ObservationRegistry.create();

	private final Orm orm = Shop.builder(database).tracer(new QueryObservations(this.registry)).build();

	private final Manager<Tag> tags = this.orm.manager(Tag.class);

	private final Atomic atomic = this.orm.atomic();

	TransactionSpansTests() {
		this.registry.observationConfig().observationHandler(new Recorder());
	}

	@AfterEach
	void nothingIsLeftOpen() {
		assertThat(this.registry.getCurrentObservation()).isNull();
	}

	private List<String> spans() {
		return this.stopped.stream().map(TransactionSpansTests::describe).toList();
	}

	/** A span by its name and that of what it is a part of. */
	private static String describe(Observation.Context context) {
		ObservationView around = context.getParentObservation();
		return context.getContextualName() + " in "
				+ ((around != null) ? around.getContextView().getName() : "nothing");
	}

	private static @Nullable String value(Observation.Context context, String key) {
		KeyValue found = context.getLowCardinalityKeyValue(key);
		return (found != null) ? found.getValue() : null;
	}

	@Test
	void itIsAroundAllStatementsButTheFirst() {
		this.atomic.named("tags.close").run(() -> {
			this.tags.count();
			this.tags.count();
			this.tags.count();
		});

		assertThat(spans()).containsExactly("SELECT shop_tag in nothing", "SELECT shop_tag in orm.transaction",
				"SELECT shop_tag in orm.transaction", "tags.close in nothing");
		Observation.Context transaction = this.stopped.get(3);
		assertThat(value(transaction, "outcome")).isEqualTo("commit");
		assertThat(value(transaction, "orm.database")).isEqualTo("default");
		assertThat(transaction.getHighCardinalityKeyValue("orm.statements").getValue()).isEqualTo("3");
	}

	@Test
	void oneStatementIsNoTransactionWorthASpan() {
		this.atomic.run(this.tags::count);
		this.tags.count();

		assertThat(spans()).containsExactly("SELECT shop_tag in nothing", "SELECT shop_tag in nothing");
	}

	@Test
	void itIsAPartOfWhatItsFirstStatementIsAPartOf() {
		Observation outer = Observation.start("request", this.registry);
		outer.scoped(() -> this.atomic.run(() -> {
			this.tags.count();
			Observation.createNotStarted("step", this.registry).observe(() -> this.tags.count());
			this.tags.count();
		}));
		outer.stop();

		assertThat(spans()).containsExactly("SELECT shop_tag in request", "SELECT shop_tag in orm.transaction",
				"null in request", "SELECT shop_tag in orm.transaction", "transaction in request", "null in nothing");
	}

	@Test
	void aBulkWriteTellsOfHowManyRowsItIs() {
		this.atomic.run(() -> {
			List<Tag> fresh = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				Tag tag = new Tag();
				tag.setName("bulk " + i);
				fresh.add(tag);
			}
			this.tags.bulkCreate(fresh);
			this.tags.bulkUpdate(fresh, "name");
			this.tags.filter("name__in", List.of("bulk 1", "bulk 2")).list();
			this.tags.create(Map.of("name", "alone"));
			this.atomic.setRollbackOnly();
		});

		assertThat(this.stopped.subList(0, 4)).extracting((context) -> {
			KeyValue size = context.getHighCardinalityKeyValue("db.operation.batch.size");
			return (size != null) ? size.getValue() : "none";
		}).containsExactly("3", "3", "none", "none");
	}

	@Test
	void aRollbackIsTold() {
		assertThatIllegalStateException().isThrownBy(() -> this.atomic.run(() -> {
			this.tags.count();
			this.tags.count();
			throw new IllegalStateException("oops");
		}));

		assertThat(value(this.stopped.get(2), "outcome")).isEqualTo("rollback");
	}

	private final class Recorder implements ObservationHandler<Observation.Context> {

		@Override
		public void onStop(Observation.Context context) {
			TransactionSpansTests.this.stopped.add(context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
