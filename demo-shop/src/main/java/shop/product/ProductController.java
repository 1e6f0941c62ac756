package shop.product;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a product. */
@Controller
class ProductController {

	private final ProductDetails products;

	ProductController(ProductDetails products) {
		this.products = products;
	}

	@GetMapping("/products/{id}")
	String product(@PathVariable long id, @RequestParam(required = false) @Nullable Long deleted, Model model) {
		model.addAttribute("deleted", deleted);
		model.addAttribute("product", this.products.get(id));
		return "product";
	}

}
