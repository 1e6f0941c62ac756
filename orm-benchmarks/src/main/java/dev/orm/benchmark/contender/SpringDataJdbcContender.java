package dev.orm.benchmark.contender;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;

import dev.orm.benchmark.contender.relational.CustomerRow;
import dev.orm.benchmark.contender.relational.ItemRow;
import dev.orm.benchmark.contender.relational.ItemRows;
import dev.orm.benchmark.contender.relational.OrderRow;
import dev.orm.benchmark.contender.relational.OrderRows;
import dev.orm.benchmark.contender.relational.RelationalApplication;
import dev.orm.benchmark.contender.relational.SkuItemRow;
import dev.orm.benchmark.model.ItemValues;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring Data JDBC: aggregates as records. */
public final class SpringDataJdbcContender implements Contender {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final OrderRows orders;

	private final ItemRows items;

	private final JdbcAggregateTemplate template;

	private final TransactionTemplate transaction;

	/**
	 * Create the contender.
	 * @param dataSource the pool
	 */
	public SpringDataJdbcContender(DataSource dataSource) {
		this.context.registerBean(DataSource.class, () -> dataSource, (bean) -> bean.setDestroyMethodName(""));
		this.context.register(RelationalApplication.class);
		this.context.refresh();
		this.orders = this.context.getBean(OrderRows.class);
		this.items = this.context.getBean(ItemRows.class);
		this.template = this.context.getBean(JdbcAggregateTemplate.class);
		this.transaction = new TransactionTemplate(this.context.getBean(PlatformTransactionManager.class));
	}

	@Override
	public String note() {
		return "Aggregates as records; derived queries, SQL where it crosses aggregates, children by single query"
				+ " loading. Reads join a transaction but open none, which spares two round trips. insertAll batches;"
				+ " updateAll and upsert have no batch and run row by row in one transaction. Streams by a cursor of 1,000 rows.";
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Override
	public Object byKey(long id) {
		return this.orders.findOneById(id).orElseThrow();
	}

	@Override
	public List<?> entities() {
		return this.orders.findByIdLessThanEqual((long) ROWS);
	}

	@Override
	public List<?> filtered(String region, int above) {
		return this.orders.findLargest(region, BigDecimal.valueOf(above), PAGE);
	}

	@Override
	public List<?> parents() {
		return this.template.findAll(Query.query(Criteria.where("id").lessThanOrEquals(PARENTS)), CustomerRow.class);
	}

	@Override
	public List<?> nested() {
		return this.orders.findViews((long) ROWS);
	}

	@Override
	public Runnable insert() {
		List<ItemRow> fresh = ItemValues.of(WRITES).stream().map(ItemRow::of).toList();
		return () -> this.transaction.executeWithoutResult((status) -> this.template.insertAll(fresh));
	}

	@Override
	public Runnable update() {
		List<ItemRow> changed = this.items.findByIdLessThanEqual((long) UPDATES)
			.stream()
			.map(ItemRow::changed)
			.toList();
		return () -> this.transaction.executeWithoutResult((status) -> this.template.updateAll(changed));
	}

	@Override
	public Runnable upsert() {
		List<SkuItemRow> fresh = ItemValues.of(WRITES).stream().map(SkuItemRow::of).toList();
		return () -> this.transaction.executeWithoutResult((status) -> fresh.forEach(this.template::upsert));
	}

	@Override
	public List<?> grouped() {
		return this.orders.findTotals((long) GROUPED);
	}

	@Override
	public void lockAndUpdate(long id) {
		this.transaction.executeWithoutResult((status) -> {
			this.items.findLockedById(id);
			this.items.takeOne(id);
		});
	}

	@Override
	public void stream(Consumer<Object> consumer) {
		this.transaction.executeWithoutResult((status) -> {
			try (Stream<OrderRow> rows = this.orders.streamAll()) {
				rows.forEach(consumer);
			}
		});
	}

	@Override
	public OrderRecord plainOrder(Object answered) {
		OrderRow order = (OrderRow) answered;
		return new OrderRecord(order.id(), order.number(), order.status(), order.total(), order.quantity(),
				order.weight(), order.paid(), order.orderedOn(), order.createdAt(), order.customerId());
	}

	@Override
	public CustomerRecord plainCustomer(Object answered) {
		CustomerRow customer = (CustomerRow) answered;
		return new CustomerRecord(customer.id(), customer.name(), customer.email(), customer.active(),
				customer.regionId(), customer.orders().stream().map(this::plainOrder).toList());
	}

}
