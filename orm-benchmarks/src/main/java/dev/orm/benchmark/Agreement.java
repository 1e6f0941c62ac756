package dev.orm.benchmark;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

import dev.orm.benchmark.contender.Contender;
import dev.orm.benchmark.contender.CustomerRecord;
import dev.orm.benchmark.contender.LeftOutException;
import dev.orm.benchmark.contender.OrderRecord;
import dev.orm.benchmark.contender.OrderView;
import dev.orm.benchmark.contender.RegionTotal;
import dev.orm.benchmark.stub.StubDataSource;

/**
 * Sees to it that all contenders do the same work: what a contender reads, and what it
 * leaves in the table, must be equal to what the baseline does, value by value. Who
 * differs is left out. The baseline comes first.
 */
final class Agreement {

	private static final Comparator<OrderRecord> BY_KEY = Comparator.comparing(OrderRecord::id);

	private final Map<Workload, List<?>> expected = new EnumMap<>(Workload.class);

	/**
	 * Run the workload once and compare.
	 * @param workload the workload
	 * @param contender the contender, on the pool
	 * @param pool the pool
	 */
	void check(Workload workload, Contender contender, DataSource pool) {
		List<?> found = answer(workload, contender, pool);
		List<?> wanted = Objects.requireNonNullElse(this.expected.putIfAbsent(workload, found), found);
		if (!wanted.equals(found)) {
			throw new LeftOutException("does not do the same work: " + difference(wanted, found));
		}
	}

	private static String difference(List<?> wanted, List<?> found) {
		if (wanted.size() != found.size()) {
			return found.size() + " rows, not " + wanted.size();
		}
		int row = 0;
		while (wanted.get(row).equals(found.get(row))) {
			row++;
		}
		return found.get(row) + ", not " + wanted.get(row);
	}

	private static List<?> answer(Workload workload, Contender contender, DataSource pool) {
		return switch (workload) {
			case BY_KEY -> List.of(contender.plainOrder(contender.byKey(7)));
			case ENTITIES -> orders(contender, contender.entities()).stream().sorted(BY_KEY).toList();
			case FILTERED -> orders(contender, contender.filtered("Region 3", 5000));
			case PARENTS -> customers(contender, contender.parents());
			case NESTED -> contender.nested()
				.stream()
				.map(contender::plainView)
				.sorted(Comparator.comparing(OrderView::id))
				.toList();
			case GROUPED -> contender.grouped()
				.stream()
				.map(RegionTotal.class::cast)
				.sorted(Comparator.comparing(RegionTotal::region))
				.toList();
			case MAP_ONE -> List.of(contender.plainOrder(contender.byKey(StubDataSource.FIRST_KEY)));
			case MAP_THOUSAND -> orders(contender, contender.entities());
			default -> written(workload, contender, pool);
		};
	}

	private static List<OrderRecord> orders(Contender contender, List<?> answered) {
		return answered.stream().map(contender::plainOrder).toList();
	}

	private static List<CustomerRecord> customers(Contender contender, List<?> answered) {
		return answered.stream()
			.map(contender::plainCustomer)
			.sorted(Comparator.comparing(CustomerRecord::id))
			.map((customer) -> new CustomerRecord(customer.id(), customer.name(), customer.email(), customer.active(),
					customer.regionId(), customer.orders().stream().sorted(BY_KEY).toList()))
			.toList();
	}

	private static List<?> written(Workload workload, Contender contender, DataSource pool) {
		BenchmarkDatabase.resetItems(pool, workload.items());
		workload.prepared(contender).run();
		// keys may come from a sequence of the library's own, and new rows only have a
		// moment to compare
		String created = (workload == Workload.INSERT) ? "created_at::text" : "''";
		try (Connection connection = pool.getConnection();
				Statement statement = connection.createStatement();
				ResultSet rows = statement
					.executeQuery("SELECT sku, name, price, quantity, " + created + " FROM bench_item ORDER BY sku")) {
			List<StoredItem> stored = new ArrayList<>();
			while (rows.next()) {
				stored.add(new StoredItem(rows.getString(1), rows.getString(2), rows.getBigDecimal(3), rows.getInt(4),
						rows.getString(5)));
			}
			return stored;
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot read what " + workload + " wrote", ex);
		}
	}

	/**
	 * A row of the table the writing workloads write.
	 *
	 * @param sku unique
	 * @param name the name
	 * @param price the price
	 * @param quantity the quantity
	 * @param created when, where it is the same in each run
	 */
	private record StoredItem(String sku, String name, BigDecimal price, int quantity, String created) {

	}

}
