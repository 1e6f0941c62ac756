package shop.observe;

import java.util.ArrayList;
import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Tag;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import dev.orm.transaction.Atomic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** A block may have a name, which its statements have in metrics and spans. */
class NamedBlocksTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private final List<@Nullable String> names = new ArrayList<>();

	private final Orm orm = Shop.builder(database).listener((event) -> this.names.add(event.purpose().name())).build();

	private final Manager<Tag> tags = this.orm.manager(Tag.class);

	private final Atomic atomic = this.orm.atomic();

	@Test
	void statementsOfABlockHaveItsNameUnlessTheyHaveTheirOwn() {
		this.tags.count();
		// tag::named[]
		this.atomic.named("tags.close").run(() -> {
			this.tags.count();
			this.tags.named("tags.page").list();
		});
		// end::named[]
		this.tags.count();

		assertThat(this.names).containsExactly(null, "tags.close", "tags.page", null);
	}

	@Test
	void thoseOfAnInnerBlockHaveTheNearestName() {
		this.atomic.named("outer").run(() -> {
			this.atomic.run(this.tags::count);
			this.atomic.named("inner").run(this.tags::count);
			assertThat(catchThrowable(() -> this.atomic.named("failing").run(() -> {
				throw new IllegalStateException("none");
			}))).isInstanceOf(IllegalStateException.class);
			this.tags.count();
		});

		assertThat(this.names).containsExactly("outer", "inner", "outer");
	}

	@Test
	void anInnerBlockNamesNothingBehindIt() {
		this.atomic.run(() -> {
			this.atomic.named("inner").run(this.tags::count);
			this.tags.count();
		});

		assertThat(this.names).containsExactly("inner", null);
	}

}
