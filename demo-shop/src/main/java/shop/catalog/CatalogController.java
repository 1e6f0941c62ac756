package shop.catalog;

import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The catalogue's page. */
@Controller
class CatalogController {

	private final Catalog catalog;

	CatalogController(Catalog catalog) {
		this.catalog = catalog;
	}

	@GetMapping("/")
	String catalog(@Valid @ModelAttribute("filters") CatalogFilters filters, Model model) {
		model.addAttribute("page", this.catalog.search(filters));
		model.addAttribute("sorts", ProductSort.values());
		return "catalog";
	}

}
