package dev.orm.benchmark.contender;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;

import dev.orm.benchmark.model.ItemValues;
import org.jspecify.annotations.Nullable;

/** The baseline: statements by hand, columns by index, bulk writes by {@code unnest}. */
public final class JdbcContender implements Contender {

	private static final String ORDER = "SELECT id, number, status, total, quantity, weight, paid, ordered_on, created_at,"
			+ " customer_id FROM bench_order";

	private static final String UNNEST = "unnest(?::text[], ?::text[], ?::numeric[], ?::int4[], ?::timestamptz[])"
			+ " WITH ORDINALITY AS v (sku, name, price, quantity, created_at, n)";

	private static final String INSERT = "INSERT INTO bench_item (sku, name, price, quantity, created_at)"
			+ " SELECT v.sku, v.name, v.price, v.quantity, v.created_at FROM " + UNNEST + " ORDER BY v.n";

	private final DataSource dataSource;

	/**
	 * Create the baseline.
	 * @param dataSource the pool
	 */
	public JdbcContender(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	@Override
	public String note() {
		return "Statements by hand, columns by index, bulk writes by unnest.";
	}

	@Override
	public Object byKey(long id) {
		return query(ORDER + " WHERE id = ?", (statement) -> statement.setLong(1, id), JdbcContender::order).get(0);
	}

	@Override
	public List<?> entities() {
		return query(ORDER + " WHERE id <= ?", (statement) -> statement.setLong(1, ROWS), JdbcContender::order);
	}

	@Override
	public List<?> filtered(String region, int above) {
		String sql = "SELECT o.id, o.number, o.status, o.total, o.quantity, o.weight, o.paid, o.ordered_on,"
				+ " o.created_at, o.customer_id FROM bench_order o JOIN bench_customer c ON c.id = o.customer_id"
				+ " JOIN bench_region r ON r.id = c.region_id WHERE c.active AND r.name = ? AND o.total > ?"
				+ " ORDER BY o.total DESC, o.id LIMIT 20";
		return query(sql, (statement) -> {
			statement.setString(1, region);
			statement.setBigDecimal(2, BigDecimal.valueOf(above));
		}, JdbcContender::order);
	}

	@Override
	public List<?> parents() {
		Map<Long, CustomerRow> customers = new LinkedHashMap<>();
		query("SELECT id, name, email, active, region_id FROM bench_customer WHERE id <= ?",
				(statement) -> statement.setLong(1, PARENTS), JdbcContender::customer)
			.forEach((customer) -> customers.put(customer.id, customer));
		Long[] keys = customers.keySet().toArray(Long[]::new);
		List<OrderRow> orders = query(ORDER + " WHERE customer_id = ANY (?)",
				(statement) -> statement.setArray(1, statement.getConnection().createArrayOf("int8", keys)),
				JdbcContender::order);
		for (OrderRow order : orders) {
			Objects.requireNonNull(customers.get(order.customerId)).orders.add(order);
		}
		return new ArrayList<>(customers.values());
	}

	@Override
	public List<?> nested() {
		String sql = "SELECT o.id, o.number, o.total, c.id, c.name FROM bench_order o"
				+ " JOIN bench_customer c ON c.id = o.customer_id WHERE o.id <= ?";
		return query(sql, (statement) -> statement.setLong(1, ROWS), (row) -> new OrderView(row.getLong(1),
				row.getString(2), row.getBigDecimal(3), new CustomerView(row.getLong(4), row.getString(5))));
	}

	@Override
	public Runnable insert() {
		List<ItemRow> items = ItemValues.of(WRITES).stream().map(ItemRow::new).toList();
		return () -> write(INSERT + " RETURNING id", items);
	}

	@Override
	public Runnable upsert() {
		List<ItemRow> items = ItemValues.of(WRITES).stream().map(ItemRow::new).toList();
		String sql = INSERT + " ON CONFLICT (sku) DO UPDATE SET name = EXCLUDED.name, price = EXCLUDED.price,"
				+ " quantity = EXCLUDED.quantity RETURNING id";
		return () -> write(sql, items);
	}

	private void write(String sql, List<ItemRow> items) {
		List<Long> keys = query(sql, (statement) -> bind(statement, items), (row) -> row.getLong(1));
		for (int i = 0; i < items.size(); i++) {
			items.get(i).id = keys.get(i);
		}
	}

	private static void bind(PreparedStatement statement, List<ItemRow> items) throws SQLException {
		String[] skus = new String[items.size()];
		String[] names = new String[items.size()];
		BigDecimal[] prices = new BigDecimal[items.size()];
		Integer[] quantities = new Integer[items.size()];
		Timestamp[] moments = new Timestamp[items.size()];
		for (int i = 0; i < skus.length; i++) {
			ItemRow item = items.get(i);
			skus[i] = item.sku;
			names[i] = item.name;
			prices[i] = item.price;
			quantities[i] = item.quantity;
			moments[i] = Timestamp.from(item.createdAt);
		}
		Connection connection = statement.getConnection();
		statement.setArray(1, connection.createArrayOf("text", skus));
		statement.setArray(2, connection.createArrayOf("text", names));
		statement.setArray(3, connection.createArrayOf("numeric", prices));
		statement.setArray(4, connection.createArrayOf("int4", quantities));
		statement.setArray(5, connection.createArrayOf("timestamptz", moments));
	}

	@Override
	public Runnable update() {
		List<ItemRow> items = query("SELECT id, sku, name, price, quantity, created_at FROM bench_item WHERE id <= ?",
				(statement) -> statement.setLong(1, UPDATES), ItemRow::new);
		items.forEach((item) -> {
			item.price = item.price.add(BigDecimal.ONE);
			item.quantity++;
		});
		return () -> updateAll(items);
	}

	private void updateAll(List<ItemRow> items) {
		Long[] ids = new Long[items.size()];
		BigDecimal[] prices = new BigDecimal[items.size()];
		Integer[] quantities = new Integer[items.size()];
		for (int i = 0; i < ids.length; i++) {
			ids[i] = items.get(i).id;
			prices[i] = items.get(i).price;
			quantities[i] = items.get(i).quantity;
		}
		change("UPDATE bench_item AS t SET price = v.price, quantity = v.quantity"
				+ " FROM unnest(?::int8[], ?::numeric[], ?::int4[]) AS v (id, price, quantity) WHERE t.id = v.id",
				(statement) -> {
					Connection connection = statement.getConnection();
					statement.setArray(1, connection.createArrayOf("int8", ids));
					statement.setArray(2, connection.createArrayOf("numeric", prices));
					statement.setArray(3, connection.createArrayOf("int4", quantities));
				});
	}

	@Override
	public List<?> grouped() {
		String sql = "SELECT r.name, count(*), sum(o.total) FROM bench_order o"
				+ " JOIN bench_customer c ON c.id = o.customer_id JOIN bench_region r ON r.id = c.region_id"
				+ " WHERE o.customer_id <= ? GROUP BY r.name";
		return query(sql, (statement) -> statement.setLong(1, GROUPED),
				(row) -> new RegionTotal(row.getString(1), row.getLong(2), row.getBigDecimal(3)));
	}

	@Override
	public void lockAndUpdate(long id) {
		try (Connection connection = this.dataSource.getConnection()) {
			connection.setAutoCommit(false);
			try (PreparedStatement lock = connection.prepareStatement(
					"SELECT id, sku, name, price, quantity, created_at FROM bench_item WHERE id = ? FOR UPDATE")) {
				lock.setLong(1, id);
				first(lock, ItemRow::new);
			}
			try (PreparedStatement update = connection
				.prepareStatement("UPDATE bench_item SET quantity = quantity - 1 WHERE id = ?")) {
				update.setLong(1, id);
				update.executeUpdate();
			}
			connection.commit();
			connection.setAutoCommit(true);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	@SuppressWarnings("NullAway") // no column is null
	public OrderRecord plainOrder(Object answered) {
		OrderRow order = (OrderRow) answered;
		return new OrderRecord(order.id, order.number, order.status, order.total, order.quantity, order.weight,
				order.paid, order.orderedOn, order.createdAt, order.customerId);
	}

	@Override
	@SuppressWarnings("NullAway") // no column is null
	public CustomerRecord plainCustomer(Object answered) {
		CustomerRow customer = (CustomerRow) answered;
		return new CustomerRecord(customer.id, customer.name, customer.email, customer.active, customer.regionId,
				customer.orders.stream().map(this::plainOrder).toList());
	}

	@Override
	public void stream(Consumer<Object> consumer) {
		try (Connection connection = this.dataSource.getConnection()) {
			connection.setAutoCommit(false);
			try (PreparedStatement statement = connection.prepareStatement(ORDER)) {
				statement.setFetchSize(CHUNK);
				try (ResultSet rows = statement.executeQuery()) {
					while (rows.next()) {
						consumer.accept(order(rows));
					}
				}
			}
			connection.commit();
			connection.setAutoCommit(true);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static <T> T first(PreparedStatement statement, RowMapper<T> mapper) throws SQLException {
		try (ResultSet rows = statement.executeQuery()) {
			rows.next();
			return mapper.map(rows);
		}
	}

	private <T> List<T> query(String sql, Binder binder, RowMapper<T> mapper) {
		try (Connection connection = this.dataSource.getConnection();
				PreparedStatement statement = connection.prepareStatement(sql)) {
			binder.bind(statement);
			try (ResultSet rows = statement.executeQuery()) {
				List<T> read = new ArrayList<>();
				while (rows.next()) {
					read.add(mapper.map(rows));
				}
				return read;
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void change(String sql, Binder binder) {
		try (Connection connection = this.dataSource.getConnection();
				PreparedStatement statement = connection.prepareStatement(sql)) {
			binder.bind(statement);
			statement.executeUpdate();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static OrderRow order(ResultSet row) throws SQLException {
		OrderRow order = new OrderRow();
		order.id = row.getLong(1);
		order.number = row.getString(2);
		order.status = row.getString(3);
		order.total = row.getBigDecimal(4);
		order.quantity = row.getInt(5);
		order.weight = row.getDouble(6);
		order.paid = row.getBoolean(7);
		order.orderedOn = row.getObject(8, LocalDate.class);
		order.createdAt = row.getObject(9, OffsetDateTime.class).toInstant();
		order.customerId = row.getLong(10);
		return order;
	}

	private static CustomerRow customer(ResultSet row) throws SQLException {
		CustomerRow customer = new CustomerRow();
		customer.id = row.getLong(1);
		customer.name = row.getString(2);
		customer.email = row.getString(3);
		customer.active = row.getBoolean(4);
		customer.regionId = row.getLong(5);
		return customer;
	}

	/** Sets the parameters of a statement. */
	private interface Binder {

		void bind(PreparedStatement statement) throws SQLException;

	}

	/** Reads a row. */
	private interface RowMapper<T> {

		T map(ResultSet row) throws SQLException;

	}

	/** An order. */
	static final class OrderRow {

		@Nullable Long id;

		@Nullable String number;

		@Nullable String status;

		@Nullable BigDecimal total;

		int quantity;

		double weight;

		boolean paid;

		@Nullable LocalDate orderedOn;

		@Nullable Instant createdAt;

		@Nullable Long customerId;

	}

	/** A customer. */
	static final class CustomerRow {

		@Nullable Long id;

		@Nullable String name;

		@Nullable String email;

		boolean active;

		@Nullable Long regionId;

		final List<OrderRow> orders = new ArrayList<>();

	}

	/** An item. */
	static final class ItemRow {

		@Nullable Long id;

		String sku;

		String name;

		BigDecimal price;

		int quantity;

		Instant createdAt;

		ItemRow(ItemValues values) {
			this.sku = values.sku();
			this.name = values.name();
			this.price = values.price();
			this.quantity = values.quantity();
			this.createdAt = values.createdAt();
		}

		ItemRow(ResultSet row) throws SQLException {
			this.id = row.getLong(1);
			this.sku = row.getString(2);
			this.name = row.getString(3);
			this.price = row.getBigDecimal(4);
			this.quantity = row.getInt(5);
			this.createdAt = row.getObject(6, OffsetDateTime.class).toInstant();
		}

	}

}
