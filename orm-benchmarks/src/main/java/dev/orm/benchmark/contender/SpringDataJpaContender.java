package dev.orm.benchmark.contender;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;

import dev.orm.benchmark.contender.jpa.CustomerRepository;
import dev.orm.benchmark.contender.jpa.ItemRepository;
import dev.orm.benchmark.contender.jpa.JpaApplication;
import dev.orm.benchmark.contender.jpa.OrderRepository;
import dev.orm.benchmark.model.ItemValues;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.Hibernate;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.domain.Limit;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hibernate as Spring Data JPA. */
public final class SpringDataJpaContender implements Contender {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final OrderRepository orders;

	private final CustomerRepository customers;

	private final ItemRepository items;

	private final EntityManagerFactory factory;

	private final TransactionTemplate transaction;

	private final TransactionTemplate reading;

	/**
	 * Create the contender.
	 * @param dataSource the pool
	 */
	public SpringDataJpaContender(DataSource dataSource) {
		this.context.registerBean(DataSource.class, () -> dataSource, (bean) -> bean.setDestroyMethodName(""));
		this.context.register(JpaApplication.class);
		this.context.refresh();
		this.orders = this.context.getBean(OrderRepository.class);
		this.customers = this.context.getBean(CustomerRepository.class);
		this.items = this.context.getBean(ItemRepository.class);
		this.factory = this.context.getBean(EntityManagerFactory.class);
		PlatformTransactionManager manager = this.context.getBean(PlatformTransactionManager.class);
		this.transaction = new TransactionTemplate(manager);
		this.reading = new TransactionTemplate(manager);
		this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_SUPPORTS);
		this.reading.setReadOnly(true);
	}

	@Override
	public String note() {
		return "Repositories: derived queries and JPQL, children in one batch (faster here than an entity"
				+ " graph), records by constructor expressions, read-only hints. Reads join a transaction but open none, which spares two round trips."
				+ " saveAll with keys from a pooled sequence of 1,000 and JDBC batches of 1,000; dirty entities are"
				+ " flushed in batches; a locked entity is changed and flushed. Upserts by HQL, 1,000 rows a statement.";
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Override
	public Object byKey(long id) {
		return this.orders.findById(id).orElseThrow();
	}

	@Override
	public List<?> entities() {
		return this.orders.findByIdLessThanEqual((long) ROWS);
	}

	@Override
	public List<?> filtered(String region, int above) {
		return this.orders.findLargest(region, BigDecimal.valueOf(above), Limit.of(PAGE));
	}

	@Override
	public List<?> parents() {
		return this.reading.execute((status) -> {
			List<CustomerEntity> found = this.customers.findByIdLessThanEqual((long) PARENTS);
			// the first one fetches the children of all
			found.forEach((customer) -> Hibernate.initialize(customer.orders));
			return found;
		});
	}

	@Override
	public List<?> nested() {
		return this.orders.findViews((long) ROWS);
	}

	@Override
	public Runnable insert() {
		List<ItemEntity> fresh = ItemValues.of(WRITES).stream().map(ItemEntity::new).toList();
		return () -> this.transaction.executeWithoutResult((status) -> this.items.saveAll(fresh));
	}

	/** The entities stay managed in between, as in a web request with its own session. */
	@Override
	public Runnable update() {
		EntityManager session = this.factory.createEntityManager();
		TransactionSynchronizationManager.bindResource(this.factory, new EntityManagerHolder(session));
		this.items.findByIdLessThanEqual((long) UPDATES).forEach((item) -> {
			item.price = item.price.add(BigDecimal.ONE);
			item.quantity++;
		});
		return () -> {
			try (session) {
				this.transaction.executeWithoutResult((status) -> {
				});
			}
			finally {
				TransactionSynchronizationManager.unbindResource(this.factory);
			}
		};
	}

	@Override
	public Runnable upsert() {
		List<ItemValues> fresh = ItemValues.of(WRITES);
		return () -> this.transaction.executeWithoutResult((status) -> this.items.upsertAll(fresh));
	}

	@Override
	public List<?> grouped() {
		return this.orders.findTotals((long) GROUPED);
	}

	@Override
	public void lockAndUpdate(long id) {
		this.transaction.executeWithoutResult((status) -> this.items.lockById(id).orElseThrow().quantity--);
	}

	@Override
	public OrderRecord plainOrder(Object answered) {
		return ((OrderEntity) answered).plain();
	}

	@Override
	public CustomerRecord plainCustomer(Object answered) {
		return ((CustomerEntity) answered).plain();
	}

	/** The session is cleared after each chunk, or it would keep a million entities. */
	@Override
	public void stream(Consumer<Object> consumer) {
		this.transaction.executeWithoutResult((status) -> {
			EntityManager session = Objects
				.requireNonNull(EntityManagerFactoryUtils.getTransactionalEntityManager(this.factory));
			try (Stream<OrderEntity> rows = this.orders.streamAll()) {
				int read = 0;
				for (Iterator<OrderEntity> each = rows.iterator(); each.hasNext();) {
					consumer.accept(each.next());
					if (++read % CHUNK == 0) {
						session.clear();
					}
				}
			}
		});
	}

}
