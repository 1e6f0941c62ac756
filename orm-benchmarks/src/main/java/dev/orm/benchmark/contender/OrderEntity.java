package dev.orm.benchmark.contender;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** An order as a JPA entity. */
@Entity(name = "Order")
@Table(name = "bench_order")
public class OrderEntity {

	@Id
	Long id;

	String number;

	String status;

	BigDecimal total;

	int quantity;

	double weight;

	boolean paid;

	@Column(name = "ordered_on")
	LocalDate orderedOn;

	@Column(name = "created_at")
	Instant createdAt;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "customer_id")
	CustomerEntity customer;

	OrderRecord plain() {
		return new OrderRecord(this.id, this.number, this.status, this.total, this.quantity, this.weight, this.paid,
				this.orderedOn, this.createdAt, this.customer.getId());
	}

}
