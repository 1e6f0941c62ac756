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

}
