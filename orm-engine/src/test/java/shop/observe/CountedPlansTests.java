package shop.observe;

import java.util.stream.Stream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Tag;
import dev.orm.compile.PlanCounter;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What is counted of plans and cursors for those who ask. */
class CountedPlansTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	@Test
	void aQueryOfAKnownShapeIsAHitWhateverItsValues() {
		PlanCounter counter = new PlanCounter();
		Manager<Tag> tags = Shop.builder(database).planCounter(counter).build().manager(Tag.class);

		tags.filter("name", "one").count();
		tags.filter("name", "two").count();
		tags.filter("name__startswith", "two").count();

		assertThat(counter.misses()).isEqualTo(2);
		assertThat(counter.hits()).isEqualTo(1);
		assertThat(counter.plans()).isEqualTo(2);
	}

	@Test
	void streamsHoldACursorUntilTheyAreClosed() {
		Orm orm = Shop.builder(database).build();
		assertThat(orm.openCursors()).isEmpty();

		try (Stream<Tag> stream = orm.manager(Tag.class).all().stream(1)) {
			assertThat(stream.iterator().hasNext()).isTrue();
			assertThat(orm.openCursors()).hasSize(1);
		}

		assertThat(orm.openCursors()).isEmpty();
	}

}
