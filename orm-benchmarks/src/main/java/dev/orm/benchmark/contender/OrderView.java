package dev.orm.benchmark.contender;

import java.math.BigDecimal;

/**
 * What workload 5 reads.
 *
 * @param id the order's key
 * @param number its number
 * @param total its total
 * @param customer whose it is
 */
public record OrderView(Long id, String number, BigDecimal total, CustomerView customer) {

}
