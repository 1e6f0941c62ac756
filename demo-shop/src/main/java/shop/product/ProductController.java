package shop.product;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ValueRange;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The pages of a product. */
@Controller
class ProductController {

	private static final ValueRange YEARS = ValueRange.of(1, 9999);

	private final ProductDetails products;

	private final ProductHistories histories;

	ProductController(ProductDetails products, ProductHistories histories) {
		this.products = products;
		this.histories = histories;
	}

	@GetMapping("/products/{id}/history")
	String history(@PathVariable long id, @RequestParam @Nullable LocalDate on, Model model) {
		LocalDate day = (on != null) ? on : LocalDate.now(ZoneOffset.UTC);
		if (!YEARS.isValidIntValue(day.getYear())) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The year is one of " + YEARS);
		}
		model.addAttribute("history", this.histories.get(id, day));
		return "product-history";
	}

	@GetMapping("/products/{id}")
	String product(@PathVariable long id, Model model) {
		model.addAttribute("product", this.products.get(id));
		return "product";
	}

}
