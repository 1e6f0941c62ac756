package dev.orm.benchmark.contender.jimmer;

import java.math.BigDecimal;
import java.time.Instant;

import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.GeneratedValue;
import org.babyfish.jimmer.sql.GenerationType;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.Key;
import org.babyfish.jimmer.sql.Table;

/** An item as a Jimmer entity. */
@Entity
@Table(name = "bench_item")
public interface JimmerItem {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	long id();

	@Key
	String sku();

	String name();

	BigDecimal price();

	int quantity();

	Instant createdAt();

}
