package dev.orm.benchmark.contender.jimmer;

import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.Table;

/** A region as a Jimmer entity. */
@Entity
@Table(name = "bench_region")
public interface JimmerRegion {

	@Id
	long id();

	String name();

}
