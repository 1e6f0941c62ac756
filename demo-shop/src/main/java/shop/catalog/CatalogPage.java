package shop.catalog;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of the catalogue and what there is to filter by.
 *
 * @param products the products of this page
 * @param total how many products match, on all pages
 * @param number this page, from 1
 * @param pages how many pages there are
 * @param categories the categories with the number of products for sale
 * @param tags the names of all tags
 * @param prices the cheapest and the dearest product for sale
 */
public record CatalogPage(List<ProductCard> products, long total, int number, int pages,
		List<CategoryChoice> categories, List<String> tags, PriceRange prices) {

	/** A category and the number of its products that are for sale. */
	public record CategoryChoice(Long id, String name, long forSale) {

	}

	/** The prices of all products for sale; null where there is none. */
	public record PriceRange(@Nullable BigDecimal lowest, @Nullable BigDecimal highest) {

	}

}
