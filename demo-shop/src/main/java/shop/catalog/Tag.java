package shop.catalog;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;

@Table(name = "shop_tag", ordering = "name")
public class Tag extends Model {

	@Id
	private Long id;

	@Column(length = 50, unique = true)
	private String name;

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

}
