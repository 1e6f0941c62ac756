package dev.orm.routing.attic;

import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;

/** Says itself where it lives. */
// tag::table[]
@Table(name = "attic_box", database = "default")
public class Receipt extends Model {

	// end::table[]

	@Id
	private Long id;

	public Long getId() {
		return this.id;
	}

}
