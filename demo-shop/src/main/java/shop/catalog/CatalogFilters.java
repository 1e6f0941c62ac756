package shop.catalog;

import java.math.BigDecimal;
import java.util.Set;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper looks for. All parts are optional.
 *
 * @param q part of a name or description
 * @param category the key of a category
 * @param minPrice the lowest price
 * @param maxPrice the highest price
 * @param tag the name of a tag
 * @param inStock whether to leave sold-out products out
 * @param sort the order
 * @param page the page, from 1
 */
public record CatalogFilters(@Nullable String q, @Nullable Long category,
		@Nullable @PositiveOrZero @Digits(integer = 8, fraction = 2) BigDecimal minPrice,
		@Nullable @PositiveOrZero @Digits(integer = 8, fraction = 2) BigDecimal maxPrice, @Nullable String tag,
		@Nullable Boolean inStock, @Nullable ProductSort sort, @Nullable @Min(1) Integer page) {

	public CatalogFilters {
		q = (q == null || q.isBlank()) ? null : q.strip();
		tag = (tag == null || tag.isBlank()) ? null : tag;
	}

	/** Leave out some filters. */
	CatalogFilters without(Set<String> names) {
		return new CatalogFilters(names.contains("q") ? null : this.q,
				names.contains("category") ? null : this.category, names.contains("minPrice") ? null : this.minPrice,
				names.contains("maxPrice") ? null : this.maxPrice, names.contains("tag") ? null : this.tag,
				this.inStock, names.contains("sort") ? null : this.sort, names.contains("page") ? null : this.page);
	}

	@Override
	public Boolean inStock() {
		return Boolean.TRUE.equals(this.inStock);
	}

	@Override
	public ProductSort sort() {
		return (this.sort != null) ? this.sort : ProductSort.NAME;
	}

	@Override
	public Integer page() {
		return (this.page != null) ? this.page : 1;
	}

}
