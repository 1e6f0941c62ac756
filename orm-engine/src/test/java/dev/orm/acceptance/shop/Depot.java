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

/** The model Depot of the acceptance cases. */
@Table(name = "shop_depot")
public class Depot extends Model {

	@Id
	private Long id;

	@Column(length = 60)
	private String name = "";

	private @Nullable Integer capacity;

	@OnDelete(OnDeleteAction.SET_NULL)
	@RelatedName("depots")
	private @Nullable ForeignKey<City> city;

	@OnDelete(OnDeleteAction.SET_NULL)
	@RelatedName(value = "backupDepots", query = "backupDepot")
	private @Nullable ForeignKey<City> backupCity;

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

	public @Nullable Integer getCapacity() {
		return this.capacity;
	}

	public void setCapacity(@Nullable Integer capacity) {
		this.capacity = capacity;
	}

	public @Nullable ForeignKey<City> getCity() {
		return this.city;
	}

	public void setCity(@Nullable ForeignKey<City> city) {
		this.city = city;
	}

	public @Nullable ForeignKey<City> getBackupCity() {
		return this.backupCity;
	}

	public void setBackupCity(@Nullable ForeignKey<City> backupCity) {
		this.backupCity = backupCity;
	}

}
