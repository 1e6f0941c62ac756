package dev.orm.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.Related;
import dev.orm.RelatedManager;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Content;
import dev.orm.acceptance.shop.Customer;
import dev.orm.acceptance.shop.Employee;
import dev.orm.acceptance.shop.PremiumProduct;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Tag;
import dev.orm.acceptance.shop.User;
import dev.orm.acceptance.shop.Video;
import dev.orm.error.DoesNotExistException;
import dev.orm.model.ForeignKey;
import dev.orm.test.Queries;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.CategoryPath.CATEGORY;
import static dev.orm.acceptance.shop.ContentPath.CONTENT;
import static dev.orm.acceptance.shop.CustomerPath.CUSTOMER;
import static dev.orm.acceptance.shop.EmployeePath.EMPLOYEE;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.acceptance.shop.TagPath.TAG;
import static dev.orm.acceptance.shop.UserPath.USER;
import static dev.orm.acceptance.shop.VideoPath.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What instances remember of those they are related to, and when they forget it. */
class RelatedRowRuleTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final Manager<Product> products = orm.manager(Product.class);

	private static final Manager<Category> categories = orm.manager(Category.class);

	private static final Manager<User> users = orm.manager(User.class);

	private static final Manager<Tag> tags = orm.manager(Tag.class);

	@Test
	void aRelationJoinedAndFoundMissingIsNotAskedForAgain() {
		Employee boss = orm.manager(Employee.class)
			.filter(EMPLOYEE.manager.isNull())
			.selectRelated(EMPLOYEE.manager())
			.first()
			.orElseThrow();
		Content content = orm.manager(Content.class)
			.filter("video__isnull", true)
			.selectRelated("video")
			.first()
			.orElseThrow();
		Queries.expect(0, () -> {
			assertThat(boss.getManager().orNull()).isNull();
			assertThat(Related.oneOrNull(content, CONTENT.video())).isNull();
			assertThatExceptionOfType(DoesNotExistException.class)
				.isThrownBy(() -> Related.one(content, CONTENT.video()));
			return true;
		});
	}

	@Test
	void everyChangeOfAManyToManyRelationForgetsWhatWasPrefetched() {
		orm.atomic().run(() -> {
			Tag tag = tags.create(TAG.name.is("fresh"));
			Map<String, Consumer<RelatedManager<Tag>>> changes = new LinkedHashMap<>();
			changes.put("add", (manager) -> manager.add(tag));
			changes.put("remove", (manager) -> manager.remove(tag));
			changes.put("set", (manager) -> manager.set(List.of(tag)));
			changes.put("clear", RelatedManager::clear);
			changes.put("create", (manager) -> manager.create(TAG.name.is("fresher")));
			changes.forEach((name, change) -> {
				Product product = products.prefetchRelated(PRODUCT.tags()).get(PRODUCT.id.eq(1L));
				RelatedManager<Tag> manager = RelatedManager.of(product, PRODUCT.tags());
				List<Tag> before = Queries.expect(0, manager::list);
				change.accept(manager);
				List<Tag> after = Queries.expect(1, manager::list);
				assertThat(after).as(name).isNotEqualTo(before);
			});
			orm.atomic().setRollbackOnly();
		});
	}

	@Test
	void everyChangeOfAReverseRelationForgetsWhatWasPrefetched() {
		orm.atomic().run(() -> {
			Video video = orm.manager(Video.class).filter(VIDEO.related.isNull()).first().orElseThrow();
			Long key = orm.manager(Content.class).orderBy(CONTENT.id).first().orElseThrow().getId();
			Map<String, Consumer<RelatedManager<Video>>> changes = new LinkedHashMap<>();
			changes.put("add", (manager) -> manager.add(video));
			changes.put("remove", (manager) -> manager.remove(video));
			changes.put("set", (manager) -> manager.set(List.of(video)));
			changes.put("clear", RelatedManager::clear);
			changes.forEach((name, change) -> {
				Content content = orm.manager(Content.class)
					.prefetchRelated(CONTENT.relatedVideos())
					.get(CONTENT.id.eq(key));
				RelatedManager<Video> manager = RelatedManager.of(content, CONTENT.relatedVideos());
				List<Video> before = Queries.expect(0, manager::list);
				change.accept(manager);
				List<Video> after = Queries.expect(1, manager::list);
				assertThat(after).as(name).isNotEqualTo(before);
			});
			orm.atomic().setRollbackOnly();
		});
	}

	@Test
	void aPrefetchedRelationIsAskedOnlyForWhatItHasNot() {
		Product product = products.filter(PRODUCT.tags().isNotNull())
			.prefetchRelated(PRODUCT.tags())
			.first()
			.orElseThrow();
		RelatedManager<Tag> manager = RelatedManager.of(product, PRODUCT.tags());
		Queries.expect(0, () -> {
			assertThat(manager.all().list()).isEqualTo(manager.list()).hasSize((int) manager.count());
			assertThat(manager.all().count()).isPositive();
			return manager.exists() && manager.all().exists();
		});
		Queries.expect(1, () -> manager.filter(TAG.name.eq("x")).list());
		Queries.expect(1, () -> manager.orderBy(TAG.name).list());
		Queries.expect(1, () -> manager.all().exclude(TAG.name.eq("x")).count());
	}

	@Test
	void rowsReachedFromTheirOwnerHoldThatVeryInstance() {
		Category category = categories.filter(CATEGORY.products().isNotNull())
			.orderBy(CATEGORY.id)
			.first()
			.orElseThrow();
		RelatedManager<Product> related = RelatedManager.of(category, CATEGORY.products());
		Queries.expect(3, () -> {
			assertThat(related.list()).isNotEmpty()
				.allSatisfy((product) -> assertThat(product.getCategory().get()).isSameAs(category));
			assertThat(related.orderBy(PRODUCT.id).first().orElseThrow().getCategory().get()).isSameAs(category);
			assertThat(related.filter(PRODUCT.id.gt(0L))
				.exclude(PRODUCT.name.eq(""))
				.limit(1)
				.list()
				.get(0)
				.getCategory()
				.get()).isSameAs(category);
			return true;
		});
		Category prefetched = categories.prefetchRelated(CATEGORY.products()).get(CATEGORY.id.eq(category.getId()));
		Queries.expect(0, () -> {
			assertThat(RelatedManager.of(prefetched, CATEGORY.products()).list()).isNotEmpty()
				.allSatisfy((product) -> assertThat(product.getCategory().get()).isSameAs(prefetched));
			return true;
		});
	}

	@Test
	void anotherKeyForgetsTheInstanceOfTheOneBefore() {
		Product product = products.selectRelated(PRODUCT.category()).get(PRODUCT.id.eq(1L));
		Category before = Queries.expect(0, () -> product.getCategory().get());
		Category other = categories.exclude(CATEGORY.id.eq(before.getId())).first().orElseThrow();
		product.setCategory(ForeignKey.ofId(other.getId()));
		assertThat(product.getCategory().isFetched()).isFalse();
		orm.atomic().run(() -> {
			products.save(product, PRODUCT.category);
			assertThat(product.getCategory().get()).isEqualTo(other);
			orm.atomic().setRollbackOnly();
		});
	}

	@Test
	void instancesOfOneRowAreEqualAndNewOnesOnlyThemselves() {
		PremiumProduct premium = orm.manager(PremiumProduct.class).get("id", 1);
		Product product = products.get(PRODUCT.id.eq(1L));
		assertThat(premium).as("a proxy").isEqualTo(product).hasSameHashCodeAs(product);
		assertThat(product).isEqualTo(premium).isNotEqualTo(categories.get(CATEGORY.id.eq(1L)));
		Product fresh = new Product();
		assertThat(List.of(fresh)).contains(fresh).doesNotContain(new Product(), product);
	}

	@Test
	void readingAgainForgetsRelationsOfEveryKind() {
		Product product = products.selectRelated(PRODUCT.category())
			.prefetchRelated(PRODUCT.tags())
			.get(PRODUCT.id.eq(1L));
		products.refresh(product);
		assertThat(product.getCategory().isFetched()).isFalse();
		Queries.expect(1, () -> RelatedManager.of(product, PRODUCT.tags()).list());
		Customer customer = orm.manager(Customer.class).selectRelated(CUSTOMER.user()).first().orElseThrow();
		User user = users.selectRelated(USER.customer()).get(USER.id.eq((Long) customer.getUser().id()));
		assertThat(Queries.expect(0, () -> Related.one(user, USER.customer()))).isEqualTo(customer);
		users.refresh(user);
		assertThat(Queries.expect(1, () -> Related.one(user, USER.customer()))).isEqualTo(customer);
	}

}
