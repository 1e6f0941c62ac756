package dev.orm.rule;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.orm.Locking;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Content;
import dev.orm.acceptance.shop.Employee;
import dev.orm.acceptance.shop.Page;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Video;
import dev.orm.error.FieldException;
import dev.orm.error.QueryValueException;
import dev.orm.error.TransactionManagementException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.model.Model;
import dev.orm.test.Queries;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.orm.acceptance.shop.EmployeePath.EMPLOYEE;
import static dev.orm.acceptance.shop.PagePath.PAGE;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.acceptance.shop.VideoPath.VIDEO;
import static dev.orm.expression.functions.Windows.over;
import static dev.orm.expression.functions.Windows.rowNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which rows {@code selectForUpdate} locks, and when it refuses. */
class LockingRuleTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final Manager<Product> products = orm.manager(Product.class);

	private static final Manager<Category> categories = orm.manager(Category.class);

	private static final Manager<Employee> employees = orm.manager(Employee.class);

	private static final Manager<Content> contents = orm.manager(Content.class);

	private static final Manager<Page> pages = orm.manager(Page.class);

	private static final Manager<Video> videos = orm.manager(Video.class);

	@Test
	void lockingIsAskedForAnywhereAndDoneInATransaction() {
		QuerySet<Product> locked = Queries.expect(0, () -> products.filter("id", 1).selectForUpdate());
		assertThatExceptionOfType(TransactionManagementException.class)
			.isThrownBy(() -> Queries.expect(0, locked::list));
		assertThat(orm.atomic().call(locked::list)).hasSize(1);
	}

	@Test
	void joinedRowsAreLockedTooUnlessRelationsAreNamed() {
		orm.atomic().run(() -> {
			Product product = products.selectRelated(PRODUCT.category()).selectForUpdate().get("id", 1);
			assertLocked(() -> products.filter("id", 1));
			assertLocked(() -> categories.filter("id", product.getCategory().id()));
		});
		orm.atomic().run(() -> {
			// tag::of[]
			Product product = products.selectRelated(PRODUCT.category())
				.selectForUpdate(Locking.rows().of(PRODUCT))
				.get(PRODUCT.id.eq(1L));
			// end::of[]
			assertLocked(() -> products.filter("id", 1));
			assertFree(() -> categories.filter("id", product.getCategory().id()));
		});
		orm.atomic().run(() -> {
			Product product = products.selectRelated(PRODUCT.category())
				.selectForUpdate(Locking.rows().noWait().of(PRODUCT.category()))
				.get(PRODUCT.id.eq(1L));
			assertFree(() -> products.filter("id", 1));
			assertLocked(() -> categories.filter("id", product.getCategory().id()));
		});
	}

	@Test
	void pathsAndNamesSayTheSame() {
		QuerySet<Product> joined = products.selectRelated(PRODUCT.category(), PRODUCT.supplier());
		assertThat(joined.selectForUpdate(Locking.rows().of(PRODUCT, PRODUCT.category())).toSql())
			.isEqualTo(joined.selectForUpdate(Locking.rows().of("self", "category")).toSql())
			.contains(" FOR UPDATE OF \"t0\", \"t1\"");
		assertThat(Locking.rows().skipLocked().of(PRODUCT.category()).noKey())
			.isEqualTo(Locking.rows().of("category").noKey().skipLocked());
	}

	@Test
	void othersMayShareWhatIsShared() {
		Locking<Model> rows = Locking.rows();
		assertThat(products.selectForUpdate(rows.share()).toSql()).contains(" FOR SHARE ");
		assertThat(products.selectForUpdate(rows.keyShare().skipLocked()).toSql())
			.contains(" FOR KEY SHARE SKIP LOCKED");
		orm.atomic().run(() -> {
			products.selectForUpdate(rows.share()).get("id", 1);
			assertFree(() -> products.filter("id", 1), rows.share().noWait());
			assertLocked(() -> products.filter("id", 1));
		});
		orm.atomic().run(() -> {
			products.selectForUpdate(rows.keyShare()).get("id", 1);
			assertFree(() -> products.filter("id", 1), rows.noKey().noWait());
			assertLocked(() -> products.filter("id", 1));
		});
	}

	@Test
	void aLockIsWaitedForNoLongerThanItsTimeout() {
		orm.atomic().run(() -> {
			products.selectForUpdate().get("id", 1);
			// tag::timeout[]
			QuerySet<Product> impatient = products.filter(PRODUCT.id.eq(1L))
				.selectForUpdate(Locking.rows().timeout(Duration.ofMillis(50)));
			// end::timeout[]
			assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> elsewhere(impatient::list));
		});
		orm.atomic().run(() -> {
			Queries.expect(2, () -> products.selectForUpdate(Locking.rows().timeout(Duration.ofSeconds(1))).list());
			assertThat(lockTimeout()).isEqualTo("1s");
		});
		assertThat(orm.atomic().call(LockingRuleTests::lockTimeout)).isEqualTo("0");
	}

	private static String lockTimeout() {
		return JdbcClient.create(database.dataSource()).sql("SHOW lock_timeout").query(String.class).single();
	}

	@Test
	void whatNeverWaitsHasNoTimeout() {
		Duration second = Duration.ofSeconds(1);
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> Locking.rows().noWait().timeout(second));
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> Locking.rows().timeout(second).skipLocked());
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> Locking.rows().timeout(Duration.ofNanos(1)))
			.withMessageContaining("a millisecond or more");
	}

	@Test
	void aRelationThatMayBeMissingIsNotLocked() {
		QuerySet<Employee> joined = employees.selectRelated(EMPLOYEE.manager());
		orm.atomic().run(() -> {
			assertThatExceptionOfType(UnsupportedQueryException.class)
				.isThrownBy(() -> Queries.expect(0, () -> joined.selectForUpdate().list()))
				.withMessageContaining("'manager'")
				.withMessageContaining("of(\"self\")");
			assertThatExceptionOfType(UnsupportedQueryException.class)
				.isThrownBy(() -> joined.selectForUpdate(Locking.rows().of(EMPLOYEE.manager())).toSql());
			assertThat(joined.filter("manager__name__isnull", false).selectForUpdate().list()).isNotEmpty();
			assertThatExceptionOfType(UnsupportedQueryException.class)
				.isThrownBy(() -> employees.orderBy("manager__manager__name").selectForUpdate().list())
				.withMessageContaining("'manager'");
		});
		assertThat(orm.atomic().call(() -> joined.selectForUpdate(Locking.rows().of(EMPLOYEE)).list())).isNotEmpty();
	}

	@Test
	void aParentIsLockedByTheLinkToIt() {
		Long key = pages.orderBy(PAGE.id.asc()).first().orElseThrow().getId();
		orm.atomic().run(() -> {
			pages.selectForUpdate().get("id", key);
			assertLocked(() -> contents.filter("id", key));
		});
		orm.atomic().run(() -> {
			pages.selectForUpdate(Locking.rows().of(PAGE)).get("id", key);
			assertFree(() -> contents.filter("id", key));
			assertLocked(() -> pages.filter("id", key).defer("title", "createdOn"));
		});
		orm.atomic().run(() -> {
			// tag::parent[]
			pages.selectForUpdate(Locking.rows().of(PAGE, PAGE.contentPtr())).get(PAGE.id.eq(key));
			// end::parent[]
			assertLocked(() -> contents.filter("id", key));
		});
		assertThat(pages.selectForUpdate(Locking.rows().of("contentPtr")).toSql()).contains(" FOR UPDATE OF \"t1\" ");
	}

	@Test
	void aParentIsLockedBesideAndBehindARelation() {
		QuerySet<Video> joined = videos.filter("related__title__isnull", false).selectRelated(VIDEO.related());
		assertThat(joined.selectForUpdate(Locking.rows().of(VIDEO.related(), VIDEO.contentPtr())).toSql())
			.contains(" FOR UPDATE OF ");
		QuerySet<Content> down = contents.filter("page__isnull", false).selectRelated("page");
		assertThat(orm.atomic().call(() -> down.selectForUpdate(Locking.rows().of("self", "page")).list()))
			.hasSize((int) pages.count());
	}

	@Test
	void aRelationThatIsNotFollowedIsRefusedWithTheChoices() {
		assertThatExceptionOfType(FieldException.class)
			.isThrownBy(() -> products.selectForUpdate(Locking.rows().of(PRODUCT.category())).toSql())
			.withMessageEndingWith("'category'. Only relations followed in the query are allowed. Choices: self");
		for (String wrong : List.of("title", "related__contentPtr", "contentPtr__contentPtr", "self__contentPtr")) {
			assertThatExceptionOfType(FieldException.class).as(wrong)
				.isThrownBy(() -> videos.selectRelated("related").selectForUpdate(Locking.rows().of(wrong)).toSql())
				.withMessageEndingWith("Choices: self, contentPtr, related");
		}
	}

	@Test
	void waitingAndSkippingExcludeEachOther() {
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> Locking.rows().noWait().skipLocked());
	}

	@Test
	void groupsHaveNoRowsToLock() {
		assertThatExceptionOfType(UnsupportedQueryException.class)
			.isThrownBy(() -> products.distinct().selectForUpdate().toSql());
	}

	@Test
	void rowsThatWindowsLookAtAreNotLeftUnlockedInSilence() {
		QuerySet<Product> placed = products.annotate(over(rowNumber()).orderBy(PRODUCT.id.asc()).as("place"));
		for (QuerySet<Product> query : List.of(placed, placed.filter("place", 1))) {
			assertThatExceptionOfType(UnsupportedQueryException.class).isThrownBy(() -> query.selectForUpdate().toSql())
				.withMessageContaining("window functions");
		}
	}

	private static void assertLocked(Rows rows) {
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> lockElsewhere(rows, Locking.rows().noWait()));
	}

	private static void assertFree(Rows rows) {
		assertFree(rows, Locking.rows().noWait());
	}

	private static void assertFree(Rows rows, Locking<Model> locking) {
		assertThatCode(() -> lockElsewhere(rows, locking)).doesNotThrowAnyException();
	}

	private static void lockElsewhere(Rows rows, Locking<Model> locking) {
		elsewhere(() -> rows.get().selectForUpdate(locking).list());
	}

	private static void elsewhere(Runnable work) {
		CompletableFuture<Throwable> failure = CompletableFuture.runAsync(() -> orm.atomic().run(work))
			.handle((nothing, ex) -> ex);
		Throwable thrown = failure.join();
		if (thrown != null) {
			throw (RuntimeException) thrown.getCause();
		}
	}

	/** Rows that someone else wants. */
	private interface Rows {

		QuerySet<?> get();

	}

}
