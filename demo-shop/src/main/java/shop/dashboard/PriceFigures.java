package shop.dashboard;

import java.math.BigDecimal;
import java.util.List;

import dev.orm.expression.Annotation;
import shop.catalog.Product;
import shop.catalog.ProductManager;
import shop.dashboard.Dashboard.PriceBand;

import org.springframework.stereotype.Component;

import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.min;
import static dev.orm.expression.Expressions.caseWhen;
import static shop.catalog.ProductPath.PRODUCT;

/** How prices are spread. */
@Component
class PriceFigures {

	private static final Annotation<Product, String> BAND = caseWhen(PRODUCT.price.lt(50), "Under $50")
		.when(PRODUCT.price.lt(100), "$50 to $100")
		.when(PRODUCT.price.lt(500), "$100 to $500")
		.otherwise("$500 and more")
		.as("band");

	private static final Annotation<Product, BigDecimal> CHEAPEST = min(PRODUCT.price).as("cheapest");

	private final ProductManager products;

	PriceFigures(ProductManager products) {
		this.products = products;
	}

	List<PriceBand> bands() {
		List<Band> bands = this.products.active()
			.values(BAND, count(PRODUCT.id).as("products"))
			.annotate(CHEAPEST)
			.orderBy(CHEAPEST.asc())
			.as(Band::new);
		double largest = bands.stream().mapToLong(Band::products).max().orElse(1);
		return bands.stream()
			.map((band) -> new PriceBand(band.name(), band.products(), band.products() / largest))
			.toList();
	}

	private record Band(String name, long products) {

	}

}
