package dev.orm.reference;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.Row;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Product;
import dev.orm.error.FieldException;
import dev.orm.error.QueryValueException;
import dev.orm.expression.F;
import dev.orm.function.AggregateFactory;
import dev.orm.lookup.Lookup;
import dev.orm.lookup.LookupFactory;
import dev.orm.lookup.RegisteredTransforms;
import dev.orm.lookup.Transform;
import dev.orm.sql.AggregateCall;
import dev.orm.sql.Infix;
import dev.orm.sql.SortTerm;
import dev.orm.sql.Sql;
import dev.orm.sql.Call;
import dev.orm.sql.Template;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import dev.orm.type.Kind;
import dev.orm.type.ValueTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.CategoryPath.CATEGORY;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.expression.Aggregates.aggregate;
import static dev.orm.expression.functions.Windows.over;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * docs/reference/lookups.md and aggregation.md: lookups, transforms and aggregates of the
 * application.
 */
class ExtensionReferenceTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	// tag::lookup[]
	static final LookupFactory NOT_EQUAL = new LookupFactory() {

		@Override
		public Optional<Lookup> lookup(String name, Sql left) {
			return name.equals("ne") ? Optional
				.of((subject, right) -> Infix.condition(subject, BuiltInOperator.NOT_EQUAL, right.as(subject.type())))
					: Optional.empty();
		}

		@Override
		public Set<String> names() {
			return Set.of("ne");
		}

	};

	// end::lookup[]

	// tag::transforms[]
	static final LookupFactory WORDS = new LookupFactory() {

		@Override
		public Optional<Transform> transform(String name, Sql left) {
			if (left.type().kind() != Kind.TEXT) {
				return Optional.empty();
			}
			return switch (name) {
				case "first_word" ->
					Optional.of((text) -> Template.of("SPLIT_PART({}, ' ', 1)", ValueTypes.TEXT, text));
				case "folded" -> Optional.of(Transform.onBothSides((text) -> Call.of("LOWER", ValueTypes.TEXT, text)));
				default -> Optional.empty();
			};
		}

	};

	// end::transforms[]

	// tag::aggregate[]
	static final AggregateFactory MEDIAN = (request) -> request.name().equals("Median")
			? Optional.of(new AggregateCall("PERCENTILE_CONT(0.5) WITHIN GROUP", List.of(), false,
					List.of(SortTerm.ascending(request.arguments().get(0))), request.filter(), ValueTypes.FLOAT, null))
			: Optional.empty();

	// end::aggregate[]

	private static final Orm orm = open();

	static final Manager<Product> products = orm.manager(Product.class);

	static final Manager<Category> categories = orm.manager(Category.class);

	private static Orm open() {
		// tag::register[]
		Orm orm = Shop.builder(database)
			.lookups(NOT_EQUAL)
			.lookups(WORDS)
			.lookups(RegisteredTransforms.of("length", "lower"))
			.aggregates(MEDIAN)
			.build();
		// end::register[]
		return orm;
	}

	@Test
	void lookupsOfTheApplication() {
		// tag::lookup-use[]
		List<Product> byPath = products.filter("stockQuantity__ne", 0).list();
		List<Product> typed = products.filter(PRODUCT.stockQuantity.lookup("ne", 0)).list();
		List<Product> byColumn = products.filter(PRODUCT.stockQuantity.lookup("ne", PRODUCT.price)).list();
		// end::lookup-use[]
		assertThat(byPath).isNotEmpty().isEqualTo(typed).isEqualTo(products.exclude("stockQuantity", 0).list());
		assertThat(byColumn).hasSize((int) products.count());
		assertThat(products.exclude("category__name__ne", "Books").count())
			.isEqualTo(products.filter("category__name", "Books").count());
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> products.filter("stockQuantity__ne", null).list());
		assertThatExceptionOfType(FieldException.class)
			.isThrownBy(() -> products.filter("stockQuantity__nee", 1).list())
			.withMessageContaining("ne");
	}

	@Test
	void transformsOfTheApplication() {
		// tag::transforms-use[]
		List<Product> laptops = products.filter("name__first_word__length__gt", 6).list();
		List<Product> same = products.filter(PRODUCT.name.transform("first_word__length").gt(6)).list();
		List<Product> folded = products.filter("name__folded__in", List.of("BLUE JEANS", "Gaming Headset")).list();
		List<Row> words = products.orderBy("name__first_word").values("name__first_word").list();
		// end::transforms-use[]
		assertThat(laptops).isNotEmpty()
			.isEqualTo(same)
			.allSatisfy((product) -> assertThat(product.getName().split(" ")[0].length()).isGreaterThan(6));
		assertThat(folded).allSatisfy((product) -> assertThat(product.getName()).isIn("Blue Jeans", "Gaming Headset"));
		assertThat(words).hasSize((int) products.count());
		assertThat(products.orderBy(PRODUCT.name.transform("first_word"), PRODUCT.id)
			.flat(PRODUCT.name.<String>transform("first_word"))
			.list()).isEqualTo(words.stream().map((row) -> row.get("name__first_word")).toList());
	}

	@Test
	void aggregatesOfTheApplication() {
		// tag::aggregate-use[]
		Double median = products.aggregate(aggregate("Median", PRODUCT.price));
		var typical = aggregate("Median", CATEGORY.products().price).filter(CATEGORY.products().isActive.isTrue())
			.as("typical");
		List<Category> known = categories.annotate(typical).filter(typical.gt(100)).orderBy(typical.desc()).list();
		// end::aggregate-use[]
		List<Double> prices = products.orderBy("price")
			.list()
			.stream()
			.map((product) -> product.getPrice().doubleValue())
			.toList();
		int middle = prices.size() / 2;
		assertThat(median).isEqualTo(
				(prices.size() % 2 == 1) ? prices.get(middle) : (prices.get(middle - 1) + prices.get(middle)) / 2);
		assertThat(known).isNotEmpty();
		Double byName = products.aggregate(aggregate("Median", F.of("price")));
		assertThat(byName).isEqualTo(median);
		Double ofNone = products.filter("price__lt", 0).aggregate(aggregate("Median", PRODUCT.price));
		assertThat(ofNone).isNull();
		Object instead = products.filter("price__lt", 0).aggregate(aggregate("Median", PRODUCT.price).orDefault(1.5));
		assertThat(instead).isEqualTo(1.5);
		assertThat(products.annotate(over(aggregate("Max", PRODUCT.price)).as("m")).count())
			.isEqualTo(products.count());
	}

}
