package shop.review;

import java.util.Objects;

import dev.orm.Manager;
import dev.orm.model.ForeignKey;
import dev.orm.persist.SaveOptions;
import shop.catalog.Product;
import shop.catalog.ProductManager;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import static shop.catalog.ProductPath.PRODUCT;
import static shop.review.ReviewPath.REVIEW;

/** Posts, deletes and restores reviews. */
@Service
@Transactional
public class Reviews {

	private final Manager<Review> reviews;

	private final ProductManager products;

	private final Ratings ratings;

	Reviews(Manager<Review> reviews, ProductManager products, Ratings ratings) {
		this.reviews = reviews;
		this.products = products;
		this.ratings = ratings;
	}

	/**
	 * Post a review of a product that is for sale.
	 * @param product the product's key
	 * @param request what a customer thinks of it
	 * @return the review
	 * @throws dev.orm.error.DoesNotExistException if there is no such product
	 * @throws dev.orm.validate.InvalidInstanceException if the model refuses it
	 */
	public ReviewDetail post(long product, ReviewRequest request) {
		Product reviewed = this.products.active().get(PRODUCT.id.eq(product));
		Review review = new Review();
		review.setProduct(ForeignKey.to(reviewed));
		review.setCustomer(ForeignKey.ofId(request.customer()));
		review.setRating(request.rating());
		review.setComment(request.comment());
		this.reviews.save(review, SaveOptions::validating);
		return detail(review);
	}

	/**
	 * Return a review that is not deleted.
	 * @param id its key
	 * @return the review
	 * @throws dev.orm.error.DoesNotExistException if there is none
	 */
	@Transactional(readOnly = true)
	public ReviewDetail get(long id) {
		return detail(this.reviews.get(REVIEW.id.eq(id)));
	}

	/**
	 * Delete a review. It stays, marked, and can be restored.
	 * @param id its key
	 * @return the review, as it was
	 * @throws dev.orm.error.DoesNotExistException if there is none
	 */
	public ReviewDetail delete(long id) {
		Review review = this.reviews.get(REVIEW.id.eq(id));
		this.reviews.delete(review);
		return detail(review);
	}

	/**
	 * Return what a deleted review was about.
	 * @param id its key
	 * @return the key of the product
	 * @throws dev.orm.error.DoesNotExistException if no deleted one has the key
	 */
	@Transactional(readOnly = true)
	public long productOfDeleted(long id) {
		return this.reviews.onlyDeleted().get(REVIEW.id.eq(id)).getProductId();
	}

	/**
	 * Restore a review that is deleted.
	 * @param id its key
	 * @return the review
	 * @throws dev.orm.error.DoesNotExistException if no deleted one has the key
	 * @throws dev.orm.error.UniqueViolationException if the customer has written another
	 * one meanwhile
	 */
	public ReviewDetail restore(long id) {
		Review review = this.reviews.onlyDeleted().get(REVIEW.id.eq(id));
		this.reviews.restore(review);
		// of a row that comes back there is no event
		this.ratings.keep(review);
		return detail(review);
	}

	private static ReviewDetail detail(Review review) {
		return new ReviewDetail(review.getId(), key(review.getProduct()), key(review.getCustomer()), review.getRating(),
				review.getComment(), review.getCreatedAt());
	}

	private static Long key(ForeignKey<?> reference) {
		return (Long) Objects.requireNonNull(reference.id());
	}

}
