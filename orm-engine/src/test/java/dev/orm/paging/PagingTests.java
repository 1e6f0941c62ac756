package dev.orm.paging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.orm.KeysetPage;
import dev.orm.Lookups;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.Paginator;
import dev.orm.QuerySet;
import dev.orm.acceptance.shop.Article;
import dev.orm.acceptance.shop.Employee;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.ProductMeta;
import dev.orm.error.FieldException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.error.ValueConversionException;
import dev.orm.expression.F;
import dev.orm.test.Queries;
import dev.orm.test.ShopDatabase;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.ArticlePath.ARTICLE;
import static dev.orm.acceptance.shop.EmployeePath.EMPLOYEE;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.expression.Expressions.kt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PagingTests {

	@RegisterExtension
	static final TestDatabase DATABASE = ShopDatabase.create();

	private final Orm orm = ShopDatabase.orm(DATABASE);

	private final Manager<Employee> employees = this.orm.manager(Employee.class);

	private final Manager<Product> products = this.orm.manager(Product.class);

	@Test
	void pagesSplitAllRowsAndCountThemOnce() {
		Paginator<Product> pages = Paginator.of(this.products.orderBy("id"), 4);
		long all = this.products.count();
		List<Product> read = new ArrayList<>();
		int queries = Queries.count(() -> {
			for (int number = 1; number <= pages.pages(); number++) {
				read.addAll(pages.page(number).items());
			}
		});
		assertThat(read).doesNotHaveDuplicates().hasSize((int) all);
		assertThat(queries).isEqualTo(1 + pages.pages());
	}

	@Test
	void aPageThatIsNotThereIsRefused() {
		Paginator<Product> pages = Paginator.of(this.products.orderBy("id"), 4);
		assertThatThrownBy(() -> pages.page(0)).isInstanceOf(EmptyPageException.class);
		assertThatThrownBy(() -> pages.page(99)).isInstanceOf(EmptyPageException.class);
		assertThatThrownBy(() -> pages.page("two")).isInstanceOf(PageNotAnIntegerException.class);
		assertThat(pages.nearestPage("two").number()).isEqualTo(1);
		assertThat(pages.nearestPage("99").number()).isEqualTo(pages.pages());
		assertThat(pages.nearestPage("9".repeat(30)).number()).isEqualTo(pages.pages());
		assertThat(pages.nearestPage("-9").number()).isEqualTo(pages.pages());
	}

	@Test
	void cursorsVisitEveryRowOnceEvenAcrossNullsAndTies() {
		// tag::keyset[]
		List<Employee> seen = new ArrayList<>();
		String cursor = null;
		do {
			KeysetPage<Employee> page = this.employees.orderBy(EMPLOYEE.title.desc(), EMPLOYEE.level.asc())
				.after(cursor, 3);
			seen.addAll(page.items());
			cursor = page.cursor();
		}
		while (cursor != null);
		// end::keyset[]
		List<Employee> whole = this.employees.orderBy(EMPLOYEE.title.desc(), EMPLOYEE.level.asc(), EMPLOYEE.id.asc())
			.list();
		assertThat(seen).containsExactlyElementsOf(whole);
	}

	@Test
	void cursorsFollowOrderingsAcrossRelations() {
		List<Long> seen = new ArrayList<>();
		String cursor = null;
		do {
			KeysetPage<Employee> page = this.employees.orderBy("department__name", "-salary").after(cursor, 4);
			page.items().forEach((employee) -> seen.add(employee.getId()));
			cursor = page.cursor();
		}
		while (cursor != null);
		List<Long> whole = this.employees.orderBy("department__name", "-salary", "id")
			.list()
			.stream()
			.map(Employee::getId)
			.toList();
		assertThat(seen).containsExactlyElementsOf(whole);
	}

	@Test
	void cursorsFollowAnOrderingThatIsTurnedAround() {
		assertThat(visited(this.employees.orderBy("-salary", "title").reverse()))
			.isEqualTo(this.employees.orderBy("salary", "-title", "id").flat("id").list());
		assertThat(visited(this.employees.orderBy(EMPLOYEE.salary.asc().nullsFirst()).reverse()))
			.isEqualTo(this.employees.orderBy(EMPLOYEE.salary.desc().nullsLast(), EMPLOYEE.id).flat("id").list());
		assertThat(visited(this.employees.orderBy("id").reverse().reverse())).isSorted();
	}

	@Test
	void aRelationOrdersByTheOrderingOfItsModel() {
		assertThat(visited(this.employees.orderBy("department")))
			.isEqualTo(this.employees.orderBy("department", "id").flat("id").list());
		assertThat(visited(this.employees.orderBy("-department", "name")))
			.isEqualTo(this.employees.orderBy("-department", "name", "id").flat("id").list());
		assertThat(visited(this.employees.orderBy(EMPLOYEE.department)))
			.isEqualTo(this.employees.orderBy("departmentId", "id").flat("id").list());
	}

	@Test
	void documentsAreNotPagedBy() {
		Manager<ProductMeta> metas = this.orm.manager(ProductMeta.class);
		assertThatThrownBy(() -> metas.orderBy("metadata__color").after(null, 2)).isInstanceOf(FieldException.class)
			.hasMessageContaining("metadata__color");
		assertThatThrownBy(() -> metas.annotate("color", F.of("metadata__color")).orderBy("color").after(null, 2))
			.isInstanceOf(IllegalQueryException.class);
		assertThat(metas.annotate("color", kt("metadata__color")).orderBy("color").after(null, 2).cursor()).isNotNull();
	}

	private static List<Long> visited(QuerySet<Employee> ordered) {
		List<Long> seen = new ArrayList<>();
		String cursor = null;
		for (int pages = 0; cursor != null || pages == 0; pages++) {
			KeysetPage<Employee> page = ordered.after(cursor, 3);
			page.items().forEach((employee) -> seen.add(employee.getId()));
			cursor = page.cursor();
			assertThat(pages).as("pages come to an end").isLessThan(100);
		}
		return seen;
	}

	@Test
	void aForgedCursorIsRefusedBeforeAnythingIsSent() {
		int queries = Queries.count(() -> {
			for (String forged : Arrays.asList("x", "'; DROP TABLE shop_employee; --", "LS4t", "")) {
				assertThatThrownBy(() -> this.employees.orderBy("name").after(forged, 3)).as(forged)
					.isInstanceOf(QueryValueException.class);
			}
		});
		assertThat(queries).isZero();
	}

	@Test
	void onlyAllowedParametersBecomeConditions() {
		// tag::lookups[]
		Lookups<Product> lookups = Lookups.on(Product.class)
			.allow("name__icontains", "price__range", "id__in")
			.allowAs("category", "category__name")
			.allowOrdering("price", "name")
			.ignoring("page");
		Map<String, String> parameters = Map.of("category", "Electronics", "price__range", "500,2000", "page", "2");
		List<Product> found = this.products.filter(lookups.bind(parameters)).orderBy(lookups.ordering("-price")).list();
		// end::lookups[]
		List<Product> expected = this.products
			.filter(PRODUCT.category().name.eq("Electronics"), PRODUCT.price.range(500, 2000))
			.orderBy(PRODUCT.price.desc())
			.list();
		assertThat(found).isNotEmpty().containsExactlyElementsOf(expected);
		assertThatThrownBy(() -> lookups.bind(Map.of("supplier__email", "x"))).isInstanceOf(FieldException.class)
			.hasMessageContaining("supplier__email")
			.hasMessageContaining("name__icontains");
		assertThatThrownBy(() -> lookups.ordering("supplier__email")).isInstanceOf(FieldException.class);
	}

	@Test
	void listsOfARequestAreOverlappedWithAndKeysAreFound() {
		Manager<Article> articles = this.orm.manager(Article.class);
		Lookups<Article> lookups = Lookups.on(Article.class).allow("keywords__overlap", "attrs__has_any_keys");
		assertThat(articles.filter(lookups.bind(Map.of("keywords__overlap", "java,sql"))).count())
			.isEqualTo(articles.filter(ARTICLE.keywords.overlap(List.of("java", "sql"))).count())
			.isPositive();
		assertThat(articles.filter(lookups.bind(Map.of("keywords__overlap", List.of("java", "sql")))).count())
			.isPositive();
		assertThat(articles.filter(lookups.bind(Map.of("attrs__has_any_keys", "specs,nothing"))).count())
			.isEqualTo(articles.filter(ARTICLE.attrs.hasAnyKeys(List.of("specs", "nothing"))).count());
	}

	@Test
	void valuesOfRequestsAreConvertedOrRefusedBeforeAnythingIsSent() {
		Lookups<Product> lookups = Lookups.on(Product.class).allow("price__gt", "id__in");
		int queries = Queries.count(() -> {
			assertThatThrownBy(() -> this.products.filter(lookups.bind(Map.of("price__gt", "cheap"))).list())
				.isInstanceOf(ValueConversionException.class);
			String many = "1,".repeat(200) + "1";
			assertThatThrownBy(() -> lookups.bind(Map.of("id__in", many))).isInstanceOf(QueryValueException.class);
			assertThatThrownBy(() -> lookups.bind(Map.of("price__gt", "9".repeat(2000))))
				.isInstanceOf(QueryValueException.class);
		});
		assertThat(queries).isZero();
		assertThat(this.products.filter(lookups.bind(Map.of("id__in", "1,2", "price__gt", ""))).count()).isEqualTo(2);
	}

}
