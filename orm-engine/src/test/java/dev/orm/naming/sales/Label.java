package dev.orm.naming.sales;

import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;

/** A label, where the search path finds it. */
@Table(name = "label")
public class Label extends Model {

	@Id
	private Long id;

	private String name;

	protected Label() {
	}

	/** Create a label. */
	public Label(String name) {
		this.name = name;
	}

	public Long getId() {
		return this.id;
	}

	public String getName() {
		return this.name;
	}

}
