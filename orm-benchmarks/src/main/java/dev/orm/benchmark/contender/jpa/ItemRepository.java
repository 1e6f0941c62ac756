package dev.orm.benchmark.contender.jpa;

import java.util.List;
import java.util.Optional;

import dev.orm.benchmark.contender.ItemEntity;
import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Items. Who writes brings the transaction. */
public interface ItemRepository extends JpaRepository<ItemEntity, Long>, ItemUpserts {

	List<ItemEntity> findByIdLessThanEqual(Long id);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select i from Item i where i.id = :id")
	Optional<ItemEntity> lockById(Long id);

}
