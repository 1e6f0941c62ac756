package dev.orm.benchmark.contender.ebean;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import dev.orm.benchmark.contender.OrderRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** An order as an Ebean entity. */
@Entity
@Table(name = "bench_order")
public class EbeanOrder {

	@Id
	private Long id;

	private String number;

	private String status;

	private BigDecimal total;

	private int quantity;

	private double weight;

	private boolean paid;

	private LocalDate orderedOn;

	private Instant createdAt;

	@ManyToOne
	private EbeanCustomer customer;

	public Long getId() {
		return this.id;
	}

	public String getNumber() {
		return this.number;
	}

	public String getStatus() {
		return this.status;
	}

	public BigDecimal getTotal() {
		return this.total;
	}

	public int getQuantity() {
		return this.quantity;
	}

	public double getWeight() {
		return this.weight;
	}

	public boolean isPaid() {
		return this.paid;
	}

	public LocalDate getOrderedOn() {
		return this.orderedOn;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

	public EbeanCustomer getCustomer() {
		return this.customer;
	}

	/** Copy the values. */
	OrderRecord plain() {
		return new OrderRecord(this.id, this.number, this.status, this.total, this.quantity, this.weight, this.paid,
				this.orderedOn, this.createdAt, this.customer.getId());
	}

}
