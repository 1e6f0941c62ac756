package shop.comment;

import java.util.List;

import dev.orm.Manager;
import dev.orm.model.GenericKey;
import dev.orm.persist.SaveOptions;
import shop.catalog.Product;
import shop.catalog.ProductManager;
import shop.order.Order;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import static dev.orm.Prefetch.prefetch;
import static shop.catalog.ProductPath.PRODUCT;
import static shop.comment.CommentPath.COMMENT;
import static shop.order.OrderPath.ORDER;

/** Keeps and shows comments. */
@Service
@Transactional
public class Comments {

	private static final int NEWEST = 20;

	private final Manager<Comment> comments;

	private final ProductManager products;

	private final Manager<Order> orders;

	Comments(Manager<Comment> comments, ProductManager products, Manager<Order> orders) {
		this.comments = comments;
		this.products = products;
		this.orders = orders;
	}

	/**
	 * Return the newest comments, in three queries: comments, products, orders.
	 * @return the comments
	 */
	@Transactional(readOnly = true)
	public List<CommentSummary> newest() {
		// tag::newest[]
		List<Comment> newest = this.comments
			.prefetchRelated(prefetch(COMMENT.target, this.products.selectRelated(PRODUCT.category()),
					this.orders.selectRelated(ORDER.customer().user())))
			.slice(0, NEWEST)
			.list();
		// end::newest[]
		return newest.stream().map(Comments::summary).toList();
	}

	private static CommentSummary summary(Comment comment) {
		String about = "something that is gone";
		String link = "";
		if (comment.getTarget().get() instanceof Product product) {
			about = product.getName() + " (" + product.getCategory().get().getName() + ")";
			link = Subject.PRODUCT.page(product.getId());
		}
		else if (comment.getTarget().get() instanceof Order order) {
			about = "order " + order.getId() + " of " + order.getCustomer().get().fullName();
			link = Subject.ORDER.page(order.getId());
		}
		return new CommentSummary(comment.getAuthor(), comment.getText(), comment.getCreatedAt(), about, link);
	}

	/**
	 * Keep a comment.
	 * @param request what somebody writes, and of what
	 * @throws dev.orm.validate.InvalidInstanceException if the model refuses it, or there
	 * is nothing it could be about
	 */
	public void post(CommentRequest request) {
		Comment comment = new Comment();
		comment.setTarget(GenericKey.of(request.on().model(), request.number()));
		comment.setAuthor(request.author());
		comment.setText(request.text());
		this.comments.save(comment, SaveOptions::validating);
	}

}
