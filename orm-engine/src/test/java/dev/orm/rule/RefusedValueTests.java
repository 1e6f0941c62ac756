package dev.orm.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.orm.Locking;
import dev.orm.Lookups;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.Paginator;
import dev.orm.Tree;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Employee;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Tag;
import dev.orm.copy.Copy;
import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.Aggregates;
import dev.orm.expression.F;
import dev.orm.expression.functions.Lexeme;
import dev.orm.load.raw.RawSql;
import dev.orm.persist.BulkCreateOptions;
import dev.orm.persist.SaveOptions;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import dev.orm.transaction.Retry;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.EmployeePath.EMPLOYEE;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A value that is refused says what it was given to, and of which class it is. */
class RefusedValueTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final Manager<Product> products = orm.manager(Product.class);

	private static final Manager<Tag> tags = orm.manager(Tag.class);

	private final List<DynamicTest> refusals = new ArrayList<>();

	private void refuses(Subject subject, Class<?> valueType, ThrowingCallable call) {
		this.refusals.add(DynamicTest.dynamicTest(subject.toString(),
				() -> assertThatExceptionOfType(QueryValueException.class).isThrownBy(call).satisfies((ex) -> {
					assertThat(ex.subject()).isEqualTo(subject);
					assertThat(ex.valueType()).isEqualTo((valueType != null) ? valueType.getName() : "");
					assertThat(List.of(ex.model(), ex.attribute(), ex.path(), ex.argument()))
						.containsExactly(subject.model(), subject.attribute(), subject.path(), subject.argument());
				})));
	}

	private static Subject path(String path) {
		return Subject.ofPath("Product", path);
	}

	private static Subject attribute(String attribute) {
		return Subject.ofAttribute("Product", attribute);
	}

	@TestFactory
	List<DynamicTest> aComparisonNamesItsPath() {
		refuses(path("category"), Category.class, () -> products.filter("category", new Category()).list());
		refuses(path("category__in"), Tag.class, () -> products.filter("category__in", List.of(new Tag())).list());
		refuses(path("name__in").by("in"), Integer.class, () -> products.filter("name__in", 5).list());
		refuses(path("name__gt").by("value"), null, () -> products.filter("name__gt", (Object) null).list());
		refuses(path("price__range").by("range"), List.of(1).getClass(),
				() -> products.filter("price__range", List.of(1)).list());
		refuses(path("name__isnull").by("isnull"), String.class, () -> products.filter("name__isnull", "x").list());
		refuses(path("category").by("exact"), null,
				() -> products.filter("category", orm.manager(Category.class).all()).list());
		refuses(path("category__in"), null, () -> products.filter("category__in", tags.all()).list());
		refuses(path("name"), Product.class, () -> products.filter("name", products.first().orElseThrow()).list());
		return this.refusals;
	}

	/** The value is no part of the plan, so it is refused when it is bound. */
	@TestFactory
	List<DynamicTest> aBoundValueNamesItsPath() {
		for (int run = 0; run < 2; run++) {
			refuses(path("createdAt__year").by("exact"), Integer.class,
					() -> products.filter("createdAt__year", 10_000).list());
		}
		return this.refusals;
	}

	@TestFactory
	List<DynamicTest> anExpressionNamesTheModel() {
		refuses(path("name"), null, () -> products.annotate(F.of("price").as("name")).list());
		refuses(Subject.ofArgument("a b"), null, () -> products.annotate(F.of("price").as("a b")).list());
		refuses(Subject.ofArgument("twice"), null,
				() -> products.annotate(Aggregates.count().as("twice"), Aggregates.count().as("twice")).list());
		return this.refusals;
	}

	@TestFactory
	List<DynamicTest> whatIsWrittenNamesTheAttribute() {
		Product product = products.first().orElseThrow();
		Tag tag = tags.first().orElseThrow();
		refuses(Subject.ofAttribute("Tag", "products"), Product.class, () -> tag.getProducts().add(new Product()));
		refuses(attribute("id").by("fields"), null, () -> products.bulkUpdate(List.of(product), "id"));
		refuses(Subject.ofModel("Product").by("fields"), null, () -> products.bulkUpdate(List.of(product)));
		refuses(Subject.ofModel("Product"), Product.class, () -> products.bulkUpdate(List.of(new Product()), "name"));
		refuses(Subject.ofModel("Product"), Product.class, () -> products.delete(new Product()));
		refuses(Subject.ofModel("Product"), Product.class, () -> products.refresh(new Product()));
		refuses(Subject.ofModel("Product").by("instance"), Product.class, () -> products.contains(new Product()));
		refuses(Subject.ofModel("Product"), Product.class,
				() -> products.save(new Product(), SaveOptions::forcingUpdate));
		refuses(attribute("category"), Integer.class, () -> products.create(Map.of("category", 1)));
		refuses(attribute("category"), Tag.class, () -> products.filter("id", 1).update("category", tag));
		refuses(attribute("name").by("field"), null, () -> products.inBulk(List.of("x"), "name"));
		refuses(Subject.ofModel("Product").by("ignoreConflicts"), null, () -> products.bulkCreate(List.of(product),
				(options) -> options.ignoringConflicts().updatingConflicts(List.of("id"), List.of("name"))));
		return this.refusals;
	}

	@TestFactory
	List<DynamicTest> aCallNamesItsArgument() {
		refuses(Subject.ofArgument("batchSize"), Integer.class, () -> BulkCreateOptions.on("default").batchSize(0));
		refuses(Subject.ofArgument("perPage"), Integer.class, () -> Paginator.of(products.all(), 0));
		refuses(Subject.ofArgument("retries"), Integer.class, () -> Retry.times(-1));
		refuses(Subject.ofArgument("timeout"), Duration.class, () -> orm.atomic().timeout(Duration.ZERO));
		refuses(Subject.ofArgument("noWait"), null, () -> Locking.rows().noWait().skipLocked());
		refuses(Subject.ofArgument("chunk"), Integer.class, () -> products.all().stream(0));
		refuses(Subject.ofArgument("step"), Integer.class, () -> products.orderBy("id").slice(0, 3L, 0));
		refuses(Subject.ofArgument("slice"), null, () -> products.orderBy("id").slice(-1, 3L));
		refuses(Subject.ofArgument("weight"), Character.class, () -> Lexeme.of("cat").weight('E'));
		refuses(Subject.ofArgument("word"), String.class, () -> Lexeme.of(" "));
		refuses(Subject.ofArgument("encoding"), String.class, () -> Copy.csv().encoding("?"));
		refuses(Subject.ofArgument("separator"), Character.class, () -> Copy.csv().delimiter('ä'));
		refuses(Subject.ofArgument("values"), null, () -> RawSql.of("SELECT %s"));
		refuses(Subject.ofArgument("ids"), ArrayList.class,
				() -> RawSql.named("SELECT 1 WHERE 1 IN (:ids)", Map.of("ids", new ArrayList<>(Arrays.asList(1)))));
		refuses(Subject.ofArgument("manager"), null, () -> Tree.of(EMPLOYEE.manager).descendantsOf(new Employee()));
		refuses(Subject.ofPath("", "hour"), null, () -> products.dates("createdAt", "hour").list());
		return this.refusals;
	}

	@TestFactory
	List<DynamicTest> aRequestNamesItsParameter() {
		Lookups<Product> lookups = Lookups.on(Product.class).allow("name__isnull", "price__range", "name");
		refuses(Subject.ofArgument("name__isnull"), String.class, () -> lookups.bind(Map.of("name__isnull", "maybe")));
		refuses(Subject.ofArgument("price__range"), null, () -> lookups.bind(Map.of("price__range", "1,2,3")));
		refuses(Subject.ofArgument("name"), null, () -> lookups.bind(Map.of("name", List.of("a", "b"))));
		refuses(Subject.ofArgument("name"), String.class, () -> lookups.bind(Map.of("name", "x".repeat(100_000))));
		return this.refusals;
	}

	@TestFactory
	List<DynamicTest> aNameNobodyKnowsIsGuessed() {
		Product product = products.first().orElseThrow();
		guessed("name", Subject.ofPath("Product", "nam"),
				() -> products.save(product, (options) -> options.updateFields(List.of("nam"))));
		return this.refusals;
	}

	private void guessed(String meant, Subject subject, ThrowingCallable call) {
		refuses(subject, null, call);
		this.refusals.add(DynamicTest.dynamicTest(meant,
				() -> assertThatExceptionOfType(QueryValueException.class).isThrownBy(call)
					.withMessageContaining(" Did you mean '%s'? Choices: ".formatted(meant))
					.satisfies((ex) -> {
						assertThat(ex.suggestion()).contains(meant);
						assertThat(ex.choices()).contains(meant);
					})));
	}

	@TestFactory
	List<DynamicTest> theWayInIsInTheMessageOnce() {
		Supplier<Object> asked = () -> products.filter(PRODUCT.category().name.isNotNull())
			.filter("name__in", 5)
			.list();
		return List.of(DynamicTest
			.dynamicTest("message", () -> assertThatExceptionOfType(QueryValueException.class).isThrownBy(asked::get)
				.withMessage(
						"The in lookup needs a list or a query, not a java.lang.Integer. (in 'name__in' of Product)")
				.withNoCause()));
	}

}
