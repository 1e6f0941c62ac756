package dev.orm.naming.sales;

import dev.orm.annotation.Table;

/** An invoice with a table of its own for what it has more. */
@Table(schema = "sales", name = "credit_note")
public class CreditNote extends Invoice {

	private String reason;

	protected CreditNote() {
	}

	/** Create a credit note. */
	public CreditNote(String number, String reason) {
		super(number);
		this.reason = reason;
	}

	public String getReason() {
		return this.reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}

}
