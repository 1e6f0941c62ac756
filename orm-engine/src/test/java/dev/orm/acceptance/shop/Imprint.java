package dev.orm.acceptance.shop;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;

/** The model Imprint of the acceptance cases. */
@Table(name = "shop_imprint")
public class Imprint extends Model {

	@Id
	private Long id;

	@Column(length = 60)
	private String name = "";

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName("imprints")
	private ForeignKey<Publisher> publisher;

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

	public ForeignKey<Publisher> getPublisher() {
		return this.publisher;
	}

	public void setPublisher(ForeignKey<Publisher> publisher) {
		this.publisher = publisher;
	}

}
