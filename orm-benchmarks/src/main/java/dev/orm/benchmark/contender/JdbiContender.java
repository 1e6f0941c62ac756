package dev.orm.benchmark.contender;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;

import dev.orm.benchmark.model.ItemValues;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Jdbi 3, fluent. */
public final class JdbiContender implements Contender {

	private static final String ORDER = "SELECT o.id, o.number, o.status, o.total, o.quantity, o.weight, o.paid,"
			+ " o.ordered_on, o.created_at, o.customer_id FROM bench_order o";

	private static final String INSERT = "INSERT INTO bench_item (sku, name, price, quantity, created_at)"
			+ " VALUES (:sku, :name, :price, :quantity, :createdAt)";

	private static final RowMapper<OrderRecord> ORDERS = ConstructorMapper.of(OrderRecord.class);

	private static final RowMapper<ItemRecord> ITEMS = ConstructorMapper.of(ItemRecord.class);

	private static final RowMapper<JoinedView> VIEWS = ConstructorMapper.of(JoinedView.class);

	private static final RowMapper<RegionTotal> TOTALS = ConstructorMapper.of(RegionTotal.class);

	private final Jdbi jdbi;

	/**
	 * Create the contender.
	 * @param dataSource the pool
	 */
	public JdbiContender(DataSource dataSource) {
		this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
	}

	@Override
	public String note() {
		return "Fluent API, constructor mappers made once, prepared batches with generated keys.";
	}

	@Override
	public Object byKey(long id) {
		return this.jdbi
			.withHandle((handle) -> handle.createQuery(ORDER + " WHERE o.id = :id").bind("id", id).map(ORDERS).one());
	}

	@Override
	public List<?> entities() {
		return this.jdbi.withHandle((
				handle) -> handle.createQuery(ORDER + " WHERE o.id <= :id").bind("id", (long) ROWS).map(ORDERS).list());
	}

	@Override
	public List<?> filtered(String region, int above) {
		String sql = ORDER + " JOIN bench_customer c ON c.id = o.customer_id JOIN bench_region r ON r.id = c.region_id"
				+ " WHERE c.active AND r.name = :region AND o.total > :total ORDER BY o.total DESC, o.id LIMIT 20";
		return this.jdbi.withHandle((handle) -> handle.createQuery(sql)
			.bind("region", region)
			.bind("total", BigDecimal.valueOf(above))
			.map(ORDERS)
			.list());
	}

	@Override
	public List<?> parents() {
		return this.jdbi.withHandle((handle) -> {
			Map<Long, CustomerRecord> customers = new LinkedHashMap<>();
			handle.createQuery("SELECT id, name, email, active, region_id FROM bench_customer WHERE id <= :id")
				.bind("id", (long) PARENTS)
				.map((row, context) -> customer(row))
				.forEach((customer) -> customers.put(customer.id(), customer));
			handle.createQuery(ORDER + " WHERE o.customer_id = ANY (:ids)")
				.bindArray("ids", Long.class, new ArrayList<>(customers.keySet()))
				.map(ORDERS)
				.forEach((order) -> Objects.requireNonNull(customers.get(order.customerId())).orders().add(order));
			return new ArrayList<>(customers.values());
		});
	}

	private static CustomerRecord customer(ResultSet row) throws SQLException {
		return new CustomerRecord(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getLong(5),
				new ArrayList<>());
	}

	@Override
	public List<?> nested() {
		return this.jdbi.withHandle((handle) -> handle
			.createQuery("SELECT o.id, o.number, o.total, c.id AS c_id, c.name AS c_name FROM bench_order o"
					+ " JOIN bench_customer c ON c.id = o.customer_id WHERE o.id <= :id")
			.bind("id", (long) ROWS)
			.map(VIEWS)
			.list());
	}

	@Override
	public Runnable insert() {
		List<ItemValues> items = ItemValues.of(WRITES);
		return () -> batch(INSERT, items, JdbiContender::bind, true);
	}

	@Override
	public Runnable upsert() {
		List<ItemValues> items = ItemValues.of(WRITES);
		String sql = INSERT + " ON CONFLICT (sku) DO UPDATE SET name = EXCLUDED.name, price = EXCLUDED.price,"
				+ " quantity = EXCLUDED.quantity";
		return () -> batch(sql, items, JdbiContender::bind, true);
	}

	@Override
	public Runnable update() {
		List<ItemRecord> items = this.jdbi
			.withHandle((handle) -> handle.createQuery("SELECT id, price, quantity FROM bench_item WHERE id <= :id")
				.bind("id", (long) UPDATES)
				.map(ITEMS)
				.stream()
				.map(ItemRecord::changed)
				.toList());
		return () -> batch("UPDATE bench_item SET price = :price, quantity = :quantity WHERE id = :id", items, (batch,
				item) -> batch.bind("price", item.price()).bind("quantity", item.quantity()).bind("id", item.id()),
				false);
	}

	private static void bind(PreparedBatch batch, ItemValues item) {
		batch.bind("sku", item.sku())
			.bind("name", item.name())
			.bind("price", item.price())
			.bind("quantity", item.quantity())
			.bind("createdAt", item.createdAt());
	}

	private <T> void batch(String sql, List<T> items, BiConsumer<PreparedBatch, T> binder, boolean keys) {
		this.jdbi.useTransaction((handle) -> {
			PreparedBatch batch = handle.prepareBatch(sql);
			for (T item : items) {
				binder.accept(batch, item);
				batch.add();
			}
			if (keys) {
				batch.executePreparedBatch("id").mapTo(Long.class).list();
			}
			else {
				batch.execute();
			}
		});
	}

	@Override
	public List<?> grouped() {
		return this.jdbi.withHandle((handle) -> handle
			.createQuery("SELECT r.name AS region, count(*) AS orders, sum(o.total) AS total FROM bench_order o"
					+ " JOIN bench_customer c ON c.id = o.customer_id JOIN bench_region r ON r.id = c.region_id"
					+ " WHERE o.customer_id <= :id GROUP BY r.name")
			.bind("id", (long) GROUPED)
			.map(TOTALS)
			.list());
	}

	@Override
	public void lockAndUpdate(long id) {
		this.jdbi.useTransaction((handle) -> {
			handle.createQuery("SELECT quantity FROM bench_item WHERE id = :id FOR UPDATE")
				.bind("id", id)
				.mapTo(Integer.class)
				.one();
			handle.createUpdate("UPDATE bench_item SET quantity = quantity - 1 WHERE id = :id")
				.bind("id", id)
				.execute();
		});
	}

	@Override
	public void stream(Consumer<Object> consumer) {
		this.jdbi.useTransaction((handle) -> handle.createQuery(ORDER)
			.setFetchSize(CHUNK)
			.map(ORDERS)
			.useStream((rows) -> rows.forEach(consumer)));
	}

	@Override
	public OrderView plainView(Object view) {
		JoinedView joined = (JoinedView) view;
		return new OrderView(joined.id(), joined.number(), joined.total(), joined.customer());
	}

	/** The nested record as Jdbi reads it. */
	public record JoinedView(Long id, String number, BigDecimal total, @Nested("c_") CustomerView customer) {

	}

}
