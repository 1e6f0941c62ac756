package shop.catalog;

import dev.orm.AbstractManager;

import org.springframework.stereotype.Component;

/** A manager of its own, because products have a vocabulary of their own. */
// tag::manager[]
@Component
public class ProductManager extends AbstractManager<Product, ProductQuerySet> {

	/** The products that are for sale. */
	public ProductQuerySet active() {
		return all().active();
	}

}
// end::manager[]
