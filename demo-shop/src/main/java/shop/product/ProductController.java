package shop.product;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a product. */
@Controller
class ProductController {

	private final ProductDetails products;

	ProductController(ProductDetails products) {
		this.products = products;
	}

	@GetMapping("/products/{id}")
	String product(@PathVariable long id, Model model) {
		model.addAttribute("product", this.products.get(id));
		return "product";
	}

}
