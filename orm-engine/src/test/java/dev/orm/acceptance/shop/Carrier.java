package dev.orm.acceptance.shop;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;

/** The model Carrier of the acceptance cases. */
@Table(name = "shop_carrier")
public class Carrier extends Model {

	@Id
	private Long id;

	@Column(length = 10, unique = true)
	private String code = "";

	@Column(length = 60)
	private String name = "";

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

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

}
