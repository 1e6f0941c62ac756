package dev.orm.boot.scan.shelf;

import dev.orm.annotation.Id;
import dev.orm.annotation.Label;
import dev.orm.annotation.Table;
import dev.orm.model.Model;

/** A model like most. */
@Label("A box")
@Table(name = "scan_box")
public class Box extends Model {

	@Id
	private Long id;

	public Long getId() {
		return this.id;
	}

}
