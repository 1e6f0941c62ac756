package dev.orm.naming.billing;

import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;

/** An address. */
@Table
public class Address extends Model {

	@Id
	private Long id;

	private String street;

	protected Address() {
	}

	/** Create one. */
	public Address(String street) {
		this.street = street;
	}

	public Long getId() {
		return this.id;
	}

	public String getStreet() {
		return this.street;
	}

}
