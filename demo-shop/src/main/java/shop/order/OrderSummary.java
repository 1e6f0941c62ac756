package shop.order;

import java.math.BigDecimal;
import java.time.Instant;

/** An order in a list. */
public record OrderSummary(Long id, String customer, OrderStatus status, BigDecimal totalAmount, Instant orderDate) {

}
