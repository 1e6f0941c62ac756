package dev.orm.reference;

import dev.orm.Manager;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Product;
import dev.orm.error.FieldException;
import dev.orm.error.QueryValueException;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** The examples of the reference of errors. */
class ErrorReferenceTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private final Manager<Product> products = Shop.orm(database).manager(Product.class);

	@Test
	void valuesHaveTheirPlace() {
		// tag::value[]
		try {
			this.products.filter("category", new Category()).list();
			fail("an instance that is not saved");
		}
		catch (QueryValueException ex) {
			assertThat(ex.model()).isEqualTo("Product");
			assertThat(ex.path()).isEqualTo("category");
			assertThat(ex.valueType()).isEqualTo(Category.class.getName());
		}
		// end::value[]
	}

	@Test
	void namesAreGuessed() {
		// tag::name[]
		try {
			this.products.filter("category__nme", "Books").list();
			fail("there is no such field");
		}
		catch (FieldException ex) {
			assertThat(ex.model()).isEqualTo("Category");
			assertThat(ex.name()).isEqualTo("nme");
			assertThat(ex.suggestion()).contains("name");
			assertThat(ex.choices()).contains("description", "name");
		}
		// end::name[]
	}

}
