package dev.orm.golden;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Depot;
import dev.orm.acceptance.shop.Employee;
import dev.orm.acceptance.shop.Post;
import dev.orm.acceptance.shop.Product;
import dev.orm.expression.Condition;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.DepotPath.DEPOT;
import static dev.orm.acceptance.shop.EmployeePath.EMPLOYEE;
import static dev.orm.acceptance.shop.PostPath.POST;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;

/** What excluding and negating means for NULL and for related rows. */
class NegationGoldenTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private final Manager<Product> products = orm.manager(Product.class);

	private final Manager<Post> posts = orm.manager(Post.class);

	@Test
	void aValueIsExcludedWhereTheColumnMayBeNull() {
		employees("negation/nullable-equal", EMPLOYEE.bonus.eq(5).not());
	}

	@Test
	void aBoundIsExcludedWhereTheColumnMayBeNull() {
		employees("negation/nullable-greater", EMPLOYEE.bonus.gt(5).not());
	}

	@Test
	void aColumnWithoutNullIsSimplyNegated() {
		employees("negation/not-null-column", EMPLOYEE.level.eq(5).not());
	}

	@Test
	void aListIsExcludedWhereTheColumnMayBeNull() {
		employees("negation/nullable-list", EMPLOYEE.bonus.in(1, 2).not());
	}

	@Test
	void negatingTwiceIsNoNegation() {
		employees("negation/twice", EMPLOYEE.bonus.eq(5).not().not());
	}

	@Test
	void alternativesAreNegatedTogether() {
		employees("negation/alternatives", EMPLOYEE.bonus.eq(5).or(EMPLOYEE.title.eq("CEO")).not());
	}

	@Test
	void exclusiveAlternativesCountWhatHolds() {
		employees("negation/exclusive", EMPLOYEE.bonus.eq(5).xor(EMPLOYEE.title.eq("CEO")));
	}

	@Test
	void comparingTwoNullableColumnsGuardsBoth() {
		employees("negation/two-columns", EMPLOYEE.bonus.eq(EMPLOYEE.salary).not());
	}

	@Test
	void aTestForNullIsTurnedAround() {
		employees("negation/isnull", EMPLOYEE.bonus.isNull().not());
	}

	@Test
	void rowsWithoutTheRelatedRowAreKept() {
		Golden.check("negation/through-nullable-relation",
				() -> orm.manager(Depot.class).exclude(DEPOT.city().name.eq("Paris")).flat("name").list());
	}

	@Test
	void aToManyRelationIsExcludedByASubquery() {
		Golden.check("negation/to-many",
				() -> this.products.exclude(PRODUCT.reviews().rating.eq(5)).flat("name").list());
	}

	@Test
	void eachConditionAcrossAToManyRelationHasItsSubquery() {
		Golden.check("negation/to-many-two-conditions",
				() -> this.products.exclude(PRODUCT.reviews().rating.eq(5), PRODUCT.reviews().comment.contains("bad"))
					.flat("name")
					.list());
	}

	@Test
	void aManyToManyRelationIsExcludedByItsJoinTable() {
		Golden.check("negation/many-to-many",
				() -> this.posts.exclude(POST.tags().name.eq("java")).flat("slug").list());
	}

	@Test
	void keysOfAManyToManyRelationAreExcludedWithoutTheTarget() {
		Golden.check("negation/many-to-many-keys",
				() -> this.posts.exclude(POST.tags().id.in(1L, 2L)).flat("slug").list());
	}

	@Test
	void excludingRowsWithoutRelatedRowsKeepsTheOthers() {
		Golden.check("negation/to-many-isnull",
				() -> this.products.exclude(PRODUCT.reviews().isNull()).flat("name").list());
	}

	@Test
	void aRelationBehindAToManyRelationIsInTheSubquery() {
		Golden.check("negation/to-many-then-one",
				() -> this.products.exclude(PRODUCT.reviews().customer().user().username.eq("x")).flat("name").list());
	}

	@Test
	void aNegatedConditionBesideAPositiveOneHasItsOwnRows() {
		Golden.check("negation/beside-positive",
				() -> this.products.filter(PRODUCT.reviews().rating.gte(4), PRODUCT.reviews().rating.eq(5).not())
					.flat("name")
					.list());
	}

	@Test
	void aColumnOfTheOuterRowIsReferredToFromTheSubquery() {
		Golden.check("negation/to-many-outer-column",
				() -> this.products.exclude(PRODUCT.reviews().rating.gt(PRODUCT.stockQuantity)).flat("name").list());
	}

	private static void employees(String name, Condition<Employee> condition) {
		Golden.check(name, () -> orm.manager(Employee.class).filter(condition).orderBy("id").flat("name").list());
	}

}
