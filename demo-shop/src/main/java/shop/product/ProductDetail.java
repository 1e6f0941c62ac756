package shop.product;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import shop.audit.Trail;
import shop.comment.Remark;

/** A product with everything its page shows. */
public record ProductDetail(Long id, String name, String description, BigDecimal price, int stockQuantity,
		Long categoryId, String category, SupplierSummary supplier, List<String> tags, @Nullable Double averageRating,
		Trail trail, List<ReviewSummary> reviews, List<DeletedReview> deletedReviews, List<Remark> comments,
		List<RelatedProduct> related) {

	/** Who sells it. */
	public record SupplierSummary(Long id, String name, String email, double rating) {

	}

	/** What a customer thinks of it. */
	public record ReviewSummary(Long id, String customer, int rating, String comment, Instant createdAt, Trail trail) {

	}

	/** What a customer thought of it, until somebody deleted it. */
	public record DeletedReview(Long id, String customer, String comment, @Nullable Instant deletedAt,
			@Nullable String deletedBy) {

	}

	/** Another product of the category. */
	public record RelatedProduct(Long id, String name, BigDecimal price) {

	}

}
