package dev.orm.acceptance.shop;

import dev.orm.ManyToMany;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.JoinTable;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.Model;

/** The model Tag of the acceptance cases. */
@Table(name = "shop_tag")
public class Tag extends Model {

	@Id
	private Long id;

	@Column(length = 50, unique = true)
	private String name = "";

	@RelatedName("tags")
	@JoinTable(name = "shop_tag_products", source = "tag_id", target = "product_id")
	private ManyToMany<Product> products;

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

	public ManyToMany<Product> getProducts() {
		return this.products;
	}

}
