package dev.orm.benchmark.contender;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;

import dev.orm.benchmark.model.ItemValues;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row5;
import org.jooq.SQLDialect;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

/** jOOQ, typed fields by hand in place of generated ones. */
public final class JooqContender implements Contender {

	private static final Table<Record> ORDER = table(name("bench_order"));

	private static final Table<Record> CUSTOMER = table(name("bench_customer"));

	private static final Table<Record> REGION = table(name("bench_region"));

	private static final Table<Record> ITEM = table(name("bench_item"));

	private static final Field<Long> ID = field(name("bench_order", "id"), Long.class);

	private static final Field<String> NUMBER = field(name("bench_order", "number"), String.class);

	private static final Field<String> STATUS = field(name("bench_order", "status"), String.class);

	private static final Field<BigDecimal> TOTAL = field(name("bench_order", "total"), BigDecimal.class);

	private static final Field<Integer> QUANTITY = field(name("bench_order", "quantity"), Integer.class);

	private static final Field<Double> WEIGHT = field(name("bench_order", "weight"), Double.class);

	private static final Field<Boolean> PAID = field(name("bench_order", "paid"), Boolean.class);

	private static final Field<LocalDate> ORDERED_ON = field(name("bench_order", "ordered_on"), LocalDate.class);

	private static final Field<Instant> CREATED_AT = field(name("bench_order", "created_at"), SQLDataType.INSTANT);

	private static final Field<Long> CUSTOMER_ID = field(name("bench_order", "customer_id"), Long.class);

	private static final Field<Long> C_ID = field(name("bench_customer", "id"), Long.class);

	private static final Field<String> C_NAME = field(name("bench_customer", "name"), String.class);

	private static final Field<String> C_EMAIL = field(name("bench_customer", "email"), String.class);

	private static final Field<Boolean> C_ACTIVE = field(name("bench_customer", "active"), Boolean.class);

	private static final Field<Long> C_REGION = field(name("bench_customer", "region_id"), Long.class);

	private static final Field<Long> R_ID = field(name("bench_region", "id"), Long.class);

	private static final Field<String> R_NAME = field(name("bench_region", "name"), String.class);

	private static final Field<Long> I_ID = field(name("id"), Long.class);

	private static final Field<String> I_SKU = field(name("sku"), String.class);

	private static final Field<String> I_NAME = field(name("name"), String.class);

	private static final Field<BigDecimal> I_PRICE = field(name("price"), BigDecimal.class);

	private static final Field<Integer> I_QUANTITY = field(name("quantity"), Integer.class);

	private static final Field<Instant> I_CREATED = field(name("created_at"), SQLDataType.INSTANT);

	/** PostgreSQL takes 32,767 parameters at most. */
	private static final int CHUNK = 5000;

	private final DSLContext dsl;

	/**
	 * Create the contender.
	 * @param dataSource the pool
	 */
	public JooqContender(DataSource dataSource) {
		System.setProperty("org.jooq.no-logo", "true");
		System.setProperty("org.jooq.no-tips", "true");
		this.dsl = DSL.using(dataSource, SQLDialect.POSTGRES);
	}

	@Override
	public String note() {
		return "Typed fields, Records.mapping into records, MULTISET for children, multi-row INSERT of 5,000 rows,"
				+ " one batch for the updates. Tables by hand, not generated.";
	}

	@Override
	public Object byKey(long id) {
		return this.dsl.select(ID, NUMBER, STATUS, TOTAL, QUANTITY, WEIGHT, PAID, ORDERED_ON, CREATED_AT, CUSTOMER_ID)
			.from(ORDER)
			.where(ID.eq(id))
			.fetchOne(mapping(OrderRecord::new));
	}

	@Override
	public List<?> entities() {
		return this.dsl.select(ID, NUMBER, STATUS, TOTAL, QUANTITY, WEIGHT, PAID, ORDERED_ON, CREATED_AT, CUSTOMER_ID)
			.from(ORDER)
			.where(ID.le((long) ROWS))
			.fetch(mapping(OrderRecord::new));
	}

	@Override
	public List<?> filtered(String region, int above) {
		return this.dsl.select(ID, NUMBER, STATUS, TOTAL, QUANTITY, WEIGHT, PAID, ORDERED_ON, CREATED_AT, CUSTOMER_ID)
			.from(ORDER)
			.join(CUSTOMER)
			.on(C_ID.eq(CUSTOMER_ID))
			.join(REGION)
			.on(R_ID.eq(C_REGION))
			.where(condition(C_ACTIVE), R_NAME.eq(region), TOTAL.gt(BigDecimal.valueOf(above)))
			.orderBy(TOTAL.desc(), ID)
			.limit(PAGE)
			.fetch(mapping(OrderRecord::new));
	}

	@Override
	public List<?> parents() {
		Field<List<OrderRecord>> orders = multiset(
				select(ID, NUMBER, STATUS, TOTAL, QUANTITY, WEIGHT, PAID, ORDERED_ON, CREATED_AT, CUSTOMER_ID)
					.from(ORDER)
					.where(CUSTOMER_ID.eq(C_ID)))
			.convertFrom((rows) -> rows.map(mapping(OrderRecord::new)));
		return this.dsl.select(C_ID, C_NAME, C_EMAIL, C_ACTIVE, C_REGION, orders)
			.from(CUSTOMER)
			.where(C_ID.le((long) PARENTS))
			.fetch(mapping(CustomerRecord::new));
	}

	@Override
	public List<?> nested() {
		return this.dsl.select(ID, NUMBER, TOTAL, row(C_ID, C_NAME).mapping(CustomerView::new))
			.from(ORDER)
			.join(CUSTOMER)
			.on(C_ID.eq(CUSTOMER_ID))
			.where(ID.le((long) ROWS))
			.fetch(mapping(OrderView::new));
	}

	@Override
	public Runnable insert() {
		List<ItemValues> items = ItemValues.of(WRITES);
		return () -> {
			for (int i = 0; i < items.size(); i += CHUNK) {
				this.dsl.insertInto(ITEM, I_SKU, I_NAME, I_PRICE, I_QUANTITY, I_CREATED)
					.valuesOfRows(rows(items.subList(i, i + CHUNK)))
					.returning(I_ID)
					.fetch(I_ID);
			}
		};
	}

	@Override
	public Runnable upsert() {
		List<ItemValues> items = ItemValues.of(WRITES);
		return () -> {
			for (int i = 0; i < items.size(); i += CHUNK) {
				this.dsl.insertInto(ITEM, I_SKU, I_NAME, I_PRICE, I_QUANTITY, I_CREATED)
					.valuesOfRows(rows(items.subList(i, i + CHUNK)))
					.onConflict(I_SKU)
					.doUpdate()
					.set(I_NAME, excluded(I_NAME))
					.set(I_PRICE, excluded(I_PRICE))
					.set(I_QUANTITY, excluded(I_QUANTITY))
					.returning(I_ID)
					.fetch(I_ID);
			}
		};
	}

	private static List<Row5<String, String, BigDecimal, Integer, Instant>> rows(List<ItemValues> items) {
		return items.stream()
			.map((item) -> row(item.sku(), item.name(), item.price(), item.quantity(), item.createdAt()))
			.toList();
	}

	@Override
	public Runnable update() {
		List<ItemRecord> items = this.dsl.select(I_ID, I_PRICE, I_QUANTITY)
			.from(ITEM)
			.where(I_ID.le((long) UPDATES))
			.fetch(mapping(ItemRecord::new))
			.stream()
			.map(ItemRecord::changed)
			.toList();
		return () -> {
			BatchBindStep batch = this.dsl
				.batch(this.dsl.update(ITEM).set(I_PRICE, BigDecimal.ZERO).set(I_QUANTITY, 0).where(I_ID.eq(0L)));
			for (ItemRecord item : items) {
				batch = batch.bind(item.price(), item.quantity(), item.id());
			}
			batch.execute();
		};
	}

	@Override
	public List<?> grouped() {
		return this.dsl.select(R_NAME, count().cast(Long.class), sum(TOTAL))
			.from(ORDER)
			.join(CUSTOMER)
			.on(C_ID.eq(CUSTOMER_ID))
			.join(REGION)
			.on(R_ID.eq(C_REGION))
			.where(CUSTOMER_ID.le((long) GROUPED))
			.groupBy(R_NAME)
			.fetch(mapping(RegionTotal::new));
	}

	@Override
	public void lockAndUpdate(long id) {
		this.dsl.transaction((configuration) -> {
			DSLContext inside = configuration.dsl();
			inside.select(new SelectFieldOrAsterisk[] { I_QUANTITY })
				.from(ITEM)
				.where(I_ID.eq(id))
				.forUpdate()
				.fetchOne();
			inside.update(ITEM).set(I_QUANTITY, I_QUANTITY.minus(1)).where(I_ID.eq(id)).execute();
		});
	}

	@Override
	public void stream(Consumer<Object> consumer) {
		this.dsl.transaction((configuration) -> {
			try (Stream<OrderRecord> rows = configuration.dsl()
				.select(ID, NUMBER, STATUS, TOTAL, QUANTITY, WEIGHT, PAID, ORDERED_ON, CREATED_AT, CUSTOMER_ID)
				.from(ORDER)
				.fetchSize(CHUNK)
				.fetchStream()
				.map(mapping(OrderRecord::new))) {
				rows.forEach(consumer);
			}
		});
	}

}
