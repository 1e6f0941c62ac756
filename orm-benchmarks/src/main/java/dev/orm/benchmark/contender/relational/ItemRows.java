package dev.orm.benchmark.contender.relational;

import java.util.List;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

/** Items. Who writes brings the transaction. */
public interface ItemRows extends ListCrudRepository<ItemRow, Long> {

	List<ItemRow> findByIdLessThanEqual(Long id);

	@Lock(LockMode.PESSIMISTIC_WRITE)
	ItemRow findLockedById(Long id);

	@Modifying
	@Query("UPDATE bench_item SET quantity = quantity - 1 WHERE id = :id")
	int takeOne(Long id);

}
