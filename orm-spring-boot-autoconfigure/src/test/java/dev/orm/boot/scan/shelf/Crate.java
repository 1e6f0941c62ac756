package dev.orm.boot.scan.shelf;

import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;

import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** A model that somebody made a bean, for whatever reason. */
@Component
@Scope("prototype")
@Table(name = "scan_crate")
public class Crate extends Model {

	@Id
	private Long id;

	public Long getId() {
		return this.id;
	}

}
