package dev.orm.benchmark.contender;

import java.math.BigDecimal;

/**
 * What workload 7 changes of an item, for the libraries that read records.
 *
 * @param id the item's key
 * @param price its price
 * @param quantity its quantity
 */
public record ItemRecord(Long id, BigDecimal price, int quantity) {

	ItemRecord changed() {
		return new ItemRecord(this.id, this.price.add(BigDecimal.ONE), this.quantity + 1);
	}

}
