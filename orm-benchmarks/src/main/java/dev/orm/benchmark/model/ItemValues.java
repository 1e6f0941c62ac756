package dev.orm.benchmark.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The values every contender writes.
 *
 * @param sku unique
 * @param name the name
 * @param price the price
 * @param quantity the quantity
 * @param createdAt when
 */
public record ItemValues(String sku, String name, BigDecimal price, int quantity, Instant createdAt) {

	private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

	/**
	 * Make rows.
	 * @param rows how many
	 * @return the rows, numbered from 1
	 */
	public static List<ItemValues> of(int rows) {
		return IntStream.rangeClosed(1, rows).mapToObj(ItemValues::numbered).toList();
	}

	private static ItemValues numbered(int number) {
		return new ItemValues("SKU-" + number, "Item number " + number, BigDecimal.valueOf(100L + number, 2),
				number % 50, CREATED.plusSeconds(number));
	}

}
