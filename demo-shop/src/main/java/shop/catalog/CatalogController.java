package shop.catalog;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The catalogue's page. */
@Controller
class CatalogController {

	private final Catalog catalog;

	private final Validator validator;

	CatalogController(Catalog catalog, Validator validator) {
		this.catalog = catalog;
		this.validator = validator;
	}

	/** A filter that makes no sense is left out, and the form says so. */
	@GetMapping("/")
	String catalog(@ModelAttribute("given") CatalogFilters given, BindingResult binding, Model model,
			HttpServletResponse response) {
		RefusedFilters refused = RefusedFilters.of(binding, this.validator.validate(given));
		CatalogFilters filters = given.without(refused.values().keySet());
		if (!refused.values().isEmpty()) {
			response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
		}
		model.addAttribute("filters", filters);
		model.addAttribute("refused", refused);
		model.addAttribute("page", this.catalog.search(filters));
		model.addAttribute("sorts", ProductSort.values());
		return "catalog";
	}

}
