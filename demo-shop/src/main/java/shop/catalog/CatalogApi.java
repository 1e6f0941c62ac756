package shop.catalog;

import jakarta.validation.Valid;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue as JSON. */
@RestController
class CatalogApi {

	private final Catalog catalog;

	CatalogApi(Catalog catalog) {
		this.catalog = catalog;
	}

	@GetMapping("/api/products")
	CatalogPage products(@Valid @ModelAttribute CatalogFilters filters) {
		return this.catalog.search(filters);
	}

}
