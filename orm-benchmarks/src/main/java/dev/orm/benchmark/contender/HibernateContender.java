package dev.orm.benchmark.contender;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;

import dev.orm.benchmark.model.ItemValues;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.Configuration;

/** Hibernate's stateless session. */
public final class HibernateContender implements Contender {

	private final SessionFactory factory;

	/**
	 * Create the contender.
	 * @param dataSource the pool
	 */
	public HibernateContender(DataSource dataSource) {
		Configuration configuration = new Configuration().addAnnotatedClass(OrderEntity.class)
			.addAnnotatedClass(CustomerEntity.class)
			.addAnnotatedClass(RegionEntity.class)
			.addAnnotatedClass(ItemEntity.class)
			.addAnnotatedClass(SkuItemEntity.class);
		configuration.getProperties().put("hibernate.connection.datasource", dataSource);
		configuration.setProperty("hibernate.jdbc.batch_size", "1000");
		configuration.setProperty("hibernate.order_inserts", "true");
		configuration.setProperty("hibernate.order_updates", "true");
		configuration.setProperty("hibernate.query.plan_cache_enabled", "true");
		this.factory = configuration.buildSessionFactory();
	}

	@Override
	public String note() {
		return "StatelessSession, read-only HQL, JOIN FETCH, keys from a pooled sequence of 1,000, JDBC batches of 1,000"
				+ " with reWriteBatchedInserts; upsertMultiple by an entity whose key is the unique column. Reads in autocommit, writes in a transaction.";
	}

	@Override
	public void close() {
		this.factory.close();
	}

	private <T> T read(Function<StatelessSession, T> work) {
		try (StatelessSession session = this.factory.openStatelessSession()) {
			return work.apply(session);
		}
	}

	private void write(Consumer<StatelessSession> work) {
		this.factory.inStatelessTransaction(work);
	}

	@Override
	public Object byKey(long id) {
		return read((session) -> session.get(OrderEntity.class, id));
	}

	@Override
	public List<?> entities() {
		return read((session) -> session.createSelectionQuery("from Order where id <= :id", OrderEntity.class)
			.setParameter("id", (long) ROWS)
			.setReadOnly(true)
			.getResultList());
	}

	@Override
	public List<?> filtered(String region, int above) {
		return read((session) -> session
			.createSelectionQuery("from Order o where o.customer.active and o.customer.region.name = :region"
					+ " and o.total > :total order by o.total desc, o.id", OrderEntity.class)
			.setParameter("region", region)
			.setParameter("total", BigDecimal.valueOf(above))
			.setMaxResults(PAGE)
			.setReadOnly(true)
			.getResultList());
	}

	@Override
	public List<?> parents() {
		return read((session) -> session
			.createSelectionQuery("from Customer c left join fetch c.orders where c.id <= :id", CustomerEntity.class)
			.setParameter("id", (long) PARENTS)
			.setReadOnly(true)
			.getResultList());
	}

	@Override
	public List<?> nested() {
		return read((session) -> session
			.createSelectionQuery("select o.id, o.number, o.total, o.customer.id, o.customer.name from Order o"
					+ " where o.id <= :id", Object[].class)
			.setParameter("id", (long) ROWS)
			.setTupleTransformer((row, names) -> new OrderView((Long) row[0], (String) row[1], (BigDecimal) row[2],
					new CustomerView((Long) row[3], (String) row[4])))
			.getResultList());
	}

	@Override
	public Runnable insert() {
		List<ItemEntity> items = ItemValues.of(WRITES).stream().map(ItemEntity::new).toList();
		return () -> write((session) -> session.insertMultiple(items));
	}

	@Override
	public Runnable update() {
		List<ItemEntity> items = read(
				(session) -> session.createSelectionQuery("from Item where id <= :id", ItemEntity.class)
					.setParameter("id", (long) UPDATES)
					.getResultList());
		items.forEach((item) -> {
			item.price = item.price.add(BigDecimal.ONE);
			item.quantity++;
		});
		return () -> write((session) -> session.updateMultiple(items));
	}

	@Override
	public Runnable upsert() {
		List<SkuItemEntity> items = ItemValues.of(WRITES).stream().map(SkuItemEntity::new).toList();
		return () -> write((session) -> session.upsertMultiple(items));
	}

	@Override
	public List<?> grouped() {
		return read((session) -> session
			.createSelectionQuery(
					"select new dev.orm.benchmark.contender.RegionTotal(o.customer.region.name, count(*),"
							+ " sum(o.total)) from Order o where o.customer.id <= :id group by o.customer.region.name",
					RegionTotal.class)
			.setParameter("id", (long) GROUPED)
			.getResultList());
	}

	@Override
	public void lockAndUpdate(long id) {
		write((session) -> {
			session.get(ItemEntity.class, id, org.hibernate.LockMode.PESSIMISTIC_WRITE);
			session.createMutationQuery("update Item set quantity = quantity - 1 where id = :id")
				.setParameter("id", id)
				.executeUpdate();
		});
	}

	@Override
	public void stream(Consumer<Object> consumer) {
		write((session) -> {
			try (Stream<OrderEntity> rows = session.createSelectionQuery("from Order", OrderEntity.class)
				.setFetchSize(CHUNK)
				.setReadOnly(true)
				.getResultStream()) {
				rows.forEach(consumer);
			}
		});
	}

	@Override
	public OrderRecord plainOrder(Object answered) {
		return ((OrderEntity) answered).plain();
	}

	@Override
	public CustomerRecord plainCustomer(Object answered) {
		return ((CustomerEntity) answered).plain();
	}

}
