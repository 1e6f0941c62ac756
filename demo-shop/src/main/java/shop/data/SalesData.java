package shop.data;

import dev.orm.Manager;
import shop.customer.Customer;
import shop.customer.User;
import shop.order.Order;
import shop.order.OrderItem;
import shop.review.Review;

import org.springframework.stereotype.Component;

import static shop.order.OrderPath.ORDER;
import static shop.review.ReviewPath.REVIEW;

/** Loads who bought what: the second half of the data set. */
@Component
class SalesData {

	private final DataSetFiles files;

	private final Manager<User> users;

	private final Manager<Customer> customers;

	private final Manager<Order> orders;

	private final Manager<OrderItem> items;

	private final Manager<Review> reviews;

	SalesData(DataSetFiles files, Manager<User> users, Manager<Customer> customers, Manager<Order> orders,
			Manager<OrderItem> items, Manager<Review> reviews) {
		this.files = files;
		this.users = users;
		this.customers = customers;
		this.orders = orders;
		this.items = items;
		this.reviews = reviews;
	}

	void load() {
		this.users.bulkCreate(this.files.users());
		this.customers.bulkCreate(this.files.customers());
		this.orders.bulkCreate(this.files.orders());
		this.items.bulkCreate(this.files.orderItems());
		this.reviews.bulkCreate(this.files.reviews());
		// nobody has changed any of them yet
		this.orders.all().update(ORDER.updatedAt.set(ORDER.orderDate));
		this.reviews.all().update(REVIEW.updatedAt.set(REVIEW.createdAt));
	}

}
