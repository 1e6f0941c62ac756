package shop.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.orm.Manager;
import dev.orm.model.ForeignKey;
import org.jspecify.annotations.Nullable;
import shop.audit.Trail;
import shop.catalog.Product;
import shop.catalog.ProductManager;
import shop.comment.Remark;
import shop.customer.Customer;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import static shop.catalog.ProductPath.PRODUCT;
import static shop.customer.CustomerPath.CUSTOMER;
import static shop.order.OrderItemPath.ORDER_ITEM;
import static shop.order.OrderPath.ORDER;

/** Places orders. The only one who takes stock. */
@Service
public class Orders {

	private static final int NEWEST = 50;

	private final Manager<Order> orders;

	private final Manager<OrderItem> items;

	private final Manager<Customer> customers;

	private final ProductManager products;

	Orders(Manager<Order> orders, Manager<OrderItem> items, Manager<Customer> customers, ProductManager products) {
		this.orders = orders;
		this.items = items;
		this.customers = customers;
		this.products = products;
	}

	/**
	 * Place an order: all of it, or nothing.
	 * @param request what the customer wants
	 * @return the key of the order
	 * @throws SoldOutException if there is too little of a product
	 * @throws InvalidOrderException if the customer or a product is not known
	 */
	@Transactional
	public Long place(OrderRequest request) {
		SortedMap<Long, Integer> wanted = quantities(request);
		if (!this.customers.filter(CUSTOMER.id.eq(request.customer())).exists()) {
			throw new InvalidOrderException("There is no customer " + request.customer());
		}
		List<Product> locked = lock(wanted);
		BigDecimal total = BigDecimal.ZERO;
		for (Product product : locked) {
			int quantity = wanted.getOrDefault(product.getId(), 0);
			take(product, quantity);
			total = total.add(product.getPrice().multiply(BigDecimal.valueOf(quantity)));
		}
		this.products.bulkUpdate(locked, "stockQuantity");
		return save(request.customer(), total, locked, wanted).getId();
	}

	private static SortedMap<Long, Integer> quantities(OrderRequest request) {
		SortedMap<Long, Integer> wanted = new TreeMap<>();
		request.lines().forEach((line) -> wanted.merge(line.product(), line.quantity(), Integer::sum));
		return wanted;
	}

	// In the order of their keys: two orders of the same products wait for each other
	// instead of dying in a deadlock
	private List<Product> lock(SortedMap<Long, Integer> wanted) {
		// tag::lock[]
		List<Product> locked = this.products.active()
			.filter(PRODUCT.id.in(wanted.keySet()))
			.orderBy(PRODUCT.id.asc())
			.selectForUpdate()
			.list();
		// end::lock[]
		if (locked.size() < wanted.size()) {
			List<Long> known = locked.stream().map(Product::getId).toList();
			List<Long> unknown = wanted.keySet().stream().filter((id) -> !known.contains(id)).toList();
			throw new InvalidOrderException("Not for sale: product " + unknown);
		}
		return locked;
	}

	private static void take(Product product, int quantity) {
		int left = product.getStockQuantity();
		if (left < quantity) {
			throw new SoldOutException(product.getName(), quantity, left);
		}
		product.setStockQuantity(left - quantity);
	}

	private Order save(Long customer, BigDecimal total, List<Product> products, Map<Long, Integer> wanted) {
		Order order = new Order();
		order.setCustomer(ForeignKey.ofId(customer));
		order.setTotalAmount(total);
		this.orders.save(order);
		this.items.bulkCreate(products.stream()
			.map((product) -> item(order, product, wanted.getOrDefault(product.getId(), 0)))
			.toList());
		return order;
	}

	private static OrderItem item(Order order, Product product, int quantity) {
		OrderItem item = new OrderItem();
		item.setOrder(ForeignKey.to(order));
		item.setProduct(ForeignKey.to(product));
		item.setQuantity(quantity);
		item.setPrice(product.getPrice());
		return item;
	}

	/**
	 * Return the newest orders, in one query.
	 * @param status only those that are there; null for all
	 * @return the orders
	 */
	@Transactional(readOnly = true)
	public List<OrderSummary> newest(@Nullable OrderStatus status) {
		return ((status != null) ? this.orders.filter(ORDER.status.eq(status)) : this.orders.all()).slice(0, NEWEST)
			.values(ORDER.id, ORDER.customer().user().displayName, ORDER.status, ORDER.totalAmount, ORDER.orderDate)
			.as(OrderSummary::new);
	}

	/**
	 * Return an order with its items and comments, in three queries.
	 * @param id its key
	 * @return the order
	 * @throws dev.orm.error.DoesNotExistException if there is none
	 */
	@Transactional(readOnly = true)
	public OrderDetail get(long id) {
		Order order = this.orders.selectRelated(ORDER.customer().user()).get(id);
		List<OrderDetail.Item> lines = order.getItems()
			.orderBy(ORDER_ITEM.id.asc())
			.values(ORDER_ITEM.product().id, ORDER_ITEM.product().name, ORDER_ITEM.quantity, ORDER_ITEM.price)
			.as(OrderDetail.Item::new);
		return new OrderDetail(order.getId(), order.getCustomer().get().fullName(), order.getStatus(),
				order.getTotalAmount(), order.getOrderDate(), order.getDeliveryDate(),
				Trail.of(order.getOrderDate(), order), lines, Remark.of(order.getComments()));
	}

}
