package dev.orm.benchmark.contender.relational;

import java.math.BigDecimal;
import java.time.Instant;

import dev.orm.benchmark.model.ItemValues;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** An item as an aggregate. */
@Table("bench_item")
public record ItemRow(@Id @Nullable Long id, String sku, String name, BigDecimal price, int quantity,
		Instant createdAt) {

	/**
	 * Make an item that is not saved.
	 * @param values its values
	 * @return the item
	 */
	public static ItemRow of(ItemValues values) {
		return new ItemRow(null, values.sku(), values.name(), values.price(), values.quantity(), values.createdAt());
	}

	/**
	 * Change the price and the quantity.
	 * @return the changed item
	 */
	public ItemRow changed() {
		return new ItemRow(this.id, this.sku, this.name, this.price.add(BigDecimal.ONE), this.quantity + 1,
				this.createdAt);
	}

}
