package dev.orm.benchmark.contender.jimmer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.ManyToOne;
import org.babyfish.jimmer.sql.Table;

/** An order as a Jimmer entity. */
@Entity
@Table(name = "bench_order")
public interface JimmerOrder {

	@Id
	long id();

	String number();

	String status();

	BigDecimal total();

	int quantity();

	double weight();

	boolean paid();

	LocalDate orderedOn();

	Instant createdAt();

	@ManyToOne
	JimmerCustomer customer();

}
