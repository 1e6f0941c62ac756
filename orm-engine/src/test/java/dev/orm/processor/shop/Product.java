package dev.orm.processor.shop;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Json;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.annotation.UniqueTogether;
import dev.orm.model.ForeignKey;
import dev.orm.type.Range;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/** JavaBean accessors, and fields of all kinds and visibilities. */
@Table(name = "shop_product", ordering = { "-createdAt", "id" }, getLatestBy = "createdAt",
		uniqueTogether = @UniqueTogether({ "name", "category" }))
public class Product extends Timestamped {

	static final String NOT_A_COLUMN = "";

	transient int notAColumnEither;

	@Id
	private @Nullable Long id;

	@Column(length = 200, index = true)
	private @Nullable String name;

	@Column(precision = 10, scale = 2)
	public @Nullable BigDecimal price;

	@PositiveOrZero
	@Column(defaultValue = "0")
	int stockQuantity;

	private boolean active;

	protected double weight;

	private float ratio;

	private short rank;

	private @Nullable Boolean checked;

	private @Nullable Status status;

	private @Nullable UUID token;

	private byte @Nullable [] picture;

	private @Nullable LocalDate releasedOn;

	private @Nullable Duration warranty;

	private @Nullable List<String> keywords;

	private @Nullable Range<LocalDate> season;

	@Json
	private @Nullable Map<String, Object> attributes;

	@Column(type = "tsvector")
	private @Nullable String searchVector;

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName("products")
	private @Nullable ForeignKey<Category> category;

	public @Nullable Long getId() {
		return this.id;
	}

	public @Nullable String getName() {
		return this.name;
	}

	public void setName(@Nullable String name) {
		this.name = name;
	}

	public boolean isActive() {
		return this.active;
	}

	public final int getStockQuantity() {
		return this.stockQuantity;
	}

	public @Nullable ForeignKey<Category> getCategory() {
		return this.category;
	}

	/** A nested type of the model. */
	public enum Status {

		DRAFT, LIVE

	}

}
