package dev.orm.acceptance.shop;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** The model City of the acceptance cases. */
@Table(name = "shop_city")
public class City extends Model {

	@Id
	private Long id;

	@Column(length = 60)
	private String name = "";

	private @Nullable Integer population;

	@OnDelete(OnDeleteAction.SET_NULL)
	@RelatedName("cities")
	private @Nullable ForeignKey<Country> country;

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

	public @Nullable Integer getPopulation() {
		return this.population;
	}

	public void setPopulation(@Nullable Integer population) {
		this.population = population;
	}

	public @Nullable ForeignKey<Country> getCountry() {
		return this.country;
	}

	public void setCountry(@Nullable ForeignKey<Country> country) {
		this.country = country;
	}

}
