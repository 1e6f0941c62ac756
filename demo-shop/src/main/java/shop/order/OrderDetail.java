package shop.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import shop.audit.Trail;
import shop.comment.Remark;

/** An order with its items. */
public record OrderDetail(Long id, String customer, OrderStatus status, BigDecimal totalAmount, Instant orderDate,
		@Nullable Instant deliveryDate, Trail trail, List<Item> items, List<Remark> comments) {

	/** A product as it was bought. */
	public record Item(Long productId, String product, int quantity, BigDecimal price) {

	}

}
