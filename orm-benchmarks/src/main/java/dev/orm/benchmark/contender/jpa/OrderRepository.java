package dev.orm.benchmark.contender.jpa;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.orm.benchmark.contender.OrderEntity;
import dev.orm.benchmark.contender.OrderView;
import dev.orm.benchmark.contender.RegionTotal;
import jakarta.persistence.QueryHint;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Orders. Reads need no transaction, and what they read is never flushed. */
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
public interface OrderRepository extends JpaRepository<OrderEntity, Long> {

	@Override
	Optional<OrderEntity> findById(Long id);

	@QueryHints(@QueryHint(name = "org.hibernate.readOnly", value = "true"))
	List<OrderEntity> findByIdLessThanEqual(Long id);

	/**
	 * Stream all orders, a thousand fetched at a time.
	 * @return the orders; close the stream
	 */
	@QueryHints({ @QueryHint(name = "org.hibernate.readOnly", value = "true"),
			@QueryHint(name = "org.hibernate.fetchSize", value = "1000") })
	@Query("select o from Order o")
	Stream<OrderEntity> streamAll();

	@QueryHints(@QueryHint(name = "org.hibernate.readOnly", value = "true"))
	@Query("select o from Order o where o.customer.active and o.customer.region.name = :region and o.total > :total"
			+ " order by o.total desc, o.id")
	List<OrderEntity> findLargest(String region, BigDecimal total, Limit limit);

	@Query("select new dev.orm.benchmark.contender.OrderView(o.id, o.number, o.total,"
			+ " new dev.orm.benchmark.contender.CustomerView(c.id, c.name)) from Order o join o.customer c"
			+ " where o.id <= :id")
	List<OrderView> findViews(Long id);

	@Query("select new dev.orm.benchmark.contender.RegionTotal(o.customer.region.name, count(*), sum(o.total))"
			+ " from Order o where o.customer.id <= :id group by o.customer.region.name")
	List<RegionTotal> findTotals(Long id);

}
