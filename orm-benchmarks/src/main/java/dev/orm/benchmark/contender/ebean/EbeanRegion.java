package dev.orm.benchmark.contender.ebean;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A region as an Ebean entity. */
@Entity
@Table(name = "bench_region")
public class EbeanRegion {

	@Id
	private Long id;

	private String name;

	public Long getId() {
		return this.id;
	}

	public String getName() {
		return this.name;
	}

}
