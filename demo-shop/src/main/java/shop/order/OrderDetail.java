package shop.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** An order with its items. */
public record OrderDetail(Long id, String customer, String status, BigDecimal totalAmount, Instant orderDate,
		@Nullable Instant deliveryDate, List<Item> items) {

	/** A product as it was bought. */
	public record Item(Long productId, String product, int quantity, BigDecimal price) {

	}

}
