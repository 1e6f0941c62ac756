package shop.order;

import java.util.List;

import dev.orm.Manager;
import shop.catalog.ProductManager;
import shop.customer.Customer;
import shop.order.OrderForm.CustomerChoice;
import shop.order.OrderForm.ProductChoice;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import static shop.catalog.ProductPath.PRODUCT;
import static shop.customer.CustomerPath.CUSTOMER;

/** Fills the choices of the order page. */
@Service
@Transactional(readOnly = true)
class OrderForms {

	private final Manager<Customer> customers;

	private final ProductManager products;

	OrderForms(Manager<Customer> customers, ProductManager products) {
		this.customers = customers;
		this.products = products;
	}

	OrderForm fill(OrderForm.Draft draft) {
		return new OrderForm(customers(), products(), draft);
	}

	private List<CustomerChoice> customers() {
		return this.customers.selectRelated(CUSTOMER.user())
			.list()
			.stream()
			.map((customer) -> new CustomerChoice(customer.getId(), customer.fullName(), customer.getAddress()))
			.toList();
	}

	private List<ProductChoice> products() {
		return this.products.active()
			.inStock()
			.orderBy(PRODUCT.name.asc(), PRODUCT.id.asc())
			.values(PRODUCT.id, PRODUCT.name, PRODUCT.price, PRODUCT.stockQuantity)
			.as(ProductChoice::new);
	}

}
