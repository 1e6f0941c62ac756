package shop.product;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.Orm;
import dev.orm.history.Version;
import dev.orm.meta.FieldModel;
import shop.catalog.Product;
import shop.catalog.ProductManager;
import shop.product.ProductHistory.Step;
import shop.product.ProductHistory.Then;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import static shop.catalog.ProductPath.PRODUCT;

/** Tells what products were. */
@Service
@Transactional(readOnly = true)
public class ProductHistories {

	private final ProductManager products;

	private final Orm orm;

	ProductHistories(ProductManager products, Orm orm) {
		this.products = products;
		this.orm = orm;
	}

	/**
	 * Return what a product was, in three queries.
	 * @param id its key
	 * @param day the day, which ends at midnight in UTC
	 * @return the product then, and all its versions
	 * @throws dev.orm.error.DoesNotExistException if it is not for sale now
	 */
	public ProductHistory get(long id, LocalDate day) {
		Product now = this.products.active().get(PRODUCT.id.eq(id));
		Instant midnight = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
		Then then = this.products.active()
			.asOf(midnight)
			.selectRelated(PRODUCT.category())
			.filter(PRODUCT.id.eq(id))
			.list()
			.stream()
			.findFirst()
			.map(ProductHistories::then)
			.orElse(null);
		List<Step> steps = this.products.versions(now).stream().map(this::step).toList();
		return new ProductHistory(id, now.getName(), day, then, steps);
	}

	private String label(String attribute) {
		return this.orm.models().model(Product.class).field(attribute).map(FieldModel::label).orElse(attribute);
	}

	private static Then then(Product product) {
		return new Then(product.getName(), product.getDescription(), product.getPrice(), product.getStockQuantity(),
				product.getCategory().get().getName());
	}

	private Step step(Version<Product> version) {
		Map<String, String> changes = new LinkedHashMap<>();
		version.changes()
			.forEach((attribute, change) -> changes.put(label(attribute), String.valueOf(change.before())));
		return new Step(version.from().orElse(null), version.instance().getPrice(),
				version.instance().getStockQuantity(), version.by().orElse(null), changes);
	}

}
