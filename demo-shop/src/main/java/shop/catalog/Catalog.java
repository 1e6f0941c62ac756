package shop.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import dev.orm.Manager;
import dev.orm.Row;
import dev.orm.expression.Annotation;
import shop.catalog.CatalogPage.CategoryChoice;
import shop.catalog.CatalogPage.PriceRange;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.max;
import static dev.orm.expression.Aggregates.min;
import static shop.catalog.CategoryPath.CATEGORY;
import static shop.catalog.ProductPath.PRODUCT;
import static shop.catalog.ProductQuerySet.AVERAGE_RATING;
import static shop.catalog.ProductQuerySet.REVIEW_COUNT;
import static shop.catalog.TagPath.TAG;

/** Finds products. */
@Service
@Transactional(readOnly = true)
public class Catalog {

	private static final int PAGE_SIZE = 6;

	private static final Annotation<Category, Long> FOR_SALE = count(CATEGORY.products())
		.filter(CATEGORY.products().active.isTrue())
		.as("forSale");

	private static final Annotation<Product, BigDecimal> LOWEST = min(PRODUCT.price).as("lowest");

	private static final Annotation<Product, BigDecimal> HIGHEST = max(PRODUCT.price).as("highest");

	private final ProductManager products;

	private final Manager<Category> categories;

	private final Manager<Tag> tags;

	Catalog(ProductManager products, Manager<Category> categories, Manager<Tag> tags) {
		this.products = products;
		this.categories = categories;
		this.tags = tags;
	}

	/** A page of the products that match, in six queries however many there are. */
	public CatalogPage search(CatalogFilters filters) {
		ProductQuerySet matching = this.products.active().matching(filters);
		long total = matching.count();
		int pages = (int) Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
		int page = Math.min(filters.page(), pages);
		int from = (page - 1) * PAGE_SIZE;
		// tag::page[]
		List<ProductCard> cards = matching.withRatings()
			.orderBy(filters.sort().terms())
			.selectRelated(PRODUCT.category(), PRODUCT.supplier())
			.prefetchRelated(PRODUCT.tags())
			.slice(from, from + PAGE_SIZE)
			.list()
			.stream()
			.map(Catalog::card)
			.toList();
		// end::page[]
		return new CatalogPage(cards, total, page, pages, categories(), tags(), prices());
	}

	private static ProductCard card(Product product) {
		return new ProductCard(product.getId(), product.getName(), product.getDescription(), product.getPrice(),
				product.getStockQuantity(), product.getCategory().get().getName(),
				product.getSupplier().get().getName(),
				product.getTags().all().list().stream().map(Tag::getName).toList(), product.get(AVERAGE_RATING),
				Objects.requireNonNullElse(product.get(REVIEW_COUNT), 0L));
	}

	private List<CategoryChoice> categories() {
		return this.categories.annotate(FOR_SALE)
			.orderBy(CATEGORY.name.asc())
			.values(CATEGORY.id, CATEGORY.name, FOR_SALE)
			.as(CategoryChoice::new);
	}

	private List<String> tags() {
		return this.tags.flat(TAG.name).list();
	}

	private PriceRange prices() {
		Row prices = this.products.active().aggregate(LOWEST, HIGHEST);
		return new PriceRange(prices.get(LOWEST), prices.get(HIGHEST));
	}

}
