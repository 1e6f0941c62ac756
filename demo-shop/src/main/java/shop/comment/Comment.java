package shop.comment;

import java.time.Instant;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.annotation.Targets;
import dev.orm.model.GenericKey;
import dev.orm.model.Model;
import jakarta.validation.constraints.NotBlank;
import shop.catalog.Product;
import shop.order.Order;

/** What somebody has to say of a product or of an order. */
@Table(name = "shop_comment", ordering = { "-createdAt", "-id" })
public class Comment extends Model {

	@Id
	private Long id;

	@Targets({ Product.class, Order.class })
	private GenericKey<Long> target;

	@NotBlank
	@Column(length = 60)
	private String author = "";

	@NotBlank
	private String text = "";

	private Instant createdAt = Instant.now();

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public GenericKey<Long> getTarget() {
		return this.target;
	}

	public void setTarget(GenericKey<Long> target) {
		this.target = target;
	}

	public String getAuthor() {
		return this.author;
	}

	public void setAuthor(String author) {
		this.author = author;
	}

	public String getText() {
		return this.text;
	}

	public void setText(String text) {
		this.text = text;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

	public void setCreatedAt(Instant createdAt) {
		this.createdAt = createdAt;
	}

}
