package dev.orm.golden;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.scope.Market;
import dev.orm.scope.Market.Bundle;
import dev.orm.scope.Market.Good;
import dev.orm.scope.Market.Remark;
import dev.orm.scope.Market.Stall;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Functions.count;
import static dev.orm.expression.Expressions.exists;
import static dev.orm.expression.Expressions.outer;
import static dev.orm.scope.GoodPath.GOOD;
import static dev.orm.scope.RemarkPath.REMARK;
import static dev.orm.scope.StallPath.STALL;

/** Where scopes stand. */
class ScopeGoldenTests {

	@RegisterExtension
	static final TestDatabase database = Market.database();

	private static final Orm orm = Market.orm(database);

	private final Manager<Good> goods = orm.manager(Good.class);

	private final Manager<Stall> stalls = orm.manager(Stall.class);

	private final Manager<Remark> remarks = orm.manager(Remark.class);

	@Test
	void theRowsThatAreAskedForAreInWhere() {
		Golden.check("scopes/root", () -> this.goods.filter(GOOD.price.gt(3)).flat("name").list());
	}

	@Test
	void aRowAskedForByItsKeyIsToo() {
		Golden.check("scopes/key", () -> this.goods.find(3L));
	}

	@Test
	void aJoinToManyHasItInOn() {
		Golden.check("scopes/to-many",
				() -> this.stalls.annotate(count(STALL.goods()).as("number")).flat("number").list());
		Golden.check("scopes/to-many-inner", () -> this.stalls.filter(STALL.goods().price.gt(3)).flat("name").list());
	}

	@Test
	void joinRowsAskForTheirTarget() {
		Golden.check("scopes/many-to-many",
				() -> this.goods.annotate(count(GOOD.topics()).as("number")).flat("number").list());
		Golden.check("scopes/many-to-many-inner",
				() -> this.goods.filter(GOOD.topics().name.eq("sale")).flat("name").list());
		Golden.check("scopes/many-to-many-trimmed", () -> this.goods.filter("topics", 2L).flat("name").list());
	}

	@Test
	void anExcludedRelationHasItInside() {
		Golden.check("scopes/exclude", () -> this.goods.exclude(GOOD.remarks().rating.gt(4)).flat("name").list());
		Golden.check("scopes/exclude-many-to-many",
				() -> this.goods.exclude(GOOD.topics().name.eq("sale")).flat("name").list());
	}

	@Test
	void anExistsAndASubqueryHaveTheirOwn() {
		Golden.check("scopes/exists",
				() -> this.goods.filter(exists(this.remarks.filter(REMARK.good().id.eq(outer(GOOD.id)))))
					.flat("name")
					.list());
		Golden.check("scopes/subquery", () -> this.remarks.filter("good__in", this.goods.all()).flat("rating").list());
	}

	@Test
	void aForeignKeyHasNone() {
		Golden.check("scopes/foreign-key", () -> this.remarks.selectRelated(REMARK.good()).list());
	}

	@Test
	void relatedManagersAndPrefetchesHaveThem() {
		Good saw = this.goods.get(1L);
		Golden.check("scopes/related", () -> {
			saw.remarks.list();
			saw.topics.list();
			saw.topics.count();
		});
		Golden.check("scopes/prefetch", () -> this.goods.prefetchRelated(GOOD.topics(), GOOD.remarks()).list());
	}

	@Test
	void aggregatesAndCountsHaveThem() {
		Golden.check("scopes/count", () -> {
			this.goods.count();
			this.goods.filter(GOOD.remarks().rating.gt(1)).distinct().count();
			this.goods.all().aggregatePerRelation().annotate(count(GOOD.topics()).as("number")).flat("number").list();
		});
	}

	@Test
	void writesOfQuerysetsHaveThem() {
		Golden.check("scopes/writes", () -> Undone.work(orm, () -> {
			this.goods.filter(GOOD.name.eq("saw")).update(GOOD.price.set(1));
			this.goods.filter(GOOD.remarks().rating.gt(4)).update(GOOD.price.set(1));
			this.remarks.filter(REMARK.rating.gt(4)).delete();
		}));
	}

	@Test
	void locksHaveThem() {
		Golden.check("scopes/lock",
				() -> Undone.work(orm, () -> this.goods.filter(GOOD.price.gt(3)).selectForUpdate().list()));
	}

	@Test
	void aChildTableAsksForItsParent() {
		Golden.check("scopes/child-table", () -> orm.manager(Bundle.class).flat("size").list());
	}

	@Test
	void whatIsLiftedIsNowhere() {
		Golden.check("scopes/lifted",
				() -> this.goods.unscoped().filter(GOOD.topics().name.eq("sale")).flat("name").list());
	}

}
