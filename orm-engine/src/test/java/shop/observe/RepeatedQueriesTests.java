package shop.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.RelatedManager;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Review;
import dev.orm.acceptance.shop.Tag;
import dev.orm.load.FetchMode;
import dev.orm.observe.QueryLog;
import dev.orm.observe.RepeatedFinding;
import dev.orm.observe.RepeatedKind;
import dev.orm.observe.RepeatedQueries;
import dev.orm.observe.RepeatedQueries.Mode;
import dev.orm.observe.RepeatedQueriesException;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import dev.orm.work.UnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Each kind of queries that should have been one, and what looks like it but is none. */
class RepeatedQueriesTests {

	private static final int THRESHOLD = 4;

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private final RepeatedQueries repeated = new RepeatedQueries(Mode.LOG, THRESHOLD, List.of("shop.ignored.*"));

	private final Orm orm = Shop.builder(database).repeatedQueries(this.repeated).build();

	private final Manager<Product> products = this.orm.manager(Product.class);

	private final Manager<Tag> tags = this.orm.manager(Tag.class);

	private List<Long> keys = List.of();

	@BeforeEach
	void readKeys() {
		this.keys = this.products.orderBy("id").slice(0, 6).list().stream().map(Product::getId).toList();
		assertThat(this.keys).hasSize(6);
	}

	@Test
	void aRelationFetchedForOneInstanceAfterTheOther() {
		RepeatedFinding finding = found(() -> {
			for (Product product : this.products.fetchMode(FetchMode.ONE).filter("id__in", this.keys).list()) {
				product.getCategory().get();
			}
		});

		assertThat(finding.kind()).isEqualTo(RepeatedKind.RELATION);
		assertThat(finding.what()).isEqualTo("Product.category");
		assertThat(finding.advice()).isEqualTo("selectRelated(PRODUCT.category())");
		assertThat(finding.site())
			.startsWith("shop.observe.RepeatedQueriesTests.aRelationFetchedForOneInstanceAfterTheOther:");
		assertThat(finding.source())
			.startsWith("shop.observe.RepeatedQueriesTests.aRelationFetchedForOneInstanceAfterTheOther:");
		assertThat(finding.count()).isEqualTo(6);
	}

	@Test
	void aRelatedManagerAskedOfOneInstanceAfterTheOther() {
		RepeatedFinding finding = found(() -> {
			for (Product product : this.products.filter("id__in", this.keys).list()) {
				RelatedManager.<Review>of(product, "reviews").filter("rating__gte", 4).count();
			}
		});

		assertThat(finding.kind()).isEqualTo(RepeatedKind.RELATED_MANAGER);
		assertThat(finding.what()).isEqualTo("Product.reviews");
		assertThat(finding.advice()).startsWith("prefetchRelated(prefetch(PRODUCT.reviews(), queryset))");
	}

	@Test
	void rowsGotOneByOne() {
		RepeatedFinding finding = found(() -> this.keys.forEach((key) -> this.products.get(PRODUCT.id.eq(key))));

		assertThat(finding.kind()).isEqualTo(RepeatedKind.GET);
		assertThat(finding.what()).isEqualTo("shop_product");
		assertThat(finding.advice()).isEqualTo("inBulk(keys)");
	}

	@Test
	void theSameAskedAgain() {
		RepeatedFinding finding = found(() -> {
			for (int i = 0; i < 3; i++) {
				this.products.filter("name", "x").count();
			}
		});

		assertThat(finding.kind()).isEqualTo(RepeatedKind.SAME);
		assertThat(finding.advice()).isEqualTo("keep the result");
	}

	@Test
	void instancesWrittenOneByOne() {
		RepeatedFinding finding = found(() -> this.orm.atomic().run(() -> {
			for (int i = 0; i < THRESHOLD; i++) {
				Tag tag = new Tag();
				tag.setName("tag " + i);
				this.tags.save(tag);
			}
			this.orm.atomic().setRollbackOnly();
		}));

		assertThat(finding.kind()).isEqualTo(RepeatedKind.WRITE);
		assertThat(finding.what()).isEqualTo("shop_tag");
		assertThat(finding.advice()).isEqualTo("bulkCreate(instances)");
	}

	@Test
	void whatOneStatementFetchesForAllIsNoFinding() {
		none(() -> {
			for (Product product : this.products.filter("id__in", this.keys).list()) {
				product.getCategory().get();
				RelatedManager.<Review>of(product, "reviews").count();
				RelatedManager.<Review>of(product, "reviews").list();
			}
		});
	}

	@Test
	void whatIsPrefetchedIsNoFinding() {
		none(() -> {
			for (int i = 0; i < 2; i++) {
				this.products.prefetchRelated("reviews").selectRelated("category").list();
			}
		});
	}

	@Test
	void theRelationOfASingleInstanceIsNoFinding() {
		none(() -> {
			for (Long key : this.keys) {
				product(this.products.fetchMode(FetchMode.ONE).filter("id", key).list());
			}
		});
	}

	private static void product(List<Product> one) {
		one.get(0).getCategory().get();
	}

	@Test
	void fewerThanTheThresholdAreNoFinding() {
		none(() -> this.keys.subList(0, THRESHOLD - 1).forEach((key) -> this.products.get(PRODUCT.id.eq(key))));
	}

	@Test
	void otherPlacesAreNoFinding() {
		none(() -> {
			this.products.get(PRODUCT.id.eq(this.keys.get(0)));
			this.products.get(PRODUCT.id.eq(this.keys.get(1)));
			this.products.get(PRODUCT.id.eq(this.keys.get(2)));
			this.products.get(PRODUCT.id.eq(this.keys.get(3)));
			this.products.get(PRODUCT.id.eq(this.keys.get(4)));
		});
	}

	@Test
	void unitsOfWorkAreCountedApart() {
		this.keys.forEach((key) -> none(() -> this.products.get(PRODUCT.id.eq(key))));
	}

	@Test
	void theSameTwiceIsNoFinding() {
		none(() -> {
			for (int i = 0; i < 2; i++) {
				this.products.filter("name", "x").count();
			}
		});
	}

	@Test
	void theSameAfterAWriteIsNoFinding() {
		none(() -> this.orm.atomic().run(() -> {
			for (int i = 0; i < 3; i++) {
				this.products.filter("name", "x").count();
				this.products.filter("name", "x").update(Map.of("name", "y"));
			}
		}));
	}

	@Test
	void queriesWithOtherValuesAreNoFinding() {
		none(() -> this.keys.forEach((key) -> this.products.filter("category", key).count()));
	}

	@Test
	void writesInBulkAreNoFinding() {
		none(() -> this.orm.atomic().run(() -> {
			List<Tag> many = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				Tag tag = new Tag();
				tag.setName("bulk " + i);
				many.add(tag);
			}
			this.tags.bulkCreate(many, (how) -> how.batchSize(2));
			this.orm.atomic().setRollbackOnly();
		}));
	}

	@Test
	void whatIsMeantSoIsAllowed() {
		// tag::allow[]
		RepeatedQueries.allow(() -> this.keys.forEach((key) -> products.get(PRODUCT.id.eq(key))));
		// end::allow[]
		none(() -> RepeatedQueries.allow(() -> this.keys.forEach((key) -> this.products.get(PRODUCT.id.eq(key)))));
	}

	@Test
	void placesCanBeIgnored() {
		RepeatedQueries blind = new RepeatedQueries(Mode.FAIL, THRESHOLD, List.of("shop.observe.*"));
		Manager<Product> ignored = Shop.builder(database).repeatedQueries(blind).build().manager(Product.class);

		UnitOfWork.run(() -> this.keys.forEach((key) -> ignored.get(PRODUCT.id.eq(key))));

		assertThat(blind.findings()).isEmpty();
	}

	@Test
	void outsideOfAUnitATransactionIsOne() {
		this.keys.forEach((key) -> this.products.get(PRODUCT.id.eq(key)));
		assertThat(this.repeated.findings()).isEmpty();

		this.orm.atomic().run(() -> this.keys.forEach((key) -> this.products.get(PRODUCT.id.eq(key))));

		assertThat(this.repeated.findings()).singleElement()
			.satisfies((finding) -> assertThat(finding.kind()).isEqualTo(RepeatedKind.GET));
	}

	@Test
	void aPlaceIsToldOfOnceAndCountedEachTime() {
		for (int i = 0; i < 2; i++) {
			UnitOfWork.run(() -> this.keys.forEach((key) -> this.products.get(PRODUCT.id.eq(key))));
		}

		assertThat(this.repeated.findings()).hasSize(1);
		assertThat(this.repeated.count(RepeatedKind.GET)).isEqualTo(2);
	}

	@Test
	void itMayFailInstead() {
		RepeatedQueries strict = new RepeatedQueries(Mode.FAIL, THRESHOLD, List.of());
		Manager<Product> checked = Shop.builder(database).repeatedQueries(strict).build().manager(Product.class);
		List<Long> read = new ArrayList<>();

		assertThatExceptionOfType(RepeatedQueriesException.class).isThrownBy(() -> UnitOfWork.run(() -> {
			for (Long key : this.keys) {
				checked.get(PRODUCT.id.eq(key));
				read.add(key);
			}
		}))
			.withMessageContaining("4 statements at shop.observe.RepeatedQueriesTests")
			.withMessageContaining("hint: inBulk(keys); or RepeatedQueries.allow(...)")
			.satisfies((ex) -> assertThat(ex.finding().kind()).isEqualTo(RepeatedKind.GET));
		assertThat(read).hasSize(THRESHOLD - 1);
		assertThat(database.connectionsInUse()).isZero();
	}

	@Test
	void offItCountsOnly() {
		RepeatedQueries off = new RepeatedQueries(Mode.OFF, THRESHOLD, List.of());
		Manager<Product> counted = Shop.builder(database).repeatedQueries(off).build().manager(Product.class);

		assertThatCode(() -> UnitOfWork.run(() -> this.keys.forEach((key) -> counted.get(PRODUCT.id.eq(key)))))
			.doesNotThrowAnyException();
		assertThat(off.findings()).isEmpty();
	}

	private RepeatedFinding found(Runnable work) {
		UnitOfWork.run(work);
		assertThat(this.repeated.findings()).hasSize(1);
		return this.repeated.findings().get(0);
	}

	private void none(Runnable work) {
		QueryLog log = QueryLog.capture(() -> UnitOfWork.run(work));
		assertThat(log.count()).isPositive();
		assertThat(this.repeated.findings()).isEmpty();
	}

}
