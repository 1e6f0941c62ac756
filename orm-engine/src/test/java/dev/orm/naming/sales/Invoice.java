package dev.orm.naming.sales;

import dev.orm.ManyToMany;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.annotation.Version;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** An invoice. */
// tag::schema[]
@Table(schema = "sales", name = "invoice")
public class Invoice extends Model {

	@Id
	private Long id;

	// end::schema[]

	@Column(unique = true)
	private String number;

	@Version
	private Integer version;

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName("corrections")
	private @Nullable ForeignKey<Invoice> corrected;

	@RelatedName("invoices")
	private ManyToMany<Label> labels;

	protected Invoice() {
	}

	/** Create an invoice. */
	public Invoice(String number) {
		this.number = number;
	}

	public Long getId() {
		return this.id;
	}

	public String getNumber() {
		return this.number;
	}

	public void setNumber(String number) {
		this.number = number;
	}

	public void setCorrected(Invoice corrected) {
		this.corrected = ForeignKey.to(corrected);
	}

	public @Nullable ForeignKey<Invoice> getCorrected() {
		return this.corrected;
	}

	public ManyToMany<Label> getLabels() {
		return this.labels;
	}

}
