package shop.review;

import dev.orm.Manager;
import dev.orm.expression.Annotation;
import dev.orm.signal.PostDelete;
import dev.orm.signal.PostSave;
import org.jspecify.annotations.Nullable;
import shop.catalog.Product;
import shop.catalog.ProductManager;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import static dev.orm.expression.Aggregates.avg;
import static shop.catalog.ProductPath.PRODUCT;
import static shop.catalog.ProductQuerySet.AVERAGE_RATING;
import static shop.catalog.ProductQuerySet.REVIEW_COUNT;
import static shop.review.ReviewPath.REVIEW;

/**
 * Keeps the average rating of products in step with their reviews. A listener works in
 * the transaction of the write it hears, so that both are there or neither is.
 */
@Service
public class Ratings {

	private static final Annotation<Review, Double> AVERAGE = avg(REVIEW.rating, Double.class).as("average");

	private final Manager<Review> reviews;

	private final ProductManager products;

	Ratings(Manager<Review> reviews, ProductManager products) {
		this.reviews = reviews;
		this.products = products;
	}

	// tag::listeners[]
	@EventListener
	void posted(PostSave<Review> event) {
		keep(event.instance());
	}

	@EventListener
	void deleted(PostDelete<Review> event) {
		keep(event.instance());
	}

	/** Set the rating of a review's product to the average of what is not deleted. */
	void keep(Review review) {
		Double average = this.reviews.filter(REVIEW.product.eq(review.getProduct())).aggregate(AVERAGE).get(AVERAGE);
		rate(review.getProductId(), average);
	}

	// Who writes a review changes no product: who did so, and when, stays
	private void rate(Long product, @Nullable Double average) {
		this.products.filter(PRODUCT.id.eq(product))
			.update(PRODUCT.rating.set(average), PRODUCT.updatedAt.set(PRODUCT.updatedAt),
					PRODUCT.updatedBy.set(PRODUCT.updatedBy));
	}
	// end::listeners[]

	/**
	 * Rate products whose reviews nobody heard: those of bulk writes, and those that were
	 * there before products had a rating.
	 */
	@Transactional
	public void catchUp() {
		for (Product product : this.products.all()
			.withRatings()
			.filter(PRODUCT.rating.isNull(), REVIEW_COUNT.gt(0L))
			.list()) {
			rate(product.getId(), product.get(AVERAGE_RATING));
		}
	}

}
