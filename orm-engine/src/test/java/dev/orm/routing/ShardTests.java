package dev.orm.routing;

import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Tag;
import dev.orm.execute.Database;
import dev.orm.meta.EntityModel;
import dev.orm.observe.QueryEvent;
import dev.orm.observe.QueryLog;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.TagPath.TAG;
import static org.assertj.core.api.Assertions.assertThat;

/** Rows of one model in several databases, by what they are. */
class ShardTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	@RegisterExtension
	static final TestDatabase archived = Shop.database();

	// tag::router[]
	static Route shard(String name) {
		return Route.to((name.charAt(0) < 'n') ? "default" : "archive");
	}

	static final class ShardRouter implements Router {

		@Override
		public @Nullable Route dbForWrite(EntityModel model, Hints hints) {
			return (hints.owner() instanceof Tag tag) ? shard(tag.getName()) : null;
		}

	}

	// end::router[]

	private final Orm orm = Shop
		.builder(Database.of("default", database.dataSource()), Database.of("archive", archived.dataSource()))
		.router(new ShardRouter())
		.build();

	private final Manager<Tag> tags = this.orm.manager(Tag.class);

	@Test
	void anInstanceIsWrittenToItsShardAndReadFromThere() {
		assertThat(aliases(() -> this.tags.save(tag("apple")))).containsExactly("default");
		assertThat(aliases(() -> this.tags.save(tag("zebra")))).containsExactly("archive");
		// tag::read[]
		Tag zebra = this.tags.using(shard("zebra")).get(TAG.name.eq("zebra"));
		// end::read[]
		assertThat(aliases(() -> this.tags.delete(zebra))).contains("archive").doesNotContain("default");
	}

	private static Tag tag(String name) {
		Tag tag = new Tag();
		tag.setName(name);
		return tag;
	}

	private static List<String> aliases(Runnable work) {
		return QueryLog.capture(work).events().stream().map(QueryEvent::database).toList();
	}

}
