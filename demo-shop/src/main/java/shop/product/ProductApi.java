package shop.product;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A product as JSON. */
@RestController
class ProductApi {

	private final ProductDetails products;

	ProductApi(ProductDetails products) {
		this.products = products;
	}

	@GetMapping("/api/products/{id}")
	ProductDetail product(@PathVariable long id) {
		return this.products.get(id);
	}

}
