package shop.catalog;

import java.math.BigDecimal;

import dev.orm.GenericRelation;
import dev.orm.ManyToMany;
import dev.orm.annotation.Column;
import dev.orm.annotation.CreatedBy;
import dev.orm.annotation.Editable;
import dev.orm.annotation.Id;
import dev.orm.annotation.Label;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.annotation.UniqueTogether;
import dev.orm.annotation.UpdatedBy;
import dev.orm.declare.Meta;
import dev.orm.model.ForeignKey;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;
import shop.comment.Comment;

import static shop.catalog.ProductPath.PRODUCT;

// tag::model[]
@Label(value = "Product", plural = "Products")
@Table(name = "shop_product", ordering = "id", uniqueTogether = @UniqueTogether({ "name", "supplier" }))
public class Product extends TimestampedModel {

	@Id
	private Long id;

	@Label(value = "Name", help = "As on the invoice")
	@NotBlank
	@Column(length = 200)
	private String name;

	private String description = "";

	@Column(precision = 10, scale = 2)
	private BigDecimal price;

	@Label("In stock")
	@PositiveOrZero
	private int stockQuantity;

	@OnDelete(OnDeleteAction.PROTECT)
	@RelatedName("products")
	private ForeignKey<Category> category;

	@OnDelete(OnDeleteAction.PROTECT)
	@RelatedName("products")
	private ForeignKey<Supplier> supplier;

	@Label("For sale")
	@Column(name = "is_active")
	private boolean active = true;

	@RelatedName("products")
	private ManyToMany<Tag> tags;

	private GenericRelation<Comment> comments;

	// end::model[]

	/** The average of the reviews, which events of reviews keep; null without any. */
	@Editable(false)
	private @Nullable Double rating;

	@CreatedBy
	@Column(length = 150)
	private @Nullable String createdBy;

	@UpdatedBy
	@Column(length = 150)
	private @Nullable String updatedBy;

	static void meta(Meta<Product> meta) {
		meta.index(PRODUCT.category, PRODUCT.price);
		meta.index(PRODUCT.name).where(PRODUCT.active.isTrue()).name("active_products_name_idx");
		meta.check("product_price_positive", PRODUCT.price.gt(BigDecimal.ZERO))
			.on(PRODUCT.price)
			.message("Nothing is for free: a price is above 0.");
		meta.history().without("updatedAt", "updatedBy", "rating");
	}

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public String getName() {
		return this.name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public String getDescription() {
		return this.description;
	}

	public void setDescription(String description) {
		this.description = description;
	}

	public BigDecimal getPrice() {
		return this.price;
	}

	public void setPrice(BigDecimal price) {
		this.price = price;
	}

	public int getStockQuantity() {
		return this.stockQuantity;
	}

	public void setStockQuantity(int stockQuantity) {
		this.stockQuantity = stockQuantity;
	}

	public ForeignKey<Category> getCategory() {
		return this.category;
	}

	public void setCategory(ForeignKey<Category> category) {
		this.category = category;
	}

	public ForeignKey<Supplier> getSupplier() {
		return this.supplier;
	}

	public void setSupplier(ForeignKey<Supplier> supplier) {
		this.supplier = supplier;
	}

	public boolean isActive() {
		return this.active;
	}

	public void setActive(boolean active) {
		this.active = active;
	}

	public @Nullable Double getRating() {
		return this.rating;
	}

	public void setRating(@Nullable Double rating) {
		this.rating = rating;
	}

	public @Nullable String getCreatedBy() {
		return this.createdBy;
	}

	public void setCreatedBy(@Nullable String createdBy) {
		this.createdBy = createdBy;
	}

	public @Nullable String getUpdatedBy() {
		return this.updatedBy;
	}

	public void setUpdatedBy(@Nullable String updatedBy) {
		this.updatedBy = updatedBy;
	}

	public ManyToMany<Tag> getTags() {
		return this.tags;
	}

	public GenericRelation<Comment> getComments() {
		return this.comments;
	}

}
