package dev.orm.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.Row;
import dev.orm.acceptance.shop.Customer;
import dev.orm.acceptance.shop.Department;
import dev.orm.acceptance.shop.Enrollment;
import dev.orm.acceptance.shop.Event;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.ProductMeta;
import dev.orm.acceptance.shop.Task;
import dev.orm.error.FieldException;
import dev.orm.error.OrmException;
import dev.orm.expression.Aggregates;
import dev.orm.expression.Expression;
import dev.orm.expression.F;
import dev.orm.expression.Q;
import dev.orm.lookup.Lookup;
import dev.orm.lookup.LookupFactory;
import dev.orm.lookup.Operand;
import dev.orm.lookup.Transform;
import dev.orm.model.Model;
import dev.orm.sql.Sql;
import dev.orm.sql.Template;
import dev.orm.test.Queries;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import dev.orm.type.ValueTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How names after a column are read, and what values mean there. */
class LookupRuleTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final Manager<Product> products = orm.manager(Product.class);

	@Test
	void aLookupWinsOverATransformOfTheSameName() {
		Orm own = Shop.builder(database).lookups(new Shout()).build();
		String sql = own.manager(Product.class).filter("name__shout", "x").toSql();
		assertThat(sql).contains("lookup(").doesNotContain("transform(");
		assertThat(own.manager(Product.class).filter("name__shout__gt", "x").toSql()).contains("transform(");
	}

	@Test
	void aNameThatIsNoLookupIsATransformAndExact() {
		assertThat(orm.manager(Event.class).filter("startsAt__date__year", 2024).toSql()).contains("BETWEEN");
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> products.filter("name__icontain", "x").list())
			.withMessageContaining("icontains");
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> products.filter("nam", "x").list())
			.withMessageContaining("name");
		assertThatExceptionOfType(FieldException.class)
			.isThrownBy(() -> products.filter("category__icontains", "x").list())
			.withMessageContaining("icontains");
	}

	@Test
	void aKeyWithNullIsJsonNullAndAMissingKeyIsNeitherFoundNorExcluded() {
		Manager<ProductMeta> metas = orm.manager(ProductMeta.class);
		String sql = metas.filter("metadata__nothing", null).toSql();
		assertThat(sql).contains("'null'::jsonb");
		assertThat(metas.filter("metadata__nothing", null).count()).isZero();
		assertThat(metas.filter("metadata__nothing__isnull", true).count()).isEqualTo(metas.count());
		assertThat(metas.exclude("metadata__nothing", "x").count()).isZero();
		assertThat(metas.filter("extra", null).toSql()).as("the document null").contains("'null'::jsonb");
		assertThat(metas.filter("extra__isnull", true).toSql()).as("no document").contains("IS NULL");
	}

	@Test
	void theKeyOfARelationIsItsColumn() {
		for (String path : List.of("category", "categoryId", "category__pk", "category__id")) {
			assertThat(products.filter(path, 1).toSql()).as(path).doesNotContain("JOIN");
		}
		assertThat(products.filter("category__isnull", true).toSql()).doesNotContain("JOIN");
		assertThat(products.orderBy("categoryId").toSql()).doesNotContain("JOIN");
		assertThat(products.orderBy("category__pk").toSql()).doesNotContain("JOIN");
		assertThat(products.filter("category__id__in", List.of(1, 2)).toSql()).doesNotContain("JOIN");
	}

	@Test
	void anOrderingThatLeadsBackToItselfIsRefusedOrEnds() {
		assertThat(orm.manager(Task.class).orderBy("employee").toSql()).contains("ORDER BY");
		assertThat(orm.manager(Department.class).orderBy("company").list()).isNotEmpty();
	}

	@Test
	void aSetThatIsUniqueTogetherDoesNotMakeOneOfItUnique() {
		assertThatExceptionOfType(OrmException.class)
			.isThrownBy(() -> orm.manager(Enrollment.class).all().inBulk(List.of(1), "studentId"));
		assertThat(orm.manager(Customer.class).all().inBulk(List.of(1L), "userId")).hasSizeLessThan(2);
		assertThat(products.orderBy("name", "id").distinct("name").inBulkBy("name")).isNotEmpty();
	}

	@Test
	void aConditionOnAnAggregateBesideOthersMovesAsAWhole() {
		var counted = products.annotate("n", Aggregates.count("reviews"));
		String sql = counted.filter(Q.of("n__gt", 1).or(Q.of("price__lt", 10))).toSql();
		assertThat(sql).contains("HAVING").doesNotContain("WHERE");
		assertThat(counted.filter(Q.of("n__gt", 1), Q.of("price__lt", 10)).toSql()).contains("HAVING", "WHERE");
	}

	@Test
	void anAggregateIsAnnotatedBeforeItIsFilteredBy() {
		int sent = Queries.count(() -> {
			assertThatExceptionOfType(FieldException.class)
				.isThrownBy(() -> products.filter(Aggregates.count("reviews").gt(1)).list())
				.withMessageContaining("annotate");
			assertThatExceptionOfType(FieldException.class)
				.isThrownBy(() -> products.filter(Aggregates.count("reviews").gt(1)).update("stockQuantity", 1));
		});
		assertThat(sent).isZero();
		assertThat(products.values("category").annotate("n", Aggregates.count("id")).filter("n__gt", 0).list())
			.isNotEmpty();
		assertThat(products.annotate("n", Aggregates.count("reviews")).filter("n__gt", 0).exists()).isTrue();
		assertThat(products.annotate("n", Aggregates.count("reviews")).filter("n__gt", 0).count()).isPositive();
	}

	@Test
	void anOrderingByWhatIsNeverTrueIsNone() {
		assertThat(products.orderBy(PRODUCT.id.in(List.of()).desc(), PRODUCT.id).flat("id").list())
			.isEqualTo(products.orderBy("id").flat("id").list());
	}

	@Test
	void laterAggregatesMayReferToEarlierOnes() {
		Map<String, Expression<Model, ?>> both = new LinkedHashMap<>();
		both.put("total", Aggregates.sum("stockQuantity"));
		both.put("more", F.of("total").plus(1));
		Row row = products.aggregate(both);
		assertThat(((Number) row.get("more")).longValue()).isEqualTo(((Number) row.get("total")).longValue() + 1);
	}

	/** Both a lookup and a transform called {@code shout}. */
	private static final class Shout implements LookupFactory {

		@Override
		public Optional<Lookup> lookup(String name, Sql left) {
			return name.equals("shout") ? Optional.of(Shout::compare) : Optional.empty();
		}

		private static Sql compare(Sql left, Operand right) {
			return Template.of("lookup({})", ValueTypes.BOOLEAN, left);
		}

		@Override
		public Optional<Transform> transform(String name, Sql left) {
			return name.equals("shout") ? Optional.of((text) -> Template.of("transform({})", ValueTypes.TEXT, text))
					: Optional.empty();
		}

	}

}
