package dev.orm.querying;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Post;
import dev.orm.expression.AggregateExpression;
import dev.orm.model.Model;
import dev.orm.test.LogLines;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.countDistinct;
import static dev.orm.expression.Aggregates.max;
import static org.assertj.core.api.Assertions.assertThat;

/** Aggregates over several to-many relations multiply each other, and the log says so. */
class MultipliedAggregateTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	@RegisterExtension
	final LogLines log = LogLines.of("dev.orm.resolve");

	private final Orm orm = Shop.orm(database);

	private final Manager<Post> posts = this.orm.manager(Post.class);

	@Test
	void countsOverTwoRelationsAreTooLarge() {
		list(count("tags"), count("comments"));
		assertThat(this.log.messages()).singleElement().asString().contains("several to-many relations");
	}

	@Test
	void whatRepeatsDoNotChangeIsRight() {
		list(count("tags"), max("comments__id"));
		list(count("tags"), countDistinct("comments"));
		assertThat(this.log.messages()).isEmpty();
	}

	private void list(AggregateExpression<Model, ?> first, AggregateExpression<Model, ?> second) {
		this.posts.annotate("first", first).annotate("second", second).list();
	}

}
