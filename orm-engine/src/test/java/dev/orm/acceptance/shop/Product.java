package dev.orm.acceptance.shop;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.validation.constraints.PositiveOrZero;

import dev.orm.annotation.AutoNow;
import dev.orm.annotation.AutoNowAdd;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.declare.Meta;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;

/** The model Product of the acceptance cases. */
@Table(name = "shop_product", ordering = "-createdAt")
public class Product extends Model {

	@Id
	private Long id;

	@Column(length = 200)
	private String name = "";

	private String description = "";

	@Column(precision = 10, scale = 2)
	private BigDecimal price;

	@PositiveOrZero
	private Integer stockQuantity = 0;

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName("products")
	private ForeignKey<Category> category;

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName("products")
	private ForeignKey<Supplier> supplier;

	private Boolean isActive = true;

	@AutoNowAdd
	private Instant createdAt;

	@AutoNow
	private Instant updatedAt;

	static void meta(Meta<Product> meta) {
		meta.index("name");
		meta.index("price");
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

	public Integer getStockQuantity() {
		return this.stockQuantity;
	}

	public void setStockQuantity(Integer stockQuantity) {
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

	public Boolean getIsActive() {
		return this.isActive;
	}

	public void setIsActive(Boolean isActive) {
		this.isActive = isActive;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

	public void setCreatedAt(Instant createdAt) {
		this.createdAt = createdAt;
	}

	public Instant getUpdatedAt() {
		return this.updatedAt;
	}

	public void setUpdatedAt(Instant updatedAt) {
		this.updatedAt = updatedAt;
	}

}
