package dev.orm.benchmark.contender.jpa;

import java.util.List;

import dev.orm.benchmark.contender.CustomerEntity;
import jakarta.persistence.QueryHint;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Customers. */
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
public interface CustomerRepository extends JpaRepository<CustomerEntity, Long> {

	@QueryHints(@QueryHint(name = "org.hibernate.readOnly", value = "true"))
	List<CustomerEntity> findByIdLessThanEqual(Long id);

}
