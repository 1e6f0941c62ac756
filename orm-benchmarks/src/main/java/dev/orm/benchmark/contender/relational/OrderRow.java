package dev.orm.benchmark.contender.relational;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** An order as an aggregate. */
@Table("bench_order")
public record OrderRow(@Id Long id, String number, String status, BigDecimal total, int quantity, double weight,
		boolean paid, LocalDate orderedOn, Instant createdAt, Long customerId) {

}
