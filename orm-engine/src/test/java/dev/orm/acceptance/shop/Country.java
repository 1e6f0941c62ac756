package dev.orm.acceptance.shop;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** The model Country of the acceptance cases. */
@Table(name = "shop_country")
public class Country extends Model {

	@Id
	@Column(length = 2)
	private String code;

	@Column(length = 60)
	private String name = "";

	@Column(length = 30)
	private @Nullable String continent;

	public String getCode() {
		return this.code;
	}

	public void setCode(String code) {
		this.code = code;
	}

	public String getName() {
		return this.name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public @Nullable String getContinent() {
		return this.continent;
	}

	public void setContinent(@Nullable String continent) {
		this.continent = continent;
	}

}
