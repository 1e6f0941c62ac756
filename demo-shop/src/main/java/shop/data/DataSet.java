package shop.data;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.orm.Manager;
import dev.orm.Orm;
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

import static shop.catalog.ProductPath.PRODUCT;

/** Fills an empty database with the data set, before the first request. */
@Component
class DataSet implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(DataSet.class);

	private static final List<String> TABLES = List.of("shop_category", "shop_supplier", "shop_tag", "shop_product",
			"shop_user", "shop_customer", "shop_order", "shop_order_item", "shop_review");

	/** What products cost before, as if it had been kept from the beginning. */
	private static final String EARLIER_PRICES = """
			DELETE FROM shop_product_history;
			INSERT INTO shop_product_history (id, history_operation, history_until)
				SELECT id, 'INSERT', created_at FROM shop_product ORDER BY id;
			INSERT INTO shop_product_history (id, created_at, name, description, price, stock_quantity, category_id,
					supplier_id, is_active, history_operation, history_until, history_user)
				SELECT p.id, p.created_at, p.name, p.description, round(p.price * step.factor, 2), p.stock_quantity,
					p.category_id, p.supplier_id, p.is_active, 'UPDATE', p.created_at + step.days * interval '1 day', 'data set'
				FROM shop_product p, (VALUES (30, 1.20), (90, 1.10)) AS step (days, factor)
				ORDER BY p.id, step.days""";

	private final DataSetFiles files;

	private final Manager<Category> categories;

	private final Manager<Supplier> suppliers;

	private final Manager<Tag> tags;

	private final ProductManager products;

	private final SalesData sales;

	private final Ratings ratings;

	private final Atomic atomic;

	private final JdbcClient jdbc;

	private final Orm orm;

	DataSet(DataSetFiles files, Manager<Category> categories, Manager<Supplier> suppliers, Manager<Tag> tags,
			ProductManager products, SalesData sales, Ratings ratings, Atomic atomic, JdbcClient jdbc, Orm orm) {
		this.files = files;
		this.categories = categories;
		this.suppliers = suppliers;
		this.tags = tags;
		this.products = products;
		this.sales = sales;
		this.ratings = ratings;
		this.atomic = atomic;
		this.jdbc = jdbc;
		this.orm = orm;
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
		this.orm.script(EARLIER_PRICES);
		TABLES.forEach(this::advanceKeys);
	}

	// The insert stamps products with the current time, as it should; the data set has
	// times of its own
	private void loadProducts(List<Product> rows) {
		Map<Long, Instant> created = rows.stream().collect(Collectors.toMap(Product::getId, Product::getCreatedAt));
		Map<Long, Instant> updated = rows.stream().collect(Collectors.toMap(Product::getId, Product::getUpdatedAt));
		this.products.bulkCreate(rows);
		rows.forEach((product) -> this.products.filter(PRODUCT.id.eq(product.getId()))
			.update(PRODUCT.createdAt.set(created.get(product.getId())),
					PRODUCT.updatedAt.set(updated.get(product.getId()))));
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
