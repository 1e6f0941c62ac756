package dev.orm.benchmark.contender;

import java.math.BigDecimal;

/**
 * What workload 9 reads.
 *
 * @param region the region's name
 * @param orders how many orders
 * @param total the sum of their totals
 */
public record RegionTotal(String region, Long orders, BigDecimal total) {

}
