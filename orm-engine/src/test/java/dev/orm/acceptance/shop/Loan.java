package dev.orm.acceptance.shop;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;

/** The model Loan of the acceptance cases. */
@Table(name = "shop_loan")
public class Loan extends Model {

	@Id
	private Long id;

	@OnDelete(OnDeleteAction.PROTECT)
	@RelatedName("loans")
	private ForeignKey<Book> book;

	@Column(length = 60)
	private String borrower = "";

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public ForeignKey<Book> getBook() {
		return this.book;
	}

	public void setBook(ForeignKey<Book> book) {
		this.book = book;
	}

	public String getBorrower() {
		return this.borrower;
	}

	public void setBorrower(String borrower) {
		this.borrower = borrower;
	}

}
