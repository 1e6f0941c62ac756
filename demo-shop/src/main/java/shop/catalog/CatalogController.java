package shop.catalog;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The catalogue's page. */
@Controller
class CatalogController {

	private final Catalog catalog;

	CatalogController(Catalog catalog) {
		this.catalog = catalog;
	}

	/** A filter that makes no sense is left out, and the form says so. */
	@GetMapping("/")
	String catalog(@Valid @ModelAttribute("given") CatalogFilters given, BindingResult binding, Model model,
			HttpServletResponse response) {
		RefusedFilters refused = RefusedFilters.of(binding);
		CatalogFilters filters = given.without(refused.values().keySet());
		if (binding.hasErrors()) {
			response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
		}
		model.addAttribute("filters", filters);
		model.addAttribute("refused", refused);
		model.addAttribute("page", this.catalog.search(filters));
		model.addAttribute("sorts", ProductSort.values());
		return "catalog";
	}

}
