package dev.orm.reference;

import java.util.List;
import java.util.Optional;

import dev.orm.Orm;
import dev.orm.acceptance.shop.Product;
import dev.orm.expression.StringExpression;
import dev.orm.function.FunctionFactory;
import dev.orm.sql.Call;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import dev.orm.type.ValueTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.expression.Expressions.function;
import static dev.orm.expression.Expressions.raw;
import static dev.orm.expression.Expressions.text;
import static org.assertj.core.api.Assertions.assertThat;

/** docs/reference/functions.md: functions by name, of the application, and raw ones. */
class FunctionReferenceTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	// tag::factory[]
	static final FunctionFactory INITIALS = (call) -> call.name().equals("InitCap")
			? Optional.of(Call.of("INITCAP", ValueTypes.TEXT, call.arguments())) : Optional.empty();

	// end::factory[]

	@Test
	void functionsTakeOptions() {
		var products = Shop.orm(database).manager(Product.class);
		// tag::options[]
		List<Object> rounded = products
			.flat(function("Round", PRODUCT.price).option("precision", -1).typed(ValueTypes.DECIMAL))
			.list();
		// end::options[]
		assertThat(rounded).hasSize(10);
	}

	@Test
	void functionsOfTheApplication() {
		Orm orm = Shop.builder(database).functions(INITIALS).build();
		var products = orm.manager(Product.class);
		// tag::factory-use[]
		List<Object> titles = products.flat(function("InitCap", PRODUCT.name)).list();
		// end::factory-use[]
		// tag::raw[]
		StringExpression<Product> initials = text(raw("INITCAP(%s)", PRODUCT.name));
		List<Product> found = products.filter(initials.startswith("L")).list();
		// end::raw[]
		assertThat(titles).hasSize(10);
		assertThat(found).isNotEmpty();
	}

}
