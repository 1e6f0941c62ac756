package dev.orm.benchmark.contender;

import java.math.BigDecimal;
import java.time.Instant;

import dev.orm.benchmark.model.ItemValues;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An item as a JPA entity, its keys from a sequence a thousand at a time. */
@Entity(name = "Item")
@Table(name = "bench_item")
public class ItemEntity {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "items")
	@SequenceGenerator(name = "items", sequenceName = "bench_item_seq", allocationSize = 1000)
	@Nullable Long id;

	String sku;

	String name;

	BigDecimal price;

	int quantity;

	@Column(name = "created_at")
	Instant createdAt;

	/** For Hibernate. */
	protected ItemEntity() {
	}

	ItemEntity(ItemValues values) {
		this.sku = values.sku();
		this.name = values.name();
		this.price = values.price();
		this.quantity = values.quantity();
		this.createdAt = values.createdAt();
	}

}
