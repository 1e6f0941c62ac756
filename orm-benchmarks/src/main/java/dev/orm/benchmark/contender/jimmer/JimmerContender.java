package dev.orm.benchmark.contender.jimmer;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

import dev.orm.benchmark.contender.Contender;
import dev.orm.benchmark.contender.CustomerRecord;
import dev.orm.benchmark.contender.CustomerView;
import dev.orm.benchmark.contender.OrderRecord;
import dev.orm.benchmark.contender.OrderView;
import dev.orm.benchmark.contender.RegionTotal;
import dev.orm.benchmark.model.ItemValues;
import org.babyfish.jimmer.sql.JSqlClient;
import org.babyfish.jimmer.sql.ast.Expression;
import org.babyfish.jimmer.sql.ast.mutation.BatchEntitySaveCommand;
import org.babyfish.jimmer.sql.ast.mutation.SaveMode;
import org.babyfish.jimmer.sql.dialect.PostgresDialect;
import org.babyfish.jimmer.sql.runtime.ConnectionManager;
import org.babyfish.jimmer.sql.transaction.TxConnectionManager;

/** Jimmer with typed tables and fetchers. */
public final class JimmerContender implements Contender {

	private static final JimmerOrderTable ORDER = JimmerOrderTable.$;

	private static final JimmerCustomerTable CUSTOMER = JimmerCustomerTable.$;

	private static final JimmerItemTable ITEM = JimmerItemTable.$;

	private static final JimmerCustomerFetcher WITH_ORDERS = JimmerCustomerFetcher.$.allTableFields()
		.orders(JimmerOrderFetcher.$.allTableFields());

	private final TxConnectionManager connections;

	private final JSqlClient client;

	/**
	 * Create the contender.
	 * @param dataSource the pool
	 */
	public JimmerContender(DataSource dataSource) {
		this.connections = ConnectionManager.simpleConnectionManager(dataSource);
		this.client = JSqlClient.newBuilder()
			.setConnectionManager(this.connections)
			.setDialect(new PostgresDialect())
			.setDefaultListBatchSize(PARENTS)
			.build();
	}

	@Override
	public String note() {
		return "Typed tables, fetchers for children, tuples for the nested records, save commands in JDBC batches with"
				+ " identity keys (it does not fetch sequences ahead), partial objects for the updates,"
				+ " upserts by key with a mask. Reads in autocommit, writes in a transaction.";
	}

	@Override
	public Object byKey(long id) {
		return this.client.getEntities().findById(JimmerOrder.class, id);
	}

	@Override
	public List<?> entities() {
		return this.client.createQuery(ORDER).where(ORDER.id().le((long) ROWS)).select(ORDER).execute();
	}

	@Override
	public List<?> filtered(String region, int above) {
		return this.client.createQuery(ORDER)
			.where(ORDER.customer().active().eq(true), ORDER.customer().region().name().eq(region),
					ORDER.total().gt(BigDecimal.valueOf(above)))
			.orderBy(ORDER.total().desc(), ORDER.id().asc())
			.select(ORDER)
			.limit(PAGE)
			.execute();
	}

	@Override
	public List<?> parents() {
		return this.client.createQuery(CUSTOMER)
			.where(CUSTOMER.id().le((long) PARENTS))
			.select(CUSTOMER.fetch(WITH_ORDERS))
			.execute();
	}

	@Override
	public List<?> nested() {
		return this.client.createQuery(ORDER)
			.where(ORDER.id().le((long) ROWS))
			.select(ORDER.id(), ORDER.number(), ORDER.total(), ORDER.customer().id(), ORDER.customer().name())
			.map((row) -> new OrderView(row.get_1(), row.get_2(), row.get_3(),
					new CustomerView(row.get_4(), row.get_5())));
	}

	@Override
	public Runnable insert() {
		List<JimmerItem> items = items();
		return () -> save(this.client.getEntities().saveEntitiesCommand(items).setMode(SaveMode.INSERT_ONLY));
	}

	@Override
	public Runnable update() {
		List<JimmerItem> loaded = this.client.createQuery(ITEM)
			.where(ITEM.id().le((long) UPDATES))
			.select(ITEM)
			.execute();
		List<JimmerItem> changed = loaded.stream().map((item) -> JimmerItemDraft.$.produce((draft) -> {
			draft.setId(item.id());
			draft.setPrice(item.price().add(BigDecimal.ONE));
			draft.setQuantity(item.quantity() + 1);
		})).toList();
		return () -> save(this.client.getEntities().saveEntitiesCommand(changed).setMode(SaveMode.UPDATE_ONLY));
	}

	@Override
	public Runnable upsert() {
		List<JimmerItem> items = items();
		return () -> save(this.client.getEntities()
			.saveEntitiesCommand(items)
			.setMode(SaveMode.UPSERT)
			.setUpsertMask(JimmerItemProps.NAME, JimmerItemProps.PRICE, JimmerItemProps.QUANTITY));
	}

	private static List<JimmerItem> items() {
		return ItemValues.of(WRITES).stream().map((values) -> JimmerItemDraft.$.produce((draft) -> {
			draft.setSku(values.sku());
			draft.setName(values.name());
			draft.setPrice(values.price());
			draft.setQuantity(values.quantity());
			draft.setCreatedAt(values.createdAt());
		})).toList();
	}

	private void save(BatchEntitySaveCommand<JimmerItem> command) {
		this.connections.executeTransaction(command::execute);
	}

	@Override
	public List<?> grouped() {
		return this.client.createQuery(ORDER)
			.where(ORDER.customer().id().le((long) GROUPED))
			.groupBy(ORDER.customer().region().name())
			.select(ORDER.customer().region().name(), Expression.rowCount(), ORDER.total().sum())
			.map((row) -> new RegionTotal(row.get_1(), row.get_2(), row.get_3()));
	}

	@Override
	public void lockAndUpdate(long id) {
		this.connections.executeTransaction((connection) -> {
			this.client.createQuery(ITEM).where(ITEM.id().eq(id)).select(ITEM).forUpdate().execute(connection);
			return this.client.createUpdate(ITEM)
				.set(ITEM.quantity(), ITEM.quantity().minus(1))
				.where(ITEM.id().eq(id))
				.execute(connection);
		});
	}

	@Override
	public void stream(Consumer<Object> consumer) {
		this.connections.executeTransaction((connection) -> {
			this.client.createQuery(ORDER).select(ORDER).forEach(connection, CHUNK, (order) -> consumer.accept(order));
			return true;
		});
	}

	@Override
	public OrderRecord plainOrder(Object answered) {
		JimmerOrder order = (JimmerOrder) answered;
		return new OrderRecord(order.id(), order.number(), order.status(), order.total(), order.quantity(),
				order.weight(), order.paid(), order.orderedOn(), order.createdAt(), order.customer().id());
	}

	@Override
	public CustomerRecord plainCustomer(Object answered) {
		JimmerCustomer customer = (JimmerCustomer) answered;
		return new CustomerRecord(customer.id(), customer.name(), customer.email(), customer.active(),
				customer.region().id(), customer.orders().stream().map(this::plainOrder).toList());
	}

}
