package dev.orm.benchmark.contender.relational;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.orm.benchmark.contender.OrderView;
import dev.orm.benchmark.contender.RegionTotal;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Orders. Reads need no transaction. */
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
public interface OrderRows extends ListCrudRepository<OrderRow, Long> {

	/**
	 * Derived, so that it stays a plain SELECT: findById takes part in single query
	 * loading, whose statement costs more and brings nothing to an aggregate without
	 * children.
	 * @param id the key
	 * @return the order
	 */
	Optional<OrderRow> findOneById(Long id);

	List<OrderRow> findByIdLessThanEqual(Long id);

	@Query("SELECT o.* FROM bench_order o JOIN bench_customer c ON c.id = o.customer_id"
			+ " JOIN bench_region r ON r.id = c.region_id WHERE c.active AND r.name = :region AND o.total > :total"
			+ " ORDER BY o.total DESC, o.id LIMIT :page")
	List<OrderRow> findLargest(String region, BigDecimal total, int page);

	@Query(value = "SELECT o.id, o.number, o.total, c.id, c.name FROM bench_order o"
			+ " JOIN bench_customer c ON c.id = o.customer_id WHERE o.id <= :id", rowMapperClass = OrderViews.class)
	List<OrderView> findViews(Long id);

	@Query("SELECT * FROM bench_order")
	Stream<OrderRow> streamAll();

	@Query("SELECT r.name AS region, count(*) AS orders, sum(o.total) AS total FROM bench_order o"
			+ " JOIN bench_customer c ON c.id = o.customer_id JOIN bench_region r ON r.id = c.region_id"
			+ " WHERE o.customer_id <= :id GROUP BY r.name")
	List<RegionTotal> findTotals(Long id);

}
