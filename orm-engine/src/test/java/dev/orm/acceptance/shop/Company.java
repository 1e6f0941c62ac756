package dev.orm.acceptance.shop;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** The model Company of the acceptance cases. */
@Table(name = "shop_company")
public class Company extends Model {

	@Id
	private Long id;

	@Column(length = 80, unique = true)
	private String name = "";

	private @Nullable Integer founded;

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

	public @Nullable Integer getFounded() {
		return this.founded;
	}

	public void setFounded(@Nullable Integer founded) {
		this.founded = founded;
	}

}
