package shop.order;

import java.math.BigDecimal;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.declare.Meta;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import shop.catalog.Product;

import static shop.order.OrderItemPath.ORDER_ITEM;

@Table(name = "shop_order_item", ordering = "id")
public class OrderItem extends Model {

	@Id
	private Long id;

	@OnDelete(OnDeleteAction.CASCADE)
	private ForeignKey<Order> order;

	@OnDelete(OnDeleteAction.PROTECT)
	@RelatedName("orderItems")
	private ForeignKey<Product> product;

	private int quantity;

	@Column(precision = 10, scale = 2)
	private BigDecimal price;

	static void meta(Meta<OrderItem> meta) {
		meta.check("order_item_quantity_positive", ORDER_ITEM.quantity.gt(0));
	}

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public ForeignKey<Order> getOrder() {
		return this.order;
	}

	public void setOrder(ForeignKey<Order> order) {
		this.order = order;
	}

	public ForeignKey<Product> getProduct() {
		return this.product;
	}

	public void setProduct(ForeignKey<Product> product) {
		this.product = product;
	}

	public int getQuantity() {
		return this.quantity;
	}

	public void setQuantity(int quantity) {
		this.quantity = quantity;
	}

	public BigDecimal getPrice() {
		return this.price;
	}

	public void setPrice(BigDecimal price) {
		this.price = price;
	}

}
