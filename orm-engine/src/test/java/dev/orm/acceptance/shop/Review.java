package dev.orm.acceptance.shop;

import java.time.Instant;

import dev.orm.annotation.AutoNowAdd;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.annotation.UniqueTogether;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;

/** The model Review of the acceptance cases. */
@Table(name = "shop_review", uniqueTogether = @UniqueTogether({ "customer", "product" }))
public class Review extends Model {

	@Id
	private Long id;

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName(value = "reviewSet", query = "review")
	private ForeignKey<Customer> customer;

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName("reviews")
	private ForeignKey<Product> product;

	private Integer rating;

	private String comment = "";

	@AutoNowAdd
	private Instant createdAt;

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

	public ForeignKey<Product> getProduct() {
		return this.product;
	}

	public void setProduct(ForeignKey<Product> product) {
		this.product = product;
	}

	public Integer getRating() {
		return this.rating;
	}

	public void setRating(Integer rating) {
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

}
