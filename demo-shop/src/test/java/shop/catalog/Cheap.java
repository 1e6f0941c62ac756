package shop.catalog;

import java.util.List;

import dev.orm.Manager;

import org.springframework.stereotype.Service;

import static shop.catalog.ProductPath.PRODUCT;

/** The class of the tutorial, as it stands there. */
// tag::cheap[]
@Service
class Cheap {

	private final Manager<Product> products;

	Cheap(Manager<Product> products) {
		this.products = products;
	}

	List<Product> books() {
		return this.products.filter(PRODUCT.category().name.eq("Books"), PRODUCT.price.lt(45))
			.orderBy(PRODUCT.price.asc())
			.list();
	}

}
// end::cheap[]
