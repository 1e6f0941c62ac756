package dev.orm.benchmark.contender.ebean;

import java.util.List;

import dev.orm.benchmark.contender.CustomerRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;

/** A customer as an Ebean entity. */
@Entity
@Table(name = "bench_customer")
public class EbeanCustomer {

	@Id
	private Long id;

	private String name;

	private String email;

	private boolean active;

	@ManyToOne
	private EbeanRegion region;

	@OneToMany(mappedBy = "customer")
	private List<EbeanOrder> orders;

	public Long getId() {
		return this.id;
	}

	public String getName() {
		return this.name;
	}

	public String getEmail() {
		return this.email;
	}

	public boolean isActive() {
		return this.active;
	}

	public EbeanRegion getRegion() {
		return this.region;
	}

	public List<EbeanOrder> getOrders() {
		return this.orders;
	}

	/** Copy the values and those of the orders. */
	CustomerRecord plain() {
		return new CustomerRecord(this.id, this.name, this.email, this.active, this.region.getId(),
				this.orders.stream().map(EbeanOrder::plain).toList());
	}

}
