package dev.orm.benchmark.model;

import java.math.BigDecimal;
import java.time.Instant;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** What the writing workloads write. */
@Table(name = "bench_item")
public class Item extends Model {

	@Id
	private @Nullable Long id;

	@Column(length = 20, unique = true)
	private String sku = "";

	@Column(length = 100)
	private String name = "";

	@Column(precision = 10, scale = 2)
	private BigDecimal price = BigDecimal.ZERO;

	private int quantity;

	private @Nullable Instant createdAt;

	/** For the ORM. */
	public Item() {
	}

	/**
	 * Make an item that is not saved.
	 * @param values its values
	 */
	public Item(ItemValues values) {
		this.sku = values.sku();
		this.name = values.name();
		this.price = values.price();
		this.quantity = values.quantity();
		this.createdAt = values.createdAt();
	}

	public @Nullable Long getId() {
		return this.id;
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

	public @Nullable Instant getCreatedAt() {
		return this.createdAt;
	}

}
