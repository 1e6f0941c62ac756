package dev.orm.routing.attic;

import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Reference;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;

/** Wants to be deleted with a row of another database. */
@Table
public class Stray extends Model {

	@Id
	private Long id;

	@Reference(constraint = false)
	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName("strays")
	private ForeignKey<Sender> sender;

	public ForeignKey<Sender> getSender() {
		return this.sender;
	}

}
