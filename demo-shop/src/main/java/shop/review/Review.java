package shop.review;

import java.time.Instant;
import java.util.Objects;

import dev.orm.annotation.Column;
import dev.orm.annotation.DeletedBy;
import dev.orm.annotation.Id;
import dev.orm.annotation.Label;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.SoftDelete;
import dev.orm.annotation.Table;
import dev.orm.annotation.UniqueTogether;
import dev.orm.declare.Meta;
import dev.orm.model.ForeignKey;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import shop.audit.AuditedModel;
import shop.catalog.Product;
import shop.customer.Customer;

import static shop.review.ReviewPath.REVIEW;

/** A customer has one review of a product at most, beside those that are deleted. */
@Label(value = "Review", plural = "Reviews")
@Table(name = "shop_review", ordering = "-createdAt", uniqueTogether = @UniqueTogether({ "customer", "product" }))
public class Review extends AuditedModel {

	@Id
	private Long id;

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName("reviews")
	private ForeignKey<Customer> customer;

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName("reviews")
	private ForeignKey<Product> product;

	@Label(value = "Stars", help = "1 to 5")
	private int rating;

	@NotBlank
	private String comment = "";

	private Instant createdAt = Instant.now();

	@SoftDelete
	private @Nullable Instant deletedAt;

	@DeletedBy
	@Column(length = 150)
	private @Nullable String deletedBy;

	static void meta(Meta<Review> meta) {
		meta.index(REVIEW.product, REVIEW.createdAt.desc());
		meta.check("review_rating_range", REVIEW.rating.range(1, 5))
			.on(REVIEW.rating)
			.message("A rating is 1 to 5 stars.");
	}

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public ForeignKey<Customer> getCustomer() {
		return this.customer;
	}

	public void setCustomer(ForeignKey<Customer> customer) {
		this.customer = customer;
	}

	public Long getProductId() {
		return Objects.requireNonNull(this.product.id(Long.class));
	}

	public ForeignKey<Product> getProduct() {
		return this.product;
	}

	public void setProduct(ForeignKey<Product> product) {
		this.product = product;
	}

	public int getRating() {
		return this.rating;
	}

	public void setRating(int rating) {
		this.rating = rating;
	}

	public String getComment() {
		return this.comment;
	}

	public void setComment(String comment) {
		this.comment = comment;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

	public void setCreatedAt(Instant createdAt) {
		this.createdAt = createdAt;
	}

	public @Nullable Instant getDeletedAt() {
		return this.deletedAt;
	}

	public void setDeletedAt(@Nullable Instant deletedAt) {
		this.deletedAt = deletedAt;
	}

	public @Nullable String getDeletedBy() {
		return this.deletedBy;
	}

	public void setDeletedBy(@Nullable String deletedBy) {
		this.deletedBy = deletedBy;
	}

}
