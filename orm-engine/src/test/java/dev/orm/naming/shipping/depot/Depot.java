package dev.orm.naming.shipping.depot;

import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;

/** An address. */
@Table
public class Depot extends Model {

	@Id
	private Long id;

	private String street;

	protected Depot() {
	}

	/** Create one. */
	public Depot(String street) {
		this.street = street;
	}

	public Long getId() {
		return this.id;
	}

	public String getStreet() {
		return this.street;
	}

}
