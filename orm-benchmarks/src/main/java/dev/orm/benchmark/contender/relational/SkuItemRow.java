package dev.orm.benchmark.contender.relational;

import java.math.BigDecimal;
import java.time.Instant;

import dev.orm.benchmark.model.ItemValues;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** An item by its unique column: an upsert goes by the key of the aggregate. */
@Table("bench_item")
public record SkuItemRow(@Id String sku, String name, BigDecimal price, int quantity, Instant createdAt) {

	/**
	 * Make an item to upsert.
	 * @param values its values
	 * @return the item
	 */
	public static SkuItemRow of(ItemValues values) {
		return new SkuItemRow(values.sku(), values.name(), values.price(), values.quantity(), values.createdAt());
	}

}
