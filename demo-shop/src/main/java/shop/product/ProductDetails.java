package shop.product;

import java.util.List;

import dev.orm.Manager;
import shop.audit.Trail;
import shop.catalog.Category;
import shop.catalog.Product;
import shop.catalog.ProductManager;
import shop.catalog.Supplier;
import shop.catalog.Tag;
import shop.comment.Remark;
import shop.product.ProductDetail.DeletedReview;
import shop.product.ProductDetail.RelatedProduct;
import shop.product.ProductDetail.ReviewSummary;
import shop.product.ProductDetail.SupplierSummary;
import shop.review.Review;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import static shop.catalog.ProductPath.PRODUCT;
import static shop.review.ReviewPath.REVIEW;

/** Collects what the page of a product shows. */
@Service
@Transactional(readOnly = true)
public class ProductDetails {

	private static final int RELATED = 4;

	private final ProductManager products;

	private final Manager<Review> reviews;

	ProductDetails(ProductManager products, Manager<Review> reviews) {
		this.products = products;
		this.reviews = reviews;
	}

	/**
	 * Return a product for sale, in six queries.
	 * @param id its key
	 * @return the product
	 * @throws dev.orm.error.DoesNotExistException if there is none
	 */
	public ProductDetail get(long id) {
		Product product = this.products.active()
			.selectRelated(PRODUCT.category(), PRODUCT.supplier())
			.prefetchRelated(PRODUCT.tags())
			.get(PRODUCT.id.eq(id));
		Category category = product.getCategory().get();
		List<String> tags = product.getTags().all().list().stream().map(Tag::getName).toList();
		return new ProductDetail(product.getId(), product.getName(), product.getDescription(), product.getPrice(),
				product.getStockQuantity(), category.getId(), category.getName(), supplier(product.getSupplier().get()),
				tags, product.getRating(), trail(product), reviews(product), deletedReviews(product),
				Remark.of(product.getComments()), related(product));
	}

	private static SupplierSummary supplier(Supplier supplier) {
		return new SupplierSummary(supplier.getId(), supplier.getName(), supplier.getEmail(), supplier.getRating());
	}

	private static Trail trail(Product product) {
		return new Trail(product.getCreatedAt(), product.getCreatedBy(), product.getUpdatedAt(),
				product.getUpdatedBy());
	}

	private List<ReviewSummary> reviews(Product product) {
		return this.reviews.filter(REVIEW.product.eq(product))
			.selectRelated(REVIEW.customer().user())
			.list()
			.stream()
			.map(ProductDetails::summary)
			.toList();
	}

	private static ReviewSummary summary(Review review) {
		return new ReviewSummary(review.getId(), review.getCustomer().get().fullName(), review.getRating(),
				review.getComment(), review.getCreatedAt(), Trail.of(review.getCreatedAt(), review));
	}

	private List<DeletedReview> deletedReviews(Product product) {
		return this.reviews.onlyDeleted()
			.filter(REVIEW.product.eq(product))
			.orderBy(REVIEW.deletedAt.desc(), REVIEW.id.asc())
			.values(REVIEW.id, REVIEW.customer().user().displayName, REVIEW.comment, REVIEW.deletedAt, REVIEW.deletedBy)
			.as(DeletedReview::new);
	}

	private List<RelatedProduct> related(Product product) {
		return this.products.active()
			.filter(PRODUCT.category.eq(product.getCategory()))
			.exclude(PRODUCT.id.eq(product.getId()))
			.orderBy(PRODUCT.price.asc(), PRODUCT.id.asc())
			.slice(0, RELATED)
			.values(PRODUCT.id, PRODUCT.name, PRODUCT.price)
			.as(RelatedProduct::new);
	}

}
