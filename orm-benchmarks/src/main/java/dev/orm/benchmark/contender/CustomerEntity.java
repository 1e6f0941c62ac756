package dev.orm.benchmark.contender;

import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;

/** A customer as a JPA entity. */
@Entity(name = "Customer")
@Table(name = "bench_customer")
public class CustomerEntity {

	@Id
	Long id;

	String name;

	String email;

	boolean active;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "region_id")
	RegionEntity region;

	@OneToMany(mappedBy = "customer")
	List<OrderEntity> orders;

	/** Return the key, which a proxy knows without a query. */
	public Long getId() {
		return this.id;
	}

	CustomerRecord plain() {
		return new CustomerRecord(this.id, this.name, this.email, this.active, this.region.getId(),
				this.orders.stream().map(OrderEntity::plain).toList());
	}

}
