package shop.product;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.choice.ChoiceOption;
import shop.catalog.Category;
import shop.catalog.Product;
import shop.catalog.ProductManager;
import shop.catalog.Supplier;
import shop.form.FormPage;
import shop.form.FormPage.Words;
import shop.form.ModelForm;

import org.springframework.stereotype.Service;

import static shop.catalog.CategoryPath.CATEGORY;
import static shop.catalog.ProductPath.PRODUCT;
import static shop.catalog.SupplierPath.SUPPLIER;

/** Adds, changes and deletes products. */
@Service
public class ProductForms {

	private final ProductManager products;

	private final ModelForm<Product> form;

	ProductForms(Orm orm, ProductManager products, Manager<Category> categories, Manager<Supplier> suppliers) {
		this.products = products;
		// tag::form[]
		this.form = ModelForm
			.of(orm, products,
					products.binder(PRODUCT.name, PRODUCT.description, PRODUCT.price, PRODUCT.stockQuantity,
							PRODUCT.category, PRODUCT.supplier, PRODUCT.active))
			.choosing(PRODUCT.category, () -> categories.values(CATEGORY.id, CATEGORY.name).as(ChoiceOption::new))
			.choosing(PRODUCT.supplier, () -> suppliers.values(SUPPLIER.id, SUPPLIER.name).as(ChoiceOption::new));
		// end::form[]
	}

	FormPage blank() {
		return this.form.show(added(), new Product());
	}

	/**
	 * Return the form of a product, for sale or not.
	 * @param id its key
	 * @throws dev.orm.error.DoesNotExistException if there is none
	 */
	FormPage get(long id) {
		Product product = this.products.get(PRODUCT.id.eq(id));
		return this.form.show(changed(product), product);
	}

	Optional<FormPage> add(Map<String, List<String>> given) {
		return this.form.submit(added(), new Product(), given);
	}

	Optional<FormPage> change(long id, Map<String, List<String>> given) {
		Product product = this.products.get(PRODUCT.id.eq(id));
		return this.form.submit(changed(product), product, given);
	}

	/**
	 * Delete a product, its reviews and the comments on it.
	 * @param id its key
	 * @throws dev.orm.error.DoesNotExistException if there is none
	 * @throws dev.orm.error.ProtectedException if somebody has ordered it
	 */
	void delete(long id) {
		this.products.delete(this.products.get(PRODUCT.id.eq(id)));
	}

	private static Words added() {
		return new Words("Add a product", "/products", "Add it", "/", null);
	}

	private static Words changed(Product product) {
		String page = "/products/" + product.getId();
		return new Words("Change " + product.getName(), page, "Save", page, page + "/delete");
	}

}
