package dev.orm.column;

import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;

/** A model whose type nobody can make. */
@Table(name = "unmade")
class Unmade extends Model {

	@Id
	Long id;

	@Bare
	String text;

}
