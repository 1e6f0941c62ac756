package shop.product;

import java.time.LocalDate;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of a product. */
@Controller
class ProductController {

	private final ProductDetails products;

	private final ProductHistories histories;

	ProductController(ProductDetails products, ProductHistories histories) {
		this.products = products;
		this.histories = histories;
	}

	@GetMapping("/products/{id}/history")
	String history(@PathVariable long id, @RequestParam @Nullable LocalDate on, Model model) {
		model.addAttribute("history", this.histories.get(id, (on != null) ? on : LocalDate.now(ZoneOffset.UTC)));
		return "product-history";
	}

	@GetMapping("/products/{id}")
	String product(@PathVariable long id, @RequestParam(required = false) @Nullable Long deleted, Model model) {
		model.addAttribute("deleted", deleted);
		model.addAttribute("product", this.products.get(id));
		return "product";
	}

}
