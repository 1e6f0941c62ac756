package dev.orm.routing.attic;

import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;

/** Lives where its group does. */
@Table
public class Box extends Model {

	@Id
	private Long id;

	public Long getId() {
		return this.id;
	}

}
