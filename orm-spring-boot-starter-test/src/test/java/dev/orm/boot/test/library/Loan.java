package dev.orm.boot.test.library;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import dev.orm.session.TenantId;

/** A loan of a branch of the library, which is a tenant. */
@Table(name = "library_loan", ordering = "id")
public class Loan extends Model {

	@Id
	private Long id;

	@TenantId
	private Long branch;

	@Column(length = 100)
	private String reader;

	public Long getBranch() {
		return this.branch;
	}

	public String getReader() {
		return this.reader;
	}

}
