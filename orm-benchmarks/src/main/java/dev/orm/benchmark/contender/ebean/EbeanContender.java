package dev.orm.benchmark.contender.ebean;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

import dev.orm.benchmark.contender.Contender;
import dev.orm.benchmark.contender.CustomerRecord;
import dev.orm.benchmark.contender.OrderRecord;
import dev.orm.benchmark.contender.RegionTotal;
import dev.orm.benchmark.contender.ebean.query.QEbeanCustomer;
import dev.orm.benchmark.contender.ebean.query.QEbeanItem;
import dev.orm.benchmark.contender.ebean.query.QEbeanOrder;
import dev.orm.benchmark.model.ItemValues;
import io.ebean.Database;
import io.ebean.InsertOptions;
import io.ebean.Transaction;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Ebean with query beans, enhanced at build time. */
public final class EbeanContender implements Contender {

	private static final int BATCH = 1000;

	private static final InsertOptions UPSERT = InsertOptions.builder()
		.onConflictUpdate()
		.uniqueColumns("sku")
		.updateSet("name=excluded.name, price=excluded.price, quantity=excluded.quantity")
		.getGeneratedKeys(true)
		.build();

	private final Database database;

	/**
	 * Create the contender.
	 * @param dataSource the pool
	 */
	public EbeanContender(DataSource dataSource) {
		this.database = Database.builder()
			.name("benchmark")
			.register(false)
			.defaultDatabase(false)
			.dataSource(new TransactionalDataSource(dataSource))
			.readOnlyDataSource(dataSource)
			.loadModuleInfo(false)
			.disableClasspathSearch(true)
			.classes(List.of(EbeanRegion.class, EbeanCustomer.class, EbeanOrder.class, EbeanItemBase.class,
					EbeanItem.class, EbeanUpsertedItem.class))
			.databaseSequenceBatchSize(BATCH)
			.disableL2Cache(true)
			.shutdownHook(false)
			.build();
	}

	@Override
	public String note() {
		return "Query beans, enhanced at build time, unmodifiable beans where they are only read, fetchQuery for"
				+ " children, DTO queries, keys from a sequence of 1,000 (identity for the upsert), JDBC batches of 1,000"
				+ " with reWriteBatchedInserts. Reads in autocommit, writes in a transaction.";
	}

	@Override
	public void close() {
		this.database.shutdown(false, false);
	}

	@Override
	public Object byKey(long id) {
		return new QEbeanOrder(this.database).id.eq(id).setUnmodifiable(true).findOneOrEmpty().orElseThrow();
	}

	@Override
	public List<?> entities() {
		return new QEbeanOrder(this.database).id.le((long) ROWS).setUnmodifiable(true).findList();
	}

	@Override
	public List<?> filtered(String region, int above) {
		return new QEbeanOrder(this.database).customer.active.isTrue().customer.region.name.eq(region).total
			.gt(BigDecimal.valueOf(above))
			.orderBy().total.desc().id.asc()
			.setMaxRows(PAGE)
			.setUnmodifiable(true)
			.findList();
	}

	@Override
	public List<?> parents() {
		return new QEbeanCustomer(this.database).id.le((long) PARENTS).orders.fetchQuery()
			.setUnmodifiable(true)
			.findList();
	}

	@Override
	public List<?> nested() {
		QEbeanOrder order = QEbeanOrder.alias();
		QEbeanCustomer customer = QEbeanCustomer.alias();
		return new QEbeanOrder(this.database).select(order.id, order.number, order.total).customer
			.fetch(customer.name).id.le((long) ROWS)
			.asDto(FlatOrder.class)
			.findList()
			.stream()
			.map(FlatOrder::nested)
			.toList();
	}

	@Override
	public Runnable insert() {
		List<EbeanItem> items = ItemValues.of(WRITES).stream().map(EbeanItem::of).toList();
		return () -> write((transaction) -> this.database.insertAll(items, transaction));
	}

	@Override
	public Runnable update() {
		List<EbeanItem> items = new QEbeanItem(this.database).id.le((long) UPDATES).findList();
		items.forEach((item) -> {
			item.setPrice(item.getPrice().add(BigDecimal.ONE));
			item.setQuantity(item.getQuantity() + 1);
		});
		return () -> write((transaction) -> this.database.updateAll(items, transaction));
	}

	@Override
	public Runnable upsert() {
		List<EbeanUpsertedItem> items = ItemValues.of(WRITES).stream().map(EbeanUpsertedItem::of).toList();
		return () -> write((transaction) -> this.database.insertAll(items, UPSERT, transaction));
	}

	private void write(Consumer<Transaction> work) {
		try (Transaction transaction = this.database.beginTransaction()) {
			transaction.setBatchMode(true);
			transaction.setBatchSize(BATCH);
			work.accept(transaction);
			transaction.commit();
		}
	}

	@Override
	public List<?> grouped() {
		return this.database
			.findDto(RegionTotal.class,
					"SELECT r.name, count(*) AS orders, sum(o.total) AS total FROM bench_order o"
							+ " JOIN bench_customer c ON c.id = o.customer_id JOIN bench_region r ON r.id = c.region_id"
							+ " WHERE o.customer_id <= :id GROUP BY r.name")
			.setParameter("id", (long) GROUPED)
			.findList();
	}

	@Override
	public void lockAndUpdate(long id) {
		try (Transaction transaction = this.database.beginTransaction()) {
			new QEbeanItem(this.database).usingTransaction(transaction).id.eq(id).forUpdate().findOne();
			new QEbeanItem(this.database).usingTransaction(transaction).id.eq(id)
				.asUpdate()
				.setRaw("quantity = quantity - 1")
				.update();
			transaction.commit();
		}
	}

	@Override
	public void stream(Consumer<Object> consumer) {
		new QEbeanOrder(this.database).setUnmodifiable(true)
			.setBufferFetchSizeHint(CHUNK)
			.findEach((order) -> consumer.accept(order));
	}

	@Override
	public OrderRecord plainOrder(Object answered) {
		return ((EbeanOrder) answered).plain();
	}

	@Override
	public CustomerRecord plainCustomer(Object answered) {
		return ((EbeanCustomer) answered).plain();
	}

	/** Ebean expects connections that do not commit by themselves, except for reading. */
	private static final class TransactionalDataSource extends DelegatingDataSource {

		TransactionalDataSource(DataSource pool) {
			super(pool);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			connection.setAutoCommit(false);
			return connection;
		}

	}

}
