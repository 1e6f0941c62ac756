package dev.orm.benchmark.contender.ebean;

import java.util.List;

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

}
