package dev.orm.benchmark.contender;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A region as a JPA entity. */
@Entity(name = "Region")
@Table(name = "bench_region")
public class RegionEntity {

	@Id
	Long id;

	String name;

	/** Return the key, which a proxy knows without a query. */
	public Long getId() {
		return this.id;
	}

}
