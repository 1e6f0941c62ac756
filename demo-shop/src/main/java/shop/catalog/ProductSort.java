package shop.catalog;

import java.util.List;
import java.util.Locale;

import dev.orm.expression.OrderBy;

import static shop.catalog.ProductPath.PRODUCT;
import static shop.catalog.ProductQuerySet.AVERAGE_RATING;

/**
 * The orders a shopper may choose from. The key makes each of them total, so that pages
 * never overlap.
 */
public enum ProductSort {

	NAME("Name", List.of(PRODUCT.name.asc(), PRODUCT.id.asc())),
	PRICE("Price, lowest first", List.of(PRODUCT.price.asc(), PRODUCT.id.asc())),
	PRICE_DOWN("Price, highest first", List.of(PRODUCT.price.desc(), PRODUCT.id.asc())),
	RATING("Rating", List.of(AVERAGE_RATING.desc().nullsLast(), PRODUCT.id.asc())),
	NEWEST("Newest", List.of(PRODUCT.createdAt.desc(), PRODUCT.id.asc()));

	private final String label;

	private final List<OrderBy<? super Product>> terms;

	ProductSort(String label, List<OrderBy<? super Product>> terms) {
		this.label = label;
		this.terms = terms;
	}

	/** The name in URLs. */
	public String value() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public String label() {
		return this.label;
	}

	List<OrderBy<? super Product>> terms() {
		return this.terms;
	}

}
