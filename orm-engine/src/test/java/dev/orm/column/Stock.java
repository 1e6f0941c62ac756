package dev.orm.column;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;

/** A view, which may only be read. */
// tag::view[]
@Table(name = "stock_view", managed = false, readOnly = true)
public class Stock extends Model {

	@Id(generated = Id.Generated.ASSIGNED)
	@Column(name = "id")
	private Long article;

	private Integer stock;

	// end::view[]
	public Long getArticle() {
		return this.article;
	}

	public Integer getStock() {
		return this.stock;
	}

}
