package dev.orm.acceptance.shop;

import java.time.LocalDate;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** The model Content of the acceptance cases. */
@Table(name = "shop_content", ordering = "title")
public class Content extends Model {

	@Id
	private Long id;

	@Column(length = 120)
	private String title = "";

	private @Nullable LocalDate createdOn;

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public String getTitle() {
		return this.title;
	}

	public void setTitle(String title) {
		this.title = title;
	}

	public @Nullable LocalDate getCreatedOn() {
		return this.createdOn;
	}

	public void setCreatedOn(@Nullable LocalDate createdOn) {
		this.createdOn = createdOn;
	}

}
