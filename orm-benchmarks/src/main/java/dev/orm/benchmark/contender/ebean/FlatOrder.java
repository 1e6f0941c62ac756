package dev.orm.benchmark.contender.ebean;

import java.math.BigDecimal;

import dev.orm.benchmark.contender.CustomerView;
import dev.orm.benchmark.contender.OrderView;

/**
 * What Ebean's DTO query of workload 5 reads: a row without nesting.
 *
 * @param id the order's key
 * @param number its number
 * @param total its total
 * @param customerId the customer's key
 * @param customerName the customer's name
 */
public record FlatOrder(Long id, String number, BigDecimal total, Long customerId, String customerName) {

	OrderView nested() {
		return new OrderView(this.id, this.number, this.total, new CustomerView(this.customerId, this.customerName));
	}

}
