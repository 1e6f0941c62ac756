package dev.orm.benchmark.contender.jimmer;

import java.util.List;

import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.ManyToOne;
import org.babyfish.jimmer.sql.OneToMany;
import org.babyfish.jimmer.sql.Table;

/** A customer as a Jimmer entity. */
@Entity
@Table(name = "bench_customer")
public interface JimmerCustomer {

	@Id
	long id();

	String name();

	String email();

	boolean active();

	@ManyToOne
	JimmerRegion region();

	@OneToMany(mappedBy = "customer")
	List<JimmerOrder> orders();

}
