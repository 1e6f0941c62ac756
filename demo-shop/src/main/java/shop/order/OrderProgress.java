package shop.order;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.orm.Manager;
import shop.catalog.Product;
import shop.catalog.ProductManager;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import static shop.catalog.ProductPath.PRODUCT;
import static shop.order.OrderItemPath.ORDER_ITEM;
import static shop.order.OrderPath.ORDER;

/** Moves orders on their way. */
@Service
public class OrderProgress {

	private final Manager<Order> orders;

	private final ProductManager products;

	OrderProgress(Manager<Order> orders, ProductManager products) {
		this.orders = orders;
		this.products = products;
	}

	/**
	 * Move an order on. One that is cancelled gives its products back.
	 * @param id its key
	 * @param status where it is now
	 * @throws InvalidOrderException if it has arrived or is cancelled already
	 * @throws dev.orm.error.DoesNotExistException if there is none
	 */
	@Transactional
	public void move(long id, OrderStatus status) {
		Order order = this.orders.filter(ORDER.id.eq(id)).selectForUpdate().get();
		if (!order.getStatus().isOpen()) {
			throw new InvalidOrderException(
					"It is %s, and stays so".formatted(order.getStatus().label().toLowerCase(Locale.ROOT)));
		}
		if (status == OrderStatus.CANCELLED) {
			giveBack(order);
		}
		if (status == OrderStatus.DELIVERED) {
			order.setDeliveryDate(Instant.now());
		}
		order.setStatus(status);
		this.orders.save(order);
	}

	// In the order of their keys, as they were taken
	private void giveBack(Order order) {
		Map<Long, Integer> taken = new HashMap<>();
		order.getItems()
			.values(ORDER_ITEM.product().id, ORDER_ITEM.quantity)
			.as(Taken::new)
			.forEach((item) -> taken.merge(item.product(), item.quantity(), Integer::sum));
		List<Product> locked = this.products.filter(PRODUCT.id.in(taken.keySet()))
			.orderBy(PRODUCT.id.asc())
			.selectForUpdate()
			.list();
		locked.forEach((product) -> product
			.setStockQuantity(product.getStockQuantity() + taken.getOrDefault(product.getId(), 0)));
		this.products.bulkUpdate(locked, "stockQuantity");
	}

	private record Taken(Long product, int quantity) {

	}

}
