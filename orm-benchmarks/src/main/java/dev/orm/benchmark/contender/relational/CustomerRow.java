package dev.orm.benchmark.contender.relational;

import java.util.Set;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** A customer as an aggregate that owns its orders. */
@Table("bench_customer")
public record CustomerRow(@Id Long id, String name, String email, boolean active, Long regionId,
		@MappedCollection(idColumn = "customer_id") Set<OrderRow> orders) {

}
