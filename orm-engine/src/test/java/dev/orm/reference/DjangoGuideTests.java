package dev.orm.reference;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.orm.Locking;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.Row;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Event;
import dev.orm.acceptance.shop.Post;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Review;
import dev.orm.acceptance.shop.Tag;
import dev.orm.expression.F;
import dev.orm.expression.Q;
import dev.orm.load.FetchMode;
import dev.orm.persist.Getting;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import dev.orm.transaction.Atomic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Prefetch.prefetch;
import static dev.orm.acceptance.shop.CategoryPath.CATEGORY;
import static dev.orm.acceptance.shop.EventPath.EVENT;
import static dev.orm.acceptance.shop.PostPath.POST;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.acceptance.shop.ReviewPath.REVIEW;
import static dev.orm.acceptance.shop.TagPath.TAG;
import static dev.orm.expression.Aggregates.avg;
import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.sum;
import static dev.orm.expression.Expressions.caseWhen;
import static dev.orm.expression.Expressions.exists;
import static dev.orm.expression.Expressions.outer;
import static dev.orm.expression.Expressions.subquery;
import static dev.orm.expression.Functions.coalesce;
import static dev.orm.expression.functions.TextFunctions.concat;
import static dev.orm.expression.functions.Windows.over;
import static dev.orm.expression.functions.Windows.rank;
import static org.assertj.core.api.Assertions.assertThat;

/** docs/how-to/from-django.md. */
class DjangoGuideTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final Atomic atomic = orm.atomic();

	private static final Manager<Product> products = orm.manager(Product.class);

	private static final Manager<Category> categories = orm.manager(Category.class);

	private static final Manager<Review> reviews = orm.manager(Review.class);

	private static final Manager<Event> events = orm.manager(Event.class);

	private static final Manager<Post> posts = orm.manager(Post.class);

	private static final Manager<Tag> tags = orm.manager(Tag.class);

	@Test
	void reading() {
		// tag::reading[]
		List<Product> all = products.list();
		Product one = products.get(1L);
		Optional<Product> first = products.orderBy(PRODUCT.price.desc()).first();
		List<Product> some = products.filter(PRODUCT.name.icontains("lap"), PRODUCT.price.gte(500)).list();
		List<Product> others = products.exclude("category__name", "Books")
			.orderBy("-price", "name")
			.slice(5, 10)
			.list();
		boolean any = products.filter(PRODUCT.price.lt(5)).exists();
		long number = products.filter("price__gt", 100).count();
		Map<Object, Product> byKey = products.all().inBulk(List.of(1L, 2L));
		// end::reading[]
		assertThat(all).contains(one).containsAll(some).containsAll(others).containsAll(byKey.values());
		assertThat(first).isPresent();
		assertThat(any && number > all.size()).isFalse();
	}

	@Test
	void conditions() {
		// tag::conditions[]
		products.filter(PRODUCT.price.lt(20).or(PRODUCT.name.startswith("L")).and(PRODUCT.isActive.isFalse().not()))
			.list();
		products.filter(Q.of("price__lt", 20).or(Q.of("name__startswith", "L")), Q.of("isActive", false).not()).list();
		products.filter(PRODUCT.stockQuantity.gt(PRODUCT.price.times(2))).list();
		products.filter("stockQuantity__gt", F.of("price").times(2)).list();
		products.filter(PRODUCT.id.in(1, 2, 3), PRODUCT.category.isNotNull()).list();
		events.filter(EVENT.startsAt.date().gte(LocalDate.of(2024, 3, 1)), EVENT.startsAt.year().in(2023, 2024)).list();
		// end::conditions[]
		assertThat(products.filter(Q.of("price__lt", 20)).list())
			.isEqualTo(products.filter(PRODUCT.price.lt(20)).list());
	}

	record Stat(String category, long products, BigDecimal average) {
	}

	@Test
	void annotations() {
		// tag::annotations[]
		var size = count(CATEGORY.products()).as("size");
		for (Category category : categories.annotate(size).filter(size.gt(1)).orderBy(size.desc())) {
			String line = category.getName() + ": " + category.get(size);
		}
		BigDecimal average = products.aggregate(avg(PRODUCT.price));
		List<Stat> stats = products.values(PRODUCT.category().name, count(), avg(PRODUCT.price)).as(Stat::new);
		List<Row> rows = products.values("category__name").annotate("stock", sum("stockQuantity")).list();
		products
			.annotate(caseWhen(PRODUCT.price.lt(20), "cheap").otherwise("dear").as("level"),
					concat(PRODUCT.name, " / ", PRODUCT.category().name).as("title"))
			.list();
		// end::annotations[]
		assertThat(stats).hasSameSizeAs(rows);
		assertThat(average).isPositive();
	}

	@Test
	void subqueriesAndWindows() {
		// tag::subqueries[]
		QuerySet<Review> newest = reviews.filter(REVIEW.product.eq(outer(PRODUCT.id))).orderBy("-createdAt");
		products.annotate(coalesce(subquery(newest.values("rating").slice(0, 1)), 0).as("lastRating")).list();
		products.filter(exists(reviews.filter(REVIEW.product.eq(outer(PRODUCT.id)), REVIEW.rating.eq(5)))).list();
		var place = over(rank()).partitionBy(PRODUCT.category).orderBy(PRODUCT.price.desc()).as("place");
		List<Product> dearest = products.annotate(place).filter(place.lte(2)).list();
		// end::subqueries[]
		assertThat(dearest).isNotEmpty();
	}

	@Test
	void loading() {
		// tag::loading[]
		products.selectRelated(PRODUCT.category(), PRODUCT.supplier()).list();
		posts.prefetchRelated("tags", "comments__author").list();
		products.prefetchRelated(prefetch(PRODUCT.reviews(), reviews.filter("rating__gte", 4)).to("goodReviews"))
			.list();
		List<Product> light = products.only(PRODUCT.name, PRODUCT.price).fetchMode(FetchMode.RAISE).list();
		products.values("id", "name").list();
		List<Object> names = products.orderBy("name").flat("name").list();
		// end::loading[]
		assertThat(light).hasSameSizeAs(names);
	}

	@Test
	void writing() {
		undone(() -> {
			// tag::writing[]
			Tag tag = tags.create(TAG.name.is("summer"));
			tag.setName("winter");
			tags.save(tag);
			Getting<Tag> getting = tags.getOrCreate(TAG.name.is("winter"));
			boolean created = getting.created();
			products.filter(PRODUCT.id.eq(1L)).update(PRODUCT.stockQuantity.set(PRODUCT.stockQuantity.minus(1)));
			tags.bulkCreate(List.of(named("a"), named("b")), (how) -> how.ignoringConflicts());
			posts.get("pk", 1).getTags().add(tag);
			tags.filter(TAG.name.in("a", "b")).delete();
			tags.delete(tag);
			// end::writing[]
			assertThat(created).isFalse();
		});
	}

	private static Tag named(String name) {
		Tag tag = new Tag();
		tag.setName(name);
		return tag;
	}

	@Test
	void transactions() {
		undone(() -> {
			// tag::transactions[]
			atomic.run(() -> {
				Product product = products.selectForUpdate(Locking.rows().skipLocked()).get(PRODUCT.id.eq(1L));
				product.setUpdatedAt(Instant.now());
				products.save(product, (how) -> how.updateFields(List.of("updatedAt")));
				atomic.onCommit(() -> System.getLogger("shop").log(System.Logger.Level.INFO, "saved"));
			});
			// end::transactions[]
		});
		assertThat(database.connectionsInUse()).isZero();
	}

	@Test
	void sql() {
		// tag::sql[]
		List<Product> found = products.raw("SELECT * FROM shop_product WHERE price > %s", 100).list();
		String text = products.filter(PRODUCT.price.gt(100)).toSql();
		String plan = products.filter(PRODUCT.price.gt(100)).explain();
		// end::sql[]
		assertThat(found).isNotEmpty();
		assertThat(text).contains("SELECT");
		assertThat(plan).contains("Scan");
		assertThat(POST.toString()).isEmpty();
	}

	private static void undone(Runnable work) {
		try {
			atomic.run(() -> {
				work.run();
				throw new IllegalStateException("undone");
			});
		}
		catch (IllegalStateException ex) {
			assertThat(ex).hasMessage("undone");
		}
	}

}
