package dev.orm.benchmark.contender.ebean;

import java.math.BigDecimal;
import java.time.Instant;

import dev.orm.benchmark.model.ItemValues;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;

/** What an item has besides its key. */
@MappedSuperclass
public abstract class EbeanItemBase {

	@Column(unique = true)
	private String sku;

	private String name;

	private BigDecimal price;

	private int quantity;

	private Instant createdAt;

	void take(ItemValues values) {
		this.sku = values.sku();
		this.name = values.name();
		this.price = values.price();
		this.quantity = values.quantity();
		this.createdAt = values.createdAt();
	}

	public String getSku() {
		return this.sku;
	}

	public String getName() {
		return this.name;
	}

	public BigDecimal getPrice() {
		return this.price;
	}

	public void setPrice(BigDecimal price) {
		this.price = price;
	}

	public int getQuantity() {
		return this.quantity;
	}

	public void setQuantity(int quantity) {
		this.quantity = quantity;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

}
