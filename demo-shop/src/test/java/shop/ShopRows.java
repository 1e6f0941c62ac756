package shop;

import java.math.BigDecimal;

import dev.orm.boot.test.Factory;
import shop.catalog.Category;
import shop.catalog.Product;
import shop.catalog.Supplier;

import static shop.catalog.CategoryPath.CATEGORY;
import static shop.catalog.ProductPath.PRODUCT;
import static shop.catalog.SupplierPath.SUPPLIER;

/** Rows for tests that say only what matters to them. */
public final class ShopRows {

	private static final Factory<Category> CATEGORIES = Factory.of(CATEGORY)
		.set(CATEGORY.name, (number) -> "Category " + number);

	private static final Factory<Supplier> SUPPLIERS = Factory.of(SUPPLIER)
		.set(SUPPLIER.name, (number) -> "Supplier " + number)
		.set(SUPPLIER.email, (number) -> "supplier%d@example.org".formatted(number));

	/** Products for sale, each of a category and a supplier of its own. */
	public static final Factory<Product> PRODUCTS = Factory.of(PRODUCT)
		.set(PRODUCT.name, (number) -> "Product " + number)
		.set(PRODUCT.description.is(""))
		.set(PRODUCT.price.is(BigDecimal.TEN))
		.set(PRODUCT.category, CATEGORIES)
		.set(PRODUCT.supplier, SUPPLIERS);

	private ShopRows() {
	}

}
