package dev.orm.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.RelatedManager;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Tag;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.RelationOperationException;
import dev.orm.execute.Database;
import dev.orm.observe.QueryEvent;
import dev.orm.observe.QueryLog;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Prefetch.prefetch;
import static dev.orm.acceptance.shop.CategoryPath.CATEGORY;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.acceptance.shop.TagPath.TAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Each way of reading and writing on another database stays on it. */
class OtherDatabaseTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	@RegisterExtension
	static final TestDatabase archived = Shop.database();

	private static final Orm orm = Shop
		.builder(Database.of("default", database.dataSource()), Database.of("archive", archived.dataSource()))
		.build();

	private static final Manager<Product> products = orm.manager(Product.class);

	private static final Manager<Category> categories = orm.manager(Category.class);

	private static final Manager<Tag> tags = orm.manager(Tag.class);

	@BeforeEach
	void distinguish() {
		database.execute("UPDATE shop_product SET name = 'here ' || id");
		archived.execute("UPDATE shop_product SET name = 'there ' || id");
	}

	@AfterEach
	void noConnectionLeaks() {
		assertThat(database.connectionsInUse()).isZero();
		assertThat(archived.connectionsInUse()).isZero();
	}

	@Test
	void everyTerminalAsksTheArchive() {
		var there = products.using("archive");
		Product one = there.get(PRODUCT.id.eq(1L));
		onlyArchive(() -> assertThat(there.filter(PRODUCT.name.startswith("there")).exists()).isTrue());
		onlyArchive(() -> assertThat(there.filter(PRODUCT.name.startswith("here")).count()).isZero());
		onlyArchive(() -> assertThat(there.contains(one)).isTrue());
		onlyArchive(() -> assertThat(there.first()).isPresent());
		onlyArchive(() -> assertThat(there.inBulk(List.of(1L)).get(1L).getName()).isEqualTo("there 1"));
		onlyArchive(() -> assertThat(there.values(PRODUCT.name).list()).isNotEmpty());
		onlyArchive(() -> assertThat(there.explain()).isNotEmpty());
	}

	@Test
	void rawRowsComeFromAndGoBackToTheArchive() {
		List<Product> found = new ArrayList<>();
		onlyArchive(() -> found.addAll(products.on("archive")
			.raw("SELECT * FROM shop_product WHERE id = %s", 1)
			.prefetchRelated("category")
			.list()));
		assertThat(found).extracting(Product::getName).containsExactly("there 1");
		onlyArchive(() -> products.save(found.get(0)));
		Product deferred = products.on("archive").raw("SELECT id FROM shop_product WHERE id = 1").list().get(0);
		onlyArchive(() -> assertThat(deferred.getName()).isEqualTo("there 1"));
	}

	@Test
	void aStreamAndWhatItPrefetchesComeFromTheArchive() {
		onlyArchive(() -> {
			try (Stream<Product> rows = products.using("archive")
				.prefetchRelated(PRODUCT.category(), PRODUCT.tags())
				.stream(2)) {
				assertThat(rows.map(Product::getName)).allMatch((name) -> name.startsWith("there"));
			}
		});
	}

	@Test
	void aPrefetchedQueryMayNameADatabaseOfItsOwn() {
		List<Category> found = new ArrayList<>();
		assertThat(aliases(() -> found.addAll(categories.using("archive")
			.prefetchRelated(prefetch(CATEGORY.products(), products.using("default").prefetchRelated("supplier")))
			.list()))).containsExactly("archive", "default", "default");
		Product here = found.stream()
			.flatMap((category) -> RelatedManager.of(category, CATEGORY.products()).list().stream())
			.findFirst()
			.orElseThrow();
		assertThat(here.getName()).startsWith("here");
		assertThat(aliases(() -> products.save(here))).containsOnly("default");
		assertThat(aliases(() -> here.getCategory().get())).isEmpty();

		assertThat(aliases(() -> products.prefetchRelated(prefetch(PRODUCT.tags(), tags.using("archive"))).list()))
			.containsExactly("default", "archive");
		assertThat(aliases(
				() -> products.using("archive").prefetchRelated(prefetch(PRODUCT.category(), categories.all())).list()))
			.as("one that does not say follows its owners")
			.containsExactly("archive", "archive");
	}

	@Test
	void aCascadeDeletesWhereItBegan() {
		Category there = categories.using("archive").filter(CATEGORY.products().id.gt(0L)).first().orElseThrow();
		long here = products.count();
		orm.atomic().using("archive").run(() -> {
			onlyArchive(() -> categories.delete(there));
			assertThat(products.using("archive").filter(PRODUCT.category().id.eq(there.getId())).exists()).isFalse();
			onlyArchive(() -> products.using("archive").filter(PRODUCT.id.gt(0L)).delete());
			assertThat(products.using("archive").exists()).isFalse();
			orm.atomic().using("archive").setRollbackOnly();
		});
		assertThat(products.count()).isEqualTo(here);
		assertThat(products.using("archive").exists()).isTrue();
	}

	@Test
	void bulkWritesGoToTheArchive() {
		List<Tag> made = new ArrayList<>(List.of(tag("bulk-1"), tag("bulk-2")));
		onlyArchive(() -> tags.on("archive").bulkCreate(made));
		made.forEach((tag) -> tag.setName(tag.getName() + "+"));
		onlyArchive(() -> tags.bulkUpdate(made, "name"));
		onlyArchive(() -> tags.using("archive").filter(TAG.name.eq("bulk-1+")).update(TAG.name.set("bulk-3")));
		assertThat(tags.filter(TAG.name.startswith("bulk-")).exists()).isFalse();
		onlyArchive(() -> tags.using("archive").filter(TAG.name.startswith("bulk-")).delete());
		onlyArchive(() -> tags.on("archive").getOrCreate(TAG.name.is("bulk-4")));
		assertThat(tags.filter(TAG.name.startswith("bulk-")).exists()).isFalse();
	}

	@Test
	void aRelatedManagerOnADatabaseRelatesWhatItCreates() {
		Category category = categories.first().orElseThrow();
		RelatedManager<Product> related = RelatedManager.of(category, CATEGORY.products());
		int before = related.list().size();
		orm.atomic().run(() -> {
			Product made = related.on("default").create(named("related-1"));
			assertThat(made.getCategory().id()).isEqualTo(category.getId());
			assertThat(related.on("default").getOrCreate(named("related-2"), Map.of()).created()).isTrue();
			assertThat(related.on("default").updateOrCreate(named("related-3"), Map.of()).created()).isTrue();
			assertThat(related.on("default").on("default").getOrCreate(named("related-3"), Map.of()).created())
				.as("it is among the related rows")
				.isFalse();
			assertThat(related.list()).hasSize(before + 3);
			orm.atomic().setRollbackOnly();
		});
	}

	@Test
	void aManyToManyManagerOnADatabaseRelatesWhatItCreates() {
		Product product = products.get(PRODUCT.id.eq(1L));
		RelatedManager<Tag> related = RelatedManager.of(product, PRODUCT.tags());
		int before = related.list().size();
		orm.atomic().run(() -> {
			related.on("default").create(Map.of("name", "related-1"));
			related.on("default").getOrCreate(Map.of("name", "related-2"), Map.of());
			related.on("default").updateOrCreate(Map.of("name", "related-3"), Map.of());
			assertThat(related.list()).hasSize(before + 3);
			orm.atomic().setRollbackOnly();
		});
	}

	@Test
	void aRelatedManagerOnADatabaseForgetsWhatItKnew() {
		Category known = categories.prefetchRelated(CATEGORY.products()).first().orElseThrow();
		RelatedManager<Product> related = RelatedManager.of(known, CATEGORY.products());
		assertThat(aliases(related::list)).isEmpty();
		related.on("default").bulkCreate(List.of());
		assertThat(aliases(related::list)).containsExactly("default");
	}

	@Test
	void aRelatedManagerRelatesNothingAcrossDatabases() {
		Category category = categories.first().orElseThrow();
		Product product = products.get(PRODUCT.id.eq(1L));
		assertThatExceptionOfType(RelationOperationException.class)
			.isThrownBy(() -> RelatedManager.of(category, CATEGORY.products()).on("archive").create(named("across")));
		assertThatExceptionOfType(RelationOperationException.class).isThrownBy(
				() -> RelatedManager.of(product, PRODUCT.tags()).on("archive").create(Map.of("name", "across")));
		assertThat(products.using("archive").filter(PRODUCT.name.eq("across")).exists()).isFalse();
		assertThat(tags.using("archive").filter(TAG.name.eq("across")).exists()).isFalse();
	}

	private static Map<String, Object> named(String name) {
		return Map.of("name", name, "price", 1, "supplierId", 1L);
	}

	@Test
	void instancesOfTwoDatabasesAreNotWrittenTogether() {
		Product here = products.get(PRODUCT.id.eq(1L));
		Product there = products.using("archive").get(PRODUCT.id.eq(2L));
		assertThat(aliases(() -> {
			assertThatExceptionOfType(IllegalQueryException.class)
				.isThrownBy(() -> products.bulkUpdate(List.of(here, there), PRODUCT.name))
				.withMessageContaining("'default' and 'archive'")
				.withMessageContaining("hint");
			assertThatExceptionOfType(IllegalQueryException.class)
				.isThrownBy(() -> products.bulkCreate(List.of(there, new Product(), here)));
		})).isEmpty();
		assertThat(aliases(() -> products.on("default").bulkUpdate(List.of(here, there), "name")))
			.as("where it is said")
			.containsOnly("default");
	}

	private static Tag tag(String name) {
		Tag tag = new Tag();
		tag.setName(name);
		return tag;
	}

	private static void onlyArchive(Runnable work) {
		assertThat(aliases(work)).isNotEmpty().containsOnly("archive");
	}

	private static List<String> aliases(Runnable work) {
		return QueryLog.capture(work).events().stream().map(QueryEvent::database).toList();
	}

}
