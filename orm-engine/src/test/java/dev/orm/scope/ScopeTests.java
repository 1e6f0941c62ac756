package dev.orm.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.error.DoesNotExistException;
import dev.orm.error.IllegalQueryException;
import dev.orm.observe.QueryLog;
import dev.orm.scope.Market.Bundle;
import dev.orm.scope.Market.Cheap;
import dev.orm.scope.Market.Good;
import dev.orm.scope.Market.Guide;
import dev.orm.scope.Market.Remark;
import dev.orm.scope.Market.Stall;
import dev.orm.scope.Market.Topic;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Functions.count;
import static dev.orm.expression.Expressions.exists;
import static dev.orm.expression.Expressions.outer;
import static dev.orm.scope.GoodPath.GOOD;
import static dev.orm.scope.RemarkPath.REMARK;
import static dev.orm.scope.StallPath.STALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Scopes hold wherever rows are asked for, and nowhere else. */
class ScopeTests {

	@RegisterExtension
	static final TestDatabase database = Market.database();

	private final Orm orm = Market.orm(database);

	private final Manager<Good> goods = this.orm.manager(Good.class);

	private final Manager<Remark> remarks = this.orm.manager(Remark.class);

	private final Manager<Stall> stalls = this.orm.manager(Stall.class);

	private final Manager<Topic> topics = this.orm.manager(Topic.class);

	@BeforeEach
	void fill() {
		Market.fill(database);
	}

	private static List<String> names(Iterable<Good> goods) {
		List<String> names = new ArrayList<>();
		goods.forEach((good) -> names.add(good.name));
		return names;
	}

	@Test
	void rowsOutsideAreNotListedCountedOrFound() {
		assertThat(names(this.goods.list())).containsExactly("nail", "rope", "saw");
		assertThat(this.goods.count()).isEqualTo(3);
		assertThat(this.goods.filter(GOOD.name.eq("glue")).exists()).isFalse();
		assertThat(this.goods.find(3L)).isEmpty();
		assertThatExceptionOfType(DoesNotExistException.class).isThrownBy(() -> this.goods.get(3L));
	}

	@Test
	void whatIsLiftedIsThereAgain() {
		// tag::lifted[]
		List<Good> all = this.goods.unscoped("visible").list();
		long goodsOfAll = this.stalls.unscoped(Good.class, "visible").aggregate(count(STALL.goods()));
		// end::lifted[]
		assertThat(names(all)).containsExactly("glue", "nail", "rope", "saw");
		assertThat(goodsOfAll).isEqualTo(4);
		assertThat(this.goods.unscoped().count()).isEqualTo(4);
		assertThat(this.goods.unscoped(Topic.class, "visible").count()).isEqualTo(3);
	}

	@Test
	void scopesOfOneNameAreLiftedForAllModelsOrForOne() {
		assertThat(this.goods.filter(GOOD.topics().name.eq("sale")).unscoped("visible").count()).isEqualTo(2);
		assertThat(names(this.goods.filter("topics__hidden", true).unscoped(Topic.class, "visible").list()))
			.containsExactly("nail", "saw");
		assertThat(this.goods.filter("topics__hidden", true).count()).isZero();
	}

	@Test
	void whatIsJoinedToManyIsSeenToo() {
		assertThat(names(this.goods.filter(GOOD.remarks().rating.lt(3)).list())).isEmpty();
		assertThat(names(this.goods.filter(GOOD.remarks().isNull()).list())).containsExactly("rope");
		assertThat(names(this.goods.exclude(GOOD.remarks().rating.gt(4)).list())).containsExactly("nail", "rope");
		assertThat(this.goods.annotate(count(GOOD.remarks()).as("number")).orderBy(GOOD.id).flat("number").list())
			.containsExactly(1L, 1L, 0L);
	}

	@Test
	void joinRowsCountWhoseTargetIsSeen() {
		assertThat(this.goods.annotate(count(GOOD.topics()).as("number")).orderBy(GOOD.id).flat("number").list())
			.containsExactly(2L, 0L, 1L);
		assertThat(names(this.goods.filter(GOOD.topics().isNull()).list())).containsExactly("nail");
		assertThat(names(this.goods.filter("topics", 2L).list())).isEmpty();
		assertThat(names(this.goods.exclude("topics", 2L).list())).containsExactly("nail", "rope", "saw");
		assertThat(this.goods.orderBy("id").values("name", "topics__name").list()).hasSize(4);
		assertThat(this.goods.aggregatePerRelation()
			.annotate(count(GOOD.topics()).as("number"))
			.orderBy(GOOD.id)
			.flat("number")
			.list()).containsExactly(2L, 0L, 1L);
	}

	@Test
	void relatedManagersSeeTheSameRows() {
		Good saw = this.goods.get(1L);
		assertThat(saw.remarks.count()).isEqualTo(1);
		assertThat(saw.topics.list()).extracting((topic) -> topic.name).containsExactly("tools", "wood");
		assertThat(saw.topics.count()).isEqualTo(2);
		assertThat(saw.topics.unscoped("visible").count()).isEqualTo(3);
		assertThat(this.stalls.get(1L).goods.list()).hasSize(2);
	}

	@Test
	void anOwnerIsThereWhateverItsScopesSay() {
		Good glue = this.goods.unscoped("visible").get(3L);
		assertThat(glue.topics.list()).extracting((topic) -> topic.name).containsExactly("tools");
		assertThat(glue.topics.count()).isEqualTo(1);
		assertThat(this.goods.unscoped(Good.class, "visible").prefetchRelated(GOOD.topics()).get(3L).topics.list())
			.hasSize(1);
		assertThat(this.goods.unscoped("visible")
			.aggregatePerRelation()
			.annotate(count(GOOD.topics()).as("number"))
			.orderBy(GOOD.id)
			.flat("number")
			.list()).containsExactly(3L, 1L, 1L, 1L);
	}

	@Test
	void prefetchesAndPeersSeeTheSameRows() {
		List<Good> found = this.goods.orderBy("id").prefetchRelated(GOOD.topics(), GOOD.remarks(), GOOD.guide()).list();
		assertThat(found).extracting((good) -> good.topics.list().size()).containsExactly(2, 0, 1);
		assertThat(found).extracting((good) -> good.remarks.list().size()).containsExactly(1, 1, 0);
		assertThat(found).extracting((good) -> good.guide.orNull() != null).containsExactly(true, false, false);
		List<Stall> peers = this.stalls.orderBy("id").list();
		assertThat(peers).extracting((stall) -> stall.goods.count()).containsExactly(2L, 1L);
	}

	@Test
	void aForeignKeyLeadsToWhateverRowIsThere() {
		Remark remark = this.remarks.get(5L);
		assertThat(remark.good.get().name).isEqualTo("glue");
		assertThat(this.remarks.selectRelated(REMARK.good()).get(5L).good.get().name).isEqualTo("glue");
		assertThat(this.remarks.filter(REMARK.good().name.eq("glue")).count()).isEqualTo(1);
		assertThat(this.remarks.prefetchRelated(REMARK.good()).get(5L).good.get().name).isEqualTo("glue");
	}

	@Test
	void aReverseOneToOneIsSeenToo() {
		assertThat(this.goods.selectRelated(GOOD.guide()).orderBy("id").list())
			.extracting((good) -> good.guide.orNull() != null)
			.containsExactly(true, false, false);
		assertThat(this.goods.get(2L).guide.orNull()).isNull();
		assertThat(names(this.goods.filter(GOOD.guide().pages.gt(5)).list())).containsExactly("saw");
	}

	@Test
	void subqueriesSeeTheSameRows() {
		assertThat(names(this.goods.filter(exists(this.remarks.filter(REMARK.good().id.eq(outer(GOOD.id))))).list()))
			.containsExactly("nail", "saw");
		assertThat(this.stalls.filter("goods__in", this.goods.all()).distinct().count()).isEqualTo(2);
		assertThat(names(this.goods.filter(GOOD.name.eq("saw")).union(this.goods.filter(GOOD.name.eq("glue"))).list()))
			.containsExactly("saw");
	}

	@Test
	void updatesAndDeletesOfQuerysetsKeepToTheirRows() {
		assertThat(this.goods.all().update(GOOD.price.set(7))).isEqualTo(3);
		assertThat(this.goods.unscoped("visible").filter(GOOD.price.eq(7)).count()).isEqualTo(3);
		assertThat(this.goods.filter(GOOD.remarks().rating.gt(0)).update(GOOD.price.set(8))).isEqualTo(2);
		assertThat(this.remarks.all().delete().total()).isEqualTo(3);
		assertThat(this.remarks.unscoped("genuine").count()).isEqualTo(2);
	}

	@Test
	void aDeleteTakesAllThatPointsToTheRow() {
		assertThat(this.goods.delete(this.goods.get(1L)).perModel()).containsEntry("Remark", 2L);
		assertThat(this.remarks.unscoped().count()).isEqualTo(3);
	}

	@Test
	void rowsAtHandAreSavedRefreshedAndReferredTo() {
		Good glue = this.goods.unscoped("visible").get(3L);
		glue.price = 6;
		this.goods.save(glue);
		this.goods.refresh(glue);
		assertThat(glue.price).isEqualTo(6);
		assertThat(this.goods.bulkUpdate(List.of(glue), "price")).isEqualTo(1);
		assertThat(this.goods.reference(3L).remarks.count()).isEqualTo(1);
		assertThat(this.goods.unscoped("visible").defer("price").get(3L).getPrice()).isEqualTo(6);
	}

	@Test
	void getOrCreateLooksAmongTheRowsThatAreSeen() {
		assertThat(this.topics.getOrCreate(Map.of("name", "sale"), Map.of("hidden", false)).created()).isTrue();
		assertThat(this.topics.getOrCreate(Map.of("name", "tools"), Map.of("hidden", false)).created()).isFalse();
	}

	@Test
	void writesOfRelatedManagersKeepToTheirRows() {
		Good saw = this.goods.get(1L);
		saw.topics.clear();
		assertThat(saw.topics.unscoped("visible").list()).extracting((topic) -> topic.name).containsExactly("sale");
		saw.topics.set(List.of(this.topics.get(1L)));
		assertThat(saw.topics.unscoped("visible").count()).isEqualTo(2);
	}

	@Test
	void aProxyIsAboutFewerRows() {
		assertThat(names(List.copyOf(this.orm.manager(Cheap.class).list()))).containsExactly("nail");
		assertThat(this.orm.manager(Cheap.class).unscoped("cheap").count()).isEqualTo(3);
		assertThat(this.orm.manager(Cheap.class).unscoped("visible").count()).isEqualTo(2);
		assertThat(this.goods.count()).isEqualTo(3);
	}

	@Test
	void aRowSaysItsModelAndKey() {
		assertThat(this.orm.manager(Cheap.class).first().orElseThrow()).hasToString("Cheap(2)");
		assertThat(this.goods.get(1L)).hasToString("Good(1)");
		assertThat(new Good()).hasToString("Good(null)");
	}

	@Test
	void aChildTableIsSeenAsItsParentIs() {
		Manager<Bundle> bundles = this.orm.manager(Bundle.class);
		assertThat(names(List.copyOf(bundles.list()))).containsExactly("saw");
		assertThat(bundles.count()).isEqualTo(1);
		assertThat(bundles.unscoped("visible").count()).isEqualTo(2);
		assertThat(bundles.unscoped(Good.class, "visible").count()).isEqualTo(2);
		assertThat(bundles.all().update(Map.of("size", 200))).isEqualTo(1);
		assertThat(bundles.count()).isZero();
		assertThat(bundles.unscoped().count()).isEqualTo(2);
	}

	@Test
	void locksAreTakenOfRowsThatAreSeen() {
		this.orm.atomic().run(() -> assertThat(this.goods.selectForUpdate().list()).hasSize(3));
	}

	@Test
	void aNameNoModelKnowsIsRefusedWithTheNamesThereAre() {
		assertThatExceptionOfType(IllegalQueryException.class).isThrownBy(() -> this.goods.unscoped("visibel").count())
			.withMessageContaining("Good, nor a model it leads to, has no scope 'visibel'")
			.withMessageContaining("Choices: genuine, published, small, visible");
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> this.goods.unscoped(Guide.class, "visible").count())
			.withMessageContaining("Guide has no scope 'visible'");
	}

	@Test
	void queriesThatLiftDifferentScopesAreNotMerged() {
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> this.goods.unscoped("visible").or(this.goods.filter(GOOD.price.gt(1))).list())
			.withMessageContaining("lift different scopes");
		assertThat(names(this.goods.filter(GOOD.price.gt(20)).or(this.goods.filter(GOOD.name.eq("glue"))).list()))
			.containsExactly("saw");
	}

	@Test
	void aSliceIsLiftedAsAWhole() {
		assertThat(names(this.goods.unscoped("visible")
			.orderBy("id")
			.slice(0, 3)
			.or(this.goods.unscoped("visible").filter(GOOD.name.eq("none")))
			.orderBy("id")
			.list())).containsExactly("saw", "nail", "glue");
	}

	@Test
	void aCountOfRelatedRowsIsOneStatement() {
		Good saw = this.goods.get(1L);
		assertThat(QueryLog.capture(() -> saw.topics.count()).events()).hasSize(1);
	}

}
