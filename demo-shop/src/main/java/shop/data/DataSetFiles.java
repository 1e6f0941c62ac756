package shop.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import dev.orm.model.ForeignKey;
import dev.orm.model.OneToOne;
import org.jspecify.annotations.Nullable;
import shop.catalog.Category;
import shop.catalog.Product;
import shop.catalog.Supplier;
import shop.catalog.Tag;
import shop.customer.Customer;
import shop.customer.User;
import shop.order.Order;
import shop.order.OrderItem;
import shop.order.OrderStatus;
import shop.review.Review;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Reads the files of the data set as models that are not saved yet, with the keys the
 * files give them.
 */
@Component
class DataSetFiles {

	private final JsonMapper mapper = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	List<Category> categories() {
		return read("categories", CategoryRow[].class, CategoryRow::model);
	}

	List<Supplier> suppliers() {
		return read("suppliers", SupplierRow[].class, SupplierRow::model);
	}

	List<Tag> tags() {
		return read("tags", TagRow[].class, TagRow::model);
	}

	List<Product> products() {
		return read("products", ProductRow[].class, ProductRow::model);
	}

	List<ProductTagRow> productTags() {
		return read("product_tags", ProductTagRow[].class, Function.identity());
	}

	List<User> users() {
		return read("users", UserRow[].class, UserRow::model);
	}

	List<Customer> customers() {
		return read("customers", CustomerRow[].class, CustomerRow::model);
	}

	List<Order> orders() {
		return read("orders", OrderRow[].class, OrderRow::model);
	}

	List<OrderItem> orderItems() {
		return read("order_items", OrderItemRow[].class, OrderItemRow::model);
	}

	List<Review> reviews() {
		return read("reviews", ReviewRow[].class, ReviewRow::model);
	}

	private <S, T> List<T> read(String name, Class<S[]> type, Function<S, T> model) {
		ClassPathResource file = new ClassPathResource("data/" + name + ".json");
		try (InputStream content = file.getInputStream()) {
			return List.of(this.mapper.readValue(content, type)).stream().map(model).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + file, ex);
		}
	}

	private record CategoryRow(Long id, String name, String description, Instant createdAt) {

		Category model() {
			Category category = new Category();
			category.setId(this.id);
			category.setName(this.name);
			category.setDescription(this.description);
			category.setCreatedAt(this.createdAt);
			return category;
		}

	}

	private record SupplierRow(Long id, String name, String email, String phone, String postalAddress, double rating) {

		Supplier model() {
			Supplier supplier = new Supplier();
			supplier.setId(this.id);
			supplier.setName(this.name);
			supplier.setEmail(this.email);
			supplier.setPhone(this.phone);
			supplier.setPostalAddress(this.postalAddress);
			supplier.setRating(this.rating);
			return supplier;
		}

	}

	private record TagRow(Long id, String name) {

		Tag model() {
			Tag tag = new Tag();
			tag.setId(this.id);
			tag.setName(this.name);
			return tag;
		}

	}

	private record ProductRow(Long id, String name, String description, BigDecimal price, int stockQuantity,
			Long categoryId, Long supplierId, boolean isActive, Instant createdAt, Instant updatedAt) {

		Product model() {
			Product product = new Product();
			product.setId(this.id);
			product.setName(this.name);
			product.setDescription(this.description);
			product.setPrice(this.price);
			product.setStockQuantity(this.stockQuantity);
			product.setCategory(ForeignKey.ofId(this.categoryId));
			product.setSupplier(ForeignKey.ofId(this.supplierId));
			product.setActive(this.isActive);
			product.setCreatedAt(this.createdAt);
			product.setUpdatedAt(this.updatedAt);
			return product;
		}

	}

	/** A tag of a product. */
	record ProductTagRow(Long productId, Long tagId) {

	}

	private record UserRow(Long id, String username, String email, String firstName, String lastName, boolean isActive,
			Instant dateJoined) {

		User model() {
			User user = new User();
			user.setId(this.id);
			user.setUsername(this.username);
			user.setEmail(this.email);
			user.setFirstName(this.firstName);
			user.setLastName(this.lastName);
			user.setDisplayName(this.firstName + " " + this.lastName);
			user.setActive(this.isActive);
			user.setDateJoined(this.dateJoined);
			return user;
		}

	}

	private record CustomerRow(Long id, Long userId, String phone, String address, LocalDate dateOfBirth) {

		Customer model() {
			Customer customer = new Customer();
			customer.setId(this.id);
			customer.setUser(OneToOne.ofId(this.userId));
			customer.setPhone(this.phone);
			customer.setAddress(this.address);
			customer.setDateOfBirth(this.dateOfBirth);
			return customer;
		}

	}

	private record OrderRow(Long id, Long customerId, String status, BigDecimal totalAmount, Instant orderDate,
			@Nullable Instant deliveryDate) {

		Order model() {
			Order order = new Order();
			order.setId(this.id);
			order.setCustomer(ForeignKey.ofId(this.customerId));
			order.setStatus(OrderStatus.of(this.status));
			order.setTotalAmount(this.totalAmount);
			order.setOrderDate(this.orderDate);
			order.setDeliveryDate(this.deliveryDate);
			return order;
		}

	}

	private record OrderItemRow(Long id, Long orderId, Long productId, int quantity, BigDecimal price) {

		OrderItem model() {
			OrderItem item = new OrderItem();
			item.setId(this.id);
			item.setOrder(ForeignKey.ofId(this.orderId));
			item.setProduct(ForeignKey.ofId(this.productId));
			item.setQuantity(this.quantity);
			item.setPrice(this.price);
			return item;
		}

	}

	private record ReviewRow(Long id, Long customerId, Long productId, int rating, String comment, Instant createdAt) {

		Review model() {
			Review review = new Review();
			review.setId(this.id);
			review.setCustomer(ForeignKey.ofId(this.customerId));
			review.setProduct(ForeignKey.ofId(this.productId));
			review.setRating(this.rating);
			review.setComment(this.comment);
			review.setCreatedAt(this.createdAt);
			return review;
		}

	}

}
