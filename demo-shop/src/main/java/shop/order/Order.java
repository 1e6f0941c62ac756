package shop.order;

import java.math.BigDecimal;
import java.time.Instant;

import dev.orm.GenericRelation;
import dev.orm.OneToMany;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Label;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.declare.Meta;
import dev.orm.model.ForeignKey;
import org.jspecify.annotations.Nullable;
import shop.audit.AuditedModel;
import shop.comment.Comment;
import shop.customer.Customer;

import static shop.order.OrderPath.ORDER;

@Label(value = "Order", plural = "Orders")
@Table(name = "shop_order", ordering = "-orderDate", getLatestBy = "orderDate")
public class Order extends AuditedModel {

	@Id
	private Long id;

	@OnDelete(OnDeleteAction.PROTECT)
	@RelatedName("orders")
	private ForeignKey<Customer> customer;

	@Column(length = 20)
	private OrderStatus status = OrderStatus.PENDING;

	@Column(precision = 10, scale = 2)
	private BigDecimal totalAmount = BigDecimal.ZERO;

	private Instant orderDate = Instant.now();

	private @Nullable Instant deliveryDate;

	private OneToMany<OrderItem> items;

	private GenericRelation<Comment> comments;

	static void meta(Meta<Order> meta) {
		meta.index(ORDER.orderDate);
		meta.check("order_status_known", ORDER.status.in(OrderStatus.values()));
		meta.check("order_total_not_negative", ORDER.totalAmount.gte(BigDecimal.ZERO));
	}

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public ForeignKey<Customer> getCustomer() {
		return this.customer;
	}

	public void setCustomer(ForeignKey<Customer> customer) {
		this.customer = customer;
	}

	public OrderStatus getStatus() {
		return this.status;
	}

	public void setStatus(OrderStatus status) {
		this.status = status;
	}

	public BigDecimal getTotalAmount() {
		return this.totalAmount;
	}

	public void setTotalAmount(BigDecimal totalAmount) {
		this.totalAmount = totalAmount;
	}

	public Instant getOrderDate() {
		return this.orderDate;
	}

	public void setOrderDate(Instant orderDate) {
		this.orderDate = orderDate;
	}

	public @Nullable Instant getDeliveryDate() {
		return this.deliveryDate;
	}

	public void setDeliveryDate(@Nullable Instant deliveryDate) {
		this.deliveryDate = deliveryDate;
	}

	public OneToMany<OrderItem> getItems() {
		return this.items;
	}

	public GenericRelation<Comment> getComments() {
		return this.comments;
	}

}
