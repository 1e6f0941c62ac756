package dev.orm.benchmark.contender;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.RelatedManager;
import dev.orm.benchmark.model.Customer;
import dev.orm.benchmark.model.Item;
import dev.orm.benchmark.model.ItemValues;
import dev.orm.benchmark.model.Order;
import dev.orm.benchmark.model.Region;

import static dev.orm.benchmark.model.CustomerPath.CUSTOMER;
import static dev.orm.benchmark.model.ItemPath.ITEM;
import static dev.orm.benchmark.model.OrderPath.ORDER;
import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.sum;

/** This project. */
public final class OrmContender implements Contender {

	private final Orm orm;

	private final Manager<Order> orders;

	private final Manager<Customer> customers;

	private final Manager<Item> items;

	/**
	 * Create the contender.
	 * @param dataSource the pool
	 */
	public OrmContender(DataSource dataSource) {
		this.orm = Orm.builder()
			.dataSource(dataSource)
			.models(List.of(Region.class, Customer.class, Order.class, Item.class))
			.build();
		this.orders = this.orm.manager(Order.class);
		this.customers = this.orm.manager(Customer.class);
		this.items = this.orm.manager(Item.class);
	}

	@Override
	public String note() {
		return "Typed paths; the query is built anew by each call, its plan found by shape. Default fetch mode.";
	}

	@Override
	public Object byKey(long id) {
		return this.orders.get(ORDER.id.eq(id));
	}

	@Override
	public List<?> entities() {
		return this.orders.filter(ORDER.id.lte((long) ROWS)).list();
	}

	@Override
	public List<?> filtered(String region, int above) {
		return page(region, above).list();
	}

	/**
	 * Build the query of workload 3.
	 * @param region the region's name
	 * @param above the total
	 * @return the query
	 */
	public QuerySet<Order> page(String region, int above) {
		return this.orders
			.filter(ORDER.customer().active.isTrue(), ORDER.customer().region().name.eq(region),
					ORDER.total.gt(BigDecimal.valueOf(above)))
			.orderBy(ORDER.total.desc(), ORDER.id.asc())
			.slice(0, PAGE);
	}

	@Override
	public List<?> parents() {
		return this.customers.filter(CUSTOMER.id.lte((long) PARENTS)).prefetchRelated(CUSTOMER.orders()).list();
	}

	@Override
	public List<?> nested() {
		return this.orders.filter(ORDER.id.lte((long) ROWS))
			.values(ORDER.id, ORDER.number, ORDER.total, ORDER.customer().id, ORDER.customer().name)
			.as((id, number, total, customer, name) -> new OrderView(id, number, total,
					new CustomerView(customer, name)));
	}

	@Override
	public Runnable insert() {
		List<Item> fresh = ItemValues.of(WRITES).stream().map(Item::new).toList();
		return () -> this.items.bulkCreate(fresh);
	}

	@Override
	public Runnable update() {
		List<Item> loaded = this.items.filter(ITEM.id.lte((long) UPDATES)).list();
		loaded.forEach((item) -> {
			item.setPrice(item.getPrice().add(BigDecimal.ONE));
			item.setQuantity(item.getQuantity() + 1);
		});
		return () -> this.items.bulkUpdate(loaded, "price", "quantity");
	}

	@Override
	public Runnable upsert() {
		List<Item> fresh = ItemValues.of(WRITES).stream().map(Item::new).toList();
		return () -> this.items.bulkCreate(fresh,
				(options) -> options.updatingConflicts(List.of("sku"), List.of("name", "price", "quantity")));
	}

	@Override
	public List<?> grouped() {
		return this.orders.filter(ORDER.customer().id.lte((long) GROUPED))
			.values(ORDER.customer().region().name, count(), sum(ORDER.total))
			.as(RegionTotal::new);
	}

	@Override
	public void lockAndUpdate(long id) {
		this.orm.atomic().run(() -> {
			this.items.selectForUpdate().get(ITEM.id.eq(id));
			this.items.filter(ITEM.id.eq(id)).update(ITEM.quantity.set(ITEM.quantity.minus(1)));
		});
	}

	@Override
	public void stream(Consumer<Object> consumer) {
		try (Stream<Order> rows = this.orders.stream(CHUNK)) {
			rows.forEach(consumer);
		}
	}

	@Override
	@SuppressWarnings("NullAway") // no column is null
	public OrderRecord plainOrder(Object answered) {
		Order order = (Order) answered;
		return new OrderRecord(order.getId(), order.getNumber(), order.getStatus(), order.getTotal(),
				order.getQuantity(), order.getWeight(), order.isPaid(), order.getOrderedOn(), order.getCreatedAt(),
				order.getCustomer().id(Long.class));
	}

	@Override
	@SuppressWarnings("NullAway") // no column is null
	public CustomerRecord plainCustomer(Object answered) {
		Customer customer = (Customer) answered;
		return new CustomerRecord(customer.getId(), customer.getName(), customer.getEmail(), customer.isActive(),
				customer.getRegion().id(Long.class),
				RelatedManager.of(customer, CUSTOMER.orders()).list().stream().map(this::plainOrder).toList());
	}

}
