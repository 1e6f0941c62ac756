package dev.orm.routing.attic;

import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Reference;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;

/** Lives in the archive, and points to a row of the default database. */
@Table(name = "attic_parcel")
public class Parcel extends Model {

	@Id
	private Long id;

	// tag::apart[]
	@Reference(constraint = false)
	@OnDelete(OnDeleteAction.DO_NOTHING)
	@RelatedName("parcels")
	private ForeignKey<Sender> sender;

	// end::apart[]

	public Long getId() {
		return this.id;
	}

	public ForeignKey<Sender> getSender() {
		return this.sender;
	}

}
