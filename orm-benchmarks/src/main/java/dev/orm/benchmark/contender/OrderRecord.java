package dev.orm.benchmark.contender;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** An order, for the libraries that read records. */
public record OrderRecord(Long id, String number, String status, BigDecimal total, int quantity, double weight,
		boolean paid, LocalDate orderedOn, Instant createdAt, Long customerId) {

}
