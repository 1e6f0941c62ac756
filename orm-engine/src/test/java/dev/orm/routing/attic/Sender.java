package dev.orm.routing.attic;

import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;

/** Lives in the default database. */
@Table(name = "attic_sender", database = "default")
public class Sender extends Model {

	@Id
	private Long id;

	private String name;

	public Long getId() {
		return this.id;
	}

	public String getName() {
		return this.name;
	}

}
