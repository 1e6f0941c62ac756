package dev.orm.typing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import dev.orm.Attributes;
import dev.orm.Manager;
import dev.orm.OnConflict;
import dev.orm.Orm;
import dev.orm.RelatedManager;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Customer;
import dev.orm.acceptance.shop.Event;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Review;
import dev.orm.acceptance.shop.Tag;
import dev.orm.acceptance.shop.User;
import dev.orm.error.DoesNotExistException;
import dev.orm.error.QueryValueException;
import dev.orm.observe.QueryLog;
import dev.orm.persist.Getting;
import dev.orm.test.Queries;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.CategoryPath.CATEGORY;
import static dev.orm.acceptance.shop.CustomerPath.CUSTOMER;
import static dev.orm.acceptance.shop.EventPath.EVENT;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.acceptance.shop.ReviewPath.REVIEW;
import static dev.orm.acceptance.shop.TagPath.TAG;
import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.stringAgg;
import static dev.orm.expression.Expressions.outer;
import static dev.orm.expression.Expressions.subquery;
import static dev.orm.expression.functions.Windows.over;
import static dev.orm.expression.functions.Windows.rowNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What takes the name of a field takes the column too, and does the same. */
class TypedNameTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final Manager<Product> products = orm.manager(Product.class);

	private static final Manager<Event> events = orm.manager(Event.class);

	private static final Manager<Tag> tags = orm.manager(Tag.class);

	private static final Manager<Review> reviews = orm.manager(Review.class);

	private static final Manager<Customer> customers = orm.manager(Customer.class);

	@Test
	void datesOfAColumnAreThoseOfItsName() {
		// tag::dates[]
		List<LocalDate> months = events.dates(EVENT.startsAt, ChronoUnit.MONTHS).list();
		List<Instant> hours = events.datetimes(EVENT.startsAt, ChronoUnit.HOURS, true, ZoneId.of("Asia/Tokyo")).list();
		// end::dates[]
		assertThat(months).isNotEmpty().isEqualTo(events.dates("startsAt", "month").list());
		assertThat(hours).isNotEmpty().isEqualTo(events.datetimes("startsAt", "hour", true, "Asia/Tokyo").list());
		assertThat(events.dates(EVENT.day, ChronoUnit.YEARS, true).list()).isNotEmpty()
			.isEqualTo(events.all().dates("day", "year", true).list());
		assertThat(events.datetimes(EVENT.startsAt, ChronoUnit.DAYS).list())
			.isEqualTo(events.datetimes("startsAt", "day").list());
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> events.dates(EVENT.day, ChronoUnit.CENTURIES).list())
			.withMessageContaining("year, month, week, day");
	}

	@Test
	void theRowAtTheEndOfAColumnIsThatOfItsName() {
		// tag::latest[]
		Product newest = products.latest(PRODUCT.updatedAt, PRODUCT.id);
		Product cheapest = products.earliest(PRODUCT.price, PRODUCT.id.desc());
		// end::latest[]
		assertThat(newest).isEqualTo(products.latest("updatedAt", "id"));
		assertThat(cheapest).isEqualTo(products.earliest("price", "-id"));
		assertThat(products.earliest(PRODUCT.id)).isEqualTo(products.earliest("id"));
		assertThat(products.latest(PRODUCT.price.asc(), PRODUCT.id.desc())).isEqualTo(products.latest("price", "-id"));
		assertThat(events.latest(EVENT.endsAt.asc().nullsFirst(), EVENT.id.asc()))
			.isEqualTo(events.orderBy(EVENT.endsAt.asc().nullsFirst(), EVENT.id.asc()).last().orElseThrow());
		assertThatExceptionOfType(DoesNotExistException.class)
			.isThrownBy(() -> products.filter(PRODUCT.id.eq(-1L)).latest(PRODUCT.id));
	}

	@Test
	void aColumnOrdersWithoutATermAroundIt() {
		// tag::order[]
		List<Product> cheapestFirst = products.orderBy(PRODUCT.price, PRODUCT.id.desc()).list();
		List<Product> byName = products.orderBy(PRODUCT.category().name, PRODUCT.name.lower()).list();
		// end::order[]
		assertThat(cheapestFirst).isEqualTo(products.orderBy("price", "-id").list());
		assertThat(byName)
			.isEqualTo(products.orderBy(PRODUCT.category().name.asc(), PRODUCT.name.lower().asc()).list());
		var reviewed = count(PRODUCT.reviews()).as("reviewed");
		assertThat(products.annotate(reviewed).orderBy(reviewed, PRODUCT.id).list())
			.isEqualTo(products.annotate(reviewed).orderBy("reviewed", "id").list());
		assertThat(products.orderBy(PRODUCT.category).toSql()).as("by the key, not by the order of categories")
			.isEqualTo(products.orderBy(PRODUCT.category.asc()).toSql())
			.doesNotContain("JOIN");
	}

	@Test
	void whatIsInsideAnAggregateOrAWindowIsOrderedByAColumnToo() {
		assertThat(products.aggregate(stringAgg(PRODUCT.name, ",").orderBy(PRODUCT.price, PRODUCT.id.desc())))
			.isEqualTo(
					products.aggregate(stringAgg(PRODUCT.name, ",").orderBy(PRODUCT.price.asc(), PRODUCT.id.desc())));
		var place = over(rowNumber()).orderBy(PRODUCT.price, PRODUCT.id).as("place");
		assertThat(products.annotate(place).orderBy(place).flat(PRODUCT.id).list())
			.isEqualTo(products.orderBy("price", "id").flat("id").list());
	}

	@Test
	void theColumnOfARelationIsItsKey() {
		List<Long> keys = products.orderBy(PRODUCT.id).flat(PRODUCT.category).list();
		List<Long> typed = products.orderBy(PRODUCT.id).flat(PRODUCT.category().id).list();
		assertThat(keys).isNotEmpty().isEqualTo(typed);
		assertThat(products.filter(PRODUCT.id.in(reviews.all().flat(REVIEW.product))).list())
			.isEqualTo(products.filter("reviews__isnull", false).distinct().list());
	}

	@Test
	void theKeyOfARelationIsReadAsOne() {
		var byRelation = products.values(PRODUCT.name, PRODUCT.category);
		var byKey = products.orderBy("id").values(PRODUCT.name, PRODUCT.category().id);
		record Placed(String name, Long category) {
		}
		List<Long> keys = byRelation.orderBy("id").as((name, category) -> category);
		assertThat(keys).isEqualTo(byKey.as((name, key) -> key));
		assertThat(byRelation.orderBy("id").as(Placed.class)).isEqualTo(byKey.as(Placed::new)).isNotEmpty();
	}

	@Test
	void oneColumnIsSelectedAsSeveralAre() {
		// tag::one-column[]
		List<String> names = products.orderBy(PRODUCT.id).values(PRODUCT.name).as(String::toUpperCase);
		List<Product> reviewed = products.filter(PRODUCT.id.in(reviews.values(REVIEW.product))).list();
		// end::one-column[]
		assertThat(names)
			.isEqualTo(products.orderBy("id").flat(PRODUCT.name).list().stream().map(String::toUpperCase).toList());
		assertThat(reviewed).isNotEmpty().isEqualTo(products.filter("id__in", reviews.values("product")).list());
		assertThat(products.orderBy("id").values(PRODUCT.name).list())
			.isEqualTo(products.orderBy("id").values("name").list());
		record Label(String name) {
		}
		assertThat(products.orderBy("id").values(PRODUCT.name).as(Label.class)).extracting(Label::name)
			.isEqualTo(products.orderBy("id").flat(PRODUCT.name).list());
		var last = reviews.filter(REVIEW.product.eq(outer(PRODUCT.id))).orderBy(REVIEW.id.desc());
		assertThat(products.annotate(subquery(last.values(REVIEW.rating).slice(0, 1)).as("last")).toSql())
			.isEqualTo(products.annotate(subquery(last.values("rating").slice(0, 1)).as("last")).toSql());
	}

	@Test
	void rowsAreFoundByAUniqueColumn() {
		// tag::in-bulk[]
		Map<String, Tag> byName = tags.inBulk(List.of("sale", "nothing"), TAG.name);
		// end::in-bulk[]
		List<String> names = tags.limit(2).flat(TAG.name).list();
		assertThat(byName).isEqualTo(tags.inBulk(List.of("sale", "nothing"), "name"));
		assertThat(tags.inBulk(names, TAG.name)).hasSize(2).isEqualTo(tags.inBulk(names, "name"));
		assertThat(tags.inBulkBy(TAG.name)).isEqualTo(tags.inBulkBy("name"));
		assertThat(tags.flat(TAG.id).inBulk(names, TAG.name)).isEqualTo(tags.flat(TAG.id).inBulk(names, "name"));
		assertThat(tags.flat(TAG.id).inBulkBy(TAG.name)).containsOnlyKeys(tags.flat(TAG.name).list());
		assertThat(Queries.expect(0, () -> tags.inBulk(List.of(), TAG.name))).isEmpty();
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> products.inBulk(List.of("x"), PRODUCT.name))
			.withMessageContaining("must be a unique field");
	}

	@Test
	void aOneToOneRelationFindsRowsByInstance() {
		List<Customer> some = customers.selectRelated(CUSTOMER.user()).orderBy("id").limit(2).list();
		List<User> users = some.stream().map((customer) -> customer.getUser().get()).toList();
		Map<User, Customer> found = Queries.expect(1, () -> customers.inBulk(users, CUSTOMER.user));
		assertThat(found).isEqualTo(Map.of(users.get(0), some.get(0), users.get(1), some.get(1)));
		assertThat(Queries.expect(1, () -> customers.inBulkBy("user"))).containsAllEntriesOf(found);
		assertThat(Queries.expect(1, () -> customers.inBulkBy(CUSTOMER.user))).containsEntry(users.get(0).getId(),
				some.get(0));
		List<Long> keys = users.stream().map(User::getId).toList();
		Map<Long, Customer> byKey = Queries.expect(1, () -> customers.inBulk(keys, CUSTOMER.user));
		assertThat(byKey).containsOnlyKeys(keys).containsValues(some.get(0), some.get(1));
		assertThat(customers.flat(CUSTOMER.id).inBulkBy(CUSTOMER.user)).containsKeys(keys.get(0), keys.get(1));
	}

	@Test
	void someColumnsOfInstancesAreWritten() {
		Tag tag = tags.create(TAG.name.is("typed"));
		Product product = products.first().orElseThrow();
		String name = product.getName();
		product.setName("typed");
		product.setDescription("not written");
		// tag::write[]
		products.save(product, PRODUCT.name);
		products.bulkUpdate(List.of(product), PRODUCT.name, PRODUCT.price);
		products.refresh(product, PRODUCT.description);
		// end::write[]
		assertThat(product.getDescription()).isNotEqualTo("not written");
		assertThat(products.filter(PRODUCT.name.eq("typed")).flat(PRODUCT.id).list()).containsExactly(product.getId());
		product.setName(name);
		QueryLog log = QueryLog.capture(() -> products.save(product, PRODUCT.name));
		assertThat(log.statements()).singleElement().asString().contains("SET \"name\" = ?").doesNotContain("price");
		tags.delete(tag);
	}

	@Test
	void rowsAreMatchedByTypedValues() {
		// tag::get-or-create[]
		Getting<Tag> got = tags.updateOrCreate(Attributes.of(TAG.name.is("fresh")), Attributes.of(TAG.name.is("new")),
				Attributes.of(TAG.name.is("fresh")));
		// end::get-or-create[]
		assertThat(got.created()).isTrue();
		assertThat(tags
			.getOrCreate(Attributes.of(TAG.name.is("fresh"), TAG.id.is(got.instance().getId())),
					Attributes.of(TAG.name.is("unused")))
			.created()).isFalse();
		assertThat(tags.updateOrCreate(Attributes.of(TAG.name.is("fresh")), Attributes.of(TAG.name.is("newer")))
			.instance()
			.getName()).isEqualTo("newer");
		tags.delete(got.instance());
	}

	@Test
	void conflictsAreAboutColumns() {
		Tag first = tags.create(TAG.name.is("twice"));
		Tag again = new Tag();
		again.setName("twice");
		// tag::conflict[]
		tags.bulkCreate(List.of(again), OnConflict.on(TAG.name).update(TAG.name));
		tags.bulkCreate(List.of(again), OnConflict.ignore());
		tags.bulkCreate(List.of(again), OnConflict.on(TAG.name).ignore());
		// end::conflict[]
		assertThat(again.getId()).isEqualTo(first.getId());
		assertThat(tags.filter(TAG.name.eq("twice")).count()).isEqualTo(1);
		tags.delete(first);
	}

	@Test
	void relatedManagersTakeColumnsToo() {
		Category category = orm.manager(Category.class).filter(CATEGORY.products().isNotNull()).first().orElseThrow();
		RelatedManager<Product> related = RelatedManager.of(category, CATEGORY.products());
		assertThat(related.latest(PRODUCT.id)).isEqualTo(related.latest("id"));
		assertThat(related.dates(PRODUCT.createdAt, ChronoUnit.YEARS).list())
			.isEqualTo(related.dates("createdAt", "year").list());
		assertThat(related.inBulkBy(PRODUCT.id)).hasSize((int) related.count());
		assertThat(related.slice(0, null, 2)).isEqualTo(related.all().slice(0, null, 2));
	}

	@Test
	void rawRowsArePrefetchedByPath() {
		QueryLog log = QueryLog.capture(() -> products.raw("SELECT * FROM shop_product ORDER BY id LIMIT 2")
			.prefetchRelated(PRODUCT.category(), PRODUCT.tags())
			.list());
		assertThat(log.count()).isEqualTo(3);
	}

}
