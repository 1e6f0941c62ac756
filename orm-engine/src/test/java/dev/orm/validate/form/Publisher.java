package dev.orm.validate.form;

import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;

/** Who makes papers. */
@Table(name = "publisher")
class Publisher extends Model {

	@Id
	Long id;

	String name;

}
