package dev.orm.naming.archive;

import dev.orm.ManyToMany;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;

/** What is kept of an invoice. */
@Table(name = "invoice")
public class Invoice extends Model {

	@Id
	private Long id;

	private String number;

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName("copies")
	private ForeignKey<dev.orm.naming.sales.Invoice> original;

	@RelatedName("+")
	private ManyToMany<dev.orm.naming.sales.Invoice> others;

	protected Invoice() {
	}

	/** Create a copy. */
	public Invoice(dev.orm.naming.sales.Invoice original) {
		this.number = original.getNumber();
		this.original = ForeignKey.to(original);
	}

	public Long getId() {
		return this.id;
	}

	public String getNumber() {
		return this.number;
	}

	public ForeignKey<dev.orm.naming.sales.Invoice> getOriginal() {
		return this.original;
	}

	public ManyToMany<dev.orm.naming.sales.Invoice> getOthers() {
		return this.others;
	}

}
