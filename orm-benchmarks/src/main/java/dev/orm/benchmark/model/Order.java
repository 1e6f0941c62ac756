package dev.orm.benchmark.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** Ten columns of mixed types. */
@Table(name = "bench_order")
public class Order extends Model {

	@Id
	private @Nullable Long id;

	@Column(length = 20)
	private String number;

	@Column(length = 20)
	private String status;

	@Column(precision = 10, scale = 2)
	private BigDecimal total;

	private int quantity;

	private double weight;

	private boolean paid;

	private @Nullable LocalDate orderedOn;

	private @Nullable Instant createdAt;

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName("orders")
	private ForeignKey<Customer> customer;

	public @Nullable Long getId() {
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

	public @Nullable LocalDate getOrderedOn() {
		return this.orderedOn;
	}

	public @Nullable Instant getCreatedAt() {
		return this.createdAt;
	}

	public ForeignKey<Customer> getCustomer() {
		return this.customer;
	}

}
