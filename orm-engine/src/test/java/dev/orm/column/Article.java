package dev.orm.column;

import java.math.BigDecimal;
import java.time.Instant;

import dev.orm.annotation.Column;
import dev.orm.annotation.Editable;
import dev.orm.annotation.GeneratedColumn;
import dev.orm.annotation.Id;
import dev.orm.annotation.Label;
import dev.orm.annotation.Table;
import dev.orm.annotation.Version;
import dev.orm.model.Model;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A model with all there is to say of columns. */
// tag::article[]
@Table(name = "article", comment = "What we sell")
@Label(value = "Article", plural = "Articles on sale")
public class Article extends Model {

	@Id
	private Long id;

	@Label(value = "Name", help = "As on the invoice")
	@Column(length = 200, collation = "C")
	private String name;

	@Size(min = 3, max = 12)
	@Column(checked = true)
	private @Nullable String code;

	@Email
	private @Nullable String contact;

	@Digits(integer = 8, fraction = 2)
	@Column(comment = "without tax")
	private BigDecimal cost = BigDecimal.ONE;

	@PositiveOrZero
	@Max(1000)
	@Column(dbDefault = "7", checked = true)
	private Integer stock;

	@Column(dbDefault = "now()")
	private Instant listedAt;

	@Column(checked = true)
	private Status status = Status.DRAFT;

	@GeneratedColumn("\"cost\" * \"stock\"")
	private @Nullable BigDecimal worth;

	@Editable(false)
	private @Nullable String note;

	@Version
	private int version;

	// end::article[]
	Article() {
	}

	Article(String name) {
		this.name = name;
	}

	public Long getId() {
		return this.id;
	}

	void setId(Long id) {
		this.id = id;
	}

	public String getName() {
		return this.name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public void setCode(String code) {
		this.code = code;
	}

	public BigDecimal getCost() {
		return this.cost;
	}

	public void setCost(BigDecimal cost) {
		this.cost = cost;
	}

	public Integer getStock() {
		return this.stock;
	}

	public void setStock(Integer stock) {
		this.stock = stock;
	}

	public Instant getListedAt() {
		return this.listedAt;
	}

	public void setListedAt(Instant listedAt) {
		this.listedAt = listedAt;
	}

	public Status getStatus() {
		return this.status;
	}

	public BigDecimal getWorth() {
		return this.worth;
	}

	/** Where an article is in its life. */
	enum Status {

		DRAFT, LIVE

	}

}
