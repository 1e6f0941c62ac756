package dev.orm.routing;

import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.RelatedManager;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Supplier;
import dev.orm.acceptance.shop.Tag;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.RelationOperationException;
import dev.orm.error.TransactionManagementException;
import dev.orm.execute.Database;
import dev.orm.meta.EntityModel;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.observe.QueryEvent;
import dev.orm.observe.QueryLog;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.CategoryPath.CATEGORY;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.acceptance.shop.TagPath.TAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Two databases with the same tables: nothing crosses in silence. */
class SeveralDatabasesTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	@RegisterExtension
	static final TestDatabase archived = Shop.database();

	private static final Database DEFAULT = Database.of("default", database.dataSource());

	private static final Database ARCHIVE = Database.of("archive", archived.dataSource());

	private static final Orm orm = Shop.builder(DEFAULT, ARCHIVE).build();

	private static final Manager<Product> products = orm.manager(Product.class);

	private static final Manager<Category> categories = orm.manager(Category.class);

	private static final Manager<Tag> tags = orm.manager(Tag.class);

	@BeforeEach
	void distinguish() {
		database.execute("UPDATE shop_product SET name = 'here ' || id",
				"UPDATE shop_category SET name = 'here ' || id");
		archived.execute("UPDATE shop_product SET name = 'there ' || id",
				"UPDATE shop_category SET name = 'there ' || id");
	}

	@AfterEach
	void noConnectionLeaks() {
		assertThat(database.connectionsInUse()).isZero();
		assertThat(archived.connectionsInUse()).isZero();
	}

	@Test
	void databasesAreAddedByTheirAlias() {
		// tag::build[]
		Orm several = Orm.builder()
			.database(Database.of("default", database.dataSource()))
			.database(Database.of("archive", archived.dataSource()))
			.models(List.of(Tag.class, Product.class, Category.class, Supplier.class))
			.build();
		// end::build[]
		assertThat(several.manager(Tag.class).using("archive").count()).isPositive();
	}

	@Test
	void anInstanceIsSavedRefreshedAndDeletedWhereItCameFrom() {
		// tag::follow[]
		Product product = products.using("archive").get(PRODUCT.id.eq(1L));
		product.setName("renamed");
		products.save(product); // into archive
		// end::follow[]
		assertThat(name("default")).isEqualTo("here 1");
		assertThat(name("archive")).isEqualTo("renamed");

		archived.execute("UPDATE shop_product SET name = 'again' WHERE id = 1");
		assertThat(products.refresh(product).getName()).isEqualTo("again");

		Tag tag = tags.on("archive").create(Map.of("name", "only there"));
		assertThat(tags.filter(TAG.name.eq("only there")).exists()).isFalse();
		tags.delete(tag);
		assertThat(tags.using("archive").filter(TAG.name.eq("only there")).exists()).isFalse();
	}

	@Test
	void relationsAndRelatedManagersFollowTheInstance() {
		Product product = products.using("archive").get(PRODUCT.id.eq(1L));
		assertThat(aliases(() -> product.getCategory().get())).containsExactly("archive");
		assertThat(product.getCategory().get().getName()).startsWith("there");
		Product deferred = products.using("archive").only(PRODUCT.id).get(PRODUCT.id.eq(1L));
		assertThat(deferred.getName()).isEqualTo("there 1");

		Category category = categories.using("archive").get(CATEGORY.id.eq(product.getCategory().id(Long.class)));
		RelatedManager<Product> related = RelatedManager.of(category, CATEGORY.products());
		assertThat(aliases(() -> assertThat(related.all().list()).contains(product))).containsExactly("archive");
		assertThat(aliases(() -> categories.using("archive").prefetchRelated(CATEGORY.products()).list()))
			.containsOnly("archive");
	}

	@Test
	void onIsAManagerOfTheSameRowsThere() {
		// tag::on[]
		Product product = products.get(PRODUCT.id.eq(2L));
		products.on("archive").save(product); // a copy; the instance moves there
		// end::on[]
		assertThat(products.using("archive").get(PRODUCT.id.eq(2L)).getName()).isEqualTo("here 2");
		assertThat(aliases(() -> products.save(product))).containsExactly("archive");
		assertThat(aliases(() -> products.on("archive").filter(PRODUCT.id.gt(0L)).count())).containsExactly("archive");
		assertThat(aliases(() -> products.on("archive").bulkUpdate(List.of(product), "name"))).containsOnly("archive");
	}

	@Test
	void locksAskForATransactionOfTheirOwnDatabase() {
		assertThatExceptionOfType(TransactionManagementException.class)
			.isThrownBy(() -> orm.atomic().run(() -> products.using("archive").selectForUpdate().list()))
			.withMessageContaining("database 'archive'");
		assertThatExceptionOfType(TransactionManagementException.class)
			.isThrownBy(() -> products.using("archive").selectForUpdate().stream(10));
		orm.atomic().using("archive").run(() -> {
			assertThat(products.using("archive").selectForUpdate().list()).isNotEmpty();
			assertThatExceptionOfType(TransactionManagementException.class)
				.isThrownBy(() -> products.selectForUpdate().list())
				.withMessageContaining("database 'default'");
		});
	}

	@Test
	void aQueryInsideAnotherMayNotNameAnotherDatabase() {
		QueryLog log = QueryLog.capture(() -> {
			refused(() -> products.filter(PRODUCT.category().id.in(categories.using("archive").values(CATEGORY.id)))
				.list());
			refused(() -> products.filter(PRODUCT.category().id.in(categories.using("archive").values(CATEGORY.id)))
				.count());
			refused(() -> products.union(products.using("archive").all()).list());
			refused(() -> products.filter(PRODUCT.category().id.in(categories.using("archive").values(CATEGORY.id)))
				.update(PRODUCT.name.set("x")));
		});
		assertThat(log.count()).isZero();
		assertThat(products.using("archive").filter(PRODUCT.category().id.in(categories.values(CATEGORY.id))).exists())
			.as("one that does not say inherits")
			.isTrue();
		assertThat(products.using("archive").union(products.using("archive").all()).list()).isNotEmpty();
	}

	private static void refused(Runnable query) {
		assertThatExceptionOfType(IllegalQueryException.class).isThrownBy(query::run)
			.withMessageContaining("it uses 'default', one inside asks for 'archive'")
			.withMessageContaining("hint");
	}

	@Test
	void instancesOfTwoDatabasesAreNotRelated() {
		Category there = categories.using("archive").first().orElseThrow();
		Product here = products.get(PRODUCT.id.eq(3L));
		here.setCategory(ForeignKey.to(there));
		assertThatExceptionOfType(RelationOperationException.class).isThrownBy(() -> products.save(here))
			.withMessageContaining("of database 'default', the other of 'archive'");
		assertThatExceptionOfType(RelationOperationException.class)
			.isThrownBy(() -> RelatedManager.of(there, CATEGORY.products()).add(here));
		assertThatExceptionOfType(RelationOperationException.class)
			.isThrownBy(() -> products.create(Map.of("name", "new", "category", there)));
		assertThatExceptionOfType(RelationOperationException.class)
			.isThrownBy(() -> products.bulkCreate(List.of(here)));
		assertThatExceptionOfType(IllegalQueryException.class).isThrownBy(() -> categories.contains(there))
			.withMessageContaining("'archive'");
		Orm open = Shop.builder(DEFAULT, ARCHIVE).router(new Router() {

			@Override
			public Boolean allowRelation(Model one, Model other, Hints hints) {
				return true;
			}

		}).build();
		open.manager(Product.class).save(here);
	}

	@Test
	void routersAreAskedInOrderAndSeeTheInstance() {
		// tag::router[]
		Router readsFromTheArchive = new Router() {

			@Override
			public @Nullable Route dbForRead(EntityModel model, Hints hints) {
				return model.name().equals("Product") && hints.instance().isEmpty() ? Route.to("archive") : null;
			}

		};
		// end::router[]
		Orm routed = Shop.builder(DEFAULT, ARCHIVE).router(readsFromTheArchive).router(new Router() {

			@Override
			public Route dbForRead(EntityModel model, Hints hints) {
				return Route.DEFAULT;
			}

			@Override
			public Route dbForWrite(EntityModel model, Hints hints) {
				return Route.DEFAULT;
			}

		}).build();
		Manager<Product> managed = routed.manager(Product.class);
		assertThat(aliases(managed::count)).containsExactly("archive");
		assertThat(aliases(() -> routed.manager(Category.class).count())).containsExactly("default");
		assertThat(aliases(() -> managed.using("default").count())).as("what is asked comes first")
			.containsExactly("default");
		Product product = managed.get(PRODUCT.id.eq(4L));
		assertThat(aliases(() -> managed.save(product))).as("sent home").contains("default").doesNotContain("archive");
		assertThat(aliases(() -> managed.filter(PRODUCT.id.eq(4L)).update(PRODUCT.name.set("x"))))
			.containsExactly("default");
	}

	@Test
	void aNameThatIsNoneOfADatabaseIsRefusedWithTheChoices() {
		assertThatExceptionOfType(IllegalQueryException.class).isThrownBy(() -> products.using("other").list())
			.withMessage("Unknown database 'other'. Choices: default, archive");
		assertThatExceptionOfType(IllegalQueryException.class).isThrownBy(() -> products.using(" "));
	}

	private static String name(String alias) {
		return products.using(alias).get(PRODUCT.id.eq(1L)).getName();
	}

	private static List<String> aliases(Runnable work) {
		return QueryLog.capture(work).events().stream().map(QueryEvent::database).toList();
	}

}
