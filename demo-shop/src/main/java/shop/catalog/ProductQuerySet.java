package shop.catalog;

import java.math.BigDecimal;

import dev.orm.AbstractQuerySet;
import dev.orm.expression.Annotation;

import static dev.orm.expression.Aggregates.avg;
import static dev.orm.expression.Aggregates.countDistinct;
import static shop.catalog.ProductPath.PRODUCT;

/** The shop's words for products, to be chained with all others. */
public class ProductQuerySet extends AbstractQuerySet<Product, ProductQuerySet> {

	// tag::annotations[]
	/** The average rating; null without reviews. There with {@link #withRatings()}. */
	public static final Annotation<Product, Double> AVERAGE_RATING = avg(PRODUCT.reviews().rating, Double.class)
		.as("averageRating");

	/** The number of reviews. There with {@link #withRatings()}. */
	public static final Annotation<Product, Long> REVIEW_COUNT = countDistinct(PRODUCT.reviews()).as("reviewCount");

	// end::annotations[]

	private static final BigDecimal EXPENSIVE = new BigDecimal("500");

	// tag::methods[]
	public ProductQuerySet active() {
		return filter(PRODUCT.active.isTrue());
	}

	public ProductQuerySet expensive() {
		return filter(PRODUCT.price.gte(EXPENSIVE));
	}

	public ProductQuerySet inStock() {
		return filter(PRODUCT.stockQuantity.gt(0));
	}

	public ProductQuerySet withRatings() {
		return annotate(AVERAGE_RATING, REVIEW_COUNT);
	}
	// end::methods[]

	/** The products a shopper's filters let through. */
	ProductQuerySet matching(CatalogFilters filters) {
		ProductQuerySet result = this;
		if (filters.q() != null) {
			result = result.filter(PRODUCT.name.icontains(filters.q()).or(PRODUCT.description.icontains(filters.q())));
		}
		if (filters.category() != null) {
			result = result.filter(PRODUCT.category.eq(filters.category()));
		}
		if (filters.minPrice() != null) {
			result = result.filter(PRODUCT.price.gte(filters.minPrice()));
		}
		if (filters.maxPrice() != null) {
			result = result.filter(PRODUCT.price.lte(filters.maxPrice()));
		}
		if (filters.tag() != null) {
			result = result.filter(PRODUCT.tags().name.eq(filters.tag()));
		}
		return filters.inStock() ? result.inStock() : result;
	}

}
