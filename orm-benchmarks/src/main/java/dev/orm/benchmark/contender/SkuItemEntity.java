package dev.orm.benchmark.contender;

import java.math.BigDecimal;
import java.time.Instant;

import dev.orm.benchmark.model.ItemValues;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * An item as a JPA entity by its unique column, which lets Hibernate upsert by it: an
 * upsert goes by the entity's key. The row's own key is left to the database.
 */
@Entity(name = "SkuItem")
@Table(name = "bench_item")
public class SkuItemEntity {

	@Id
	String sku;

	String name;

	BigDecimal price;

	int quantity;

	@Column(name = "created_at", updatable = false)
	Instant createdAt;

	/** For Hibernate. */
	protected SkuItemEntity() {
	}

	SkuItemEntity(ItemValues values) {
		this.sku = values.sku();
		this.name = values.name();
		this.price = values.price();
		this.quantity = values.quantity();
		this.createdAt = values.createdAt();
	}

}
