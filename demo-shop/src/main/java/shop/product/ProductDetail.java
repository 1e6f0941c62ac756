package shop.product;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A product with everything its page shows. */
public record ProductDetail(Long id, String name, String description, BigDecimal price, int stockQuantity,
		Long categoryId, String category, SupplierSummary supplier, List<String> tags, @Nullable Double averageRating,
		List<ReviewSummary> reviews, List<RelatedProduct> related) {

	/** Who sells it. */
	public record SupplierSummary(String name, String email, double rating) {

	}

	/** What a customer thinks of it. */
	public record ReviewSummary(Long id, String customer, int rating, String comment, Instant createdAt) {

	}

	/** Another product of the category. */
	public record RelatedProduct(Long id, String name, BigDecimal price) {

	}

}
