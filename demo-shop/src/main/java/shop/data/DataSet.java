package shop.data;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.orm.Manager;
import dev.orm.transaction.Atomic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.catalog.Category;
import shop.catalog.Product;
import shop.catalog.ProductManager;
import shop.catalog.Supplier;
import shop.catalog.Tag;
import shop.review.Ratings;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fills an empty database with the data set, before the first request. */
@Component
class DataSet implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(DataSet.class);

	private static final List<String> TABLES = List.of("shop_category", "shop_supplier", "shop_tag", "shop_product",
			"shop_user", "shop_customer", "shop_order", "shop_order_item", "shop_review");

	private final DataSetFiles files;

	private final Manager<Category> categories;

	private final Manager<Supplier> suppliers;

	private final Manager<Tag> tags;

	private final ProductManager products;

	private final SalesData sales;

	private final Ratings ratings;

	private final Atomic atomic;

	private final JdbcClient jdbc;

	DataSet(DataSetFiles files, Manager<Category> categories, Manager<Supplier> suppliers, Manager<Tag> tags,
			ProductManager products, SalesData sales, Ratings ratings, Atomic atomic, JdbcClient jdbc) {
		this.files = files;
		this.categories = categories;
		this.suppliers = suppliers;
		this.tags = tags;
		this.products = products;
		this.sales = sales;
		this.ratings = ratings;
		this.atomic = atomic;
		this.jdbc = jdbc;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (!this.categories.all().exists()) {
			this.atomic.run(this::load);
			logger.info("Loaded the data set: {} products", this.products.all().count());
		}
		this.ratings.catchUp();
	}

	private void load() {
		this.categories.bulkCreate(this.files.categories());
		this.suppliers.bulkCreate(this.files.suppliers());
		this.tags.bulkCreate(this.files.tags());
		loadProducts(this.files.products());
		this.sales.load();
		TABLES.forEach(this::advanceKeys);
	}

	// The insert stamps products with the current time, as it should; the data set has
	// times of its own
	private void loadProducts(List<Product> rows) {
		Map<Long, Instant> created = rows.stream().collect(Collectors.toMap(Product::getId, Product::getCreatedAt));
		Map<Long, Instant> updated = rows.stream().collect(Collectors.toMap(Product::getId, Product::getUpdatedAt));
		this.products.bulkCreate(rows);
		rows.forEach((product) -> {
			product.setCreatedAt(Objects.requireNonNull(created.get(product.getId())));
			product.setUpdatedAt(Objects.requireNonNull(updated.get(product.getId())));
		});
		this.products.bulkUpdate(rows, "createdAt", "updatedAt");
		Map<Long, Product> byId = rows.stream().collect(Collectors.toMap(Product::getId, Function.identity()));
		this.files.productTags()
			.forEach((row) -> Objects.requireNonNull(byId.get(row.productId())).getTags().addKeys(row.tagId()));
	}

	// Rows that bring their keys along leave the sequences behind
	private void advanceKeys(String table) {
		this.jdbc
			.sql("SELECT setval(pg_get_serial_sequence('%s', 'id'), (SELECT max(id) FROM %s))".formatted(table, table))
			.query(Long.class)
			.single();
	}

}
