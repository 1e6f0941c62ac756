package dev.orm.session;

import dev.orm.error.OrmException;
import dev.orm.error.detail.AboutModel;
import dev.orm.error.detail.Subject;

/**
 * Rows of a tenant were asked for or written, and nobody said of which. Never are they
 * those of all.
 */
public class NoTenantException extends OrmException implements AboutModel {

	/** Create the exception. */
	public NoTenantException() {
		this(Subject.UNKNOWN);
	}

	/**
	 * Create the exception with what it is about.
	 * @param subject the model, or the attribute that says whose its rows are
	 */
	public NoTenantException(Subject subject) {
		this("for all tenants tenants.all(work)", subject);
	}

	private NoTenantException(String forAll, Subject subject) {
		super("Rows of a tenant were asked for or written, and no tenant is known. "
				+ "hint: make a TenantResolver bean, or use tenants.run(key, work); " + forAll, subject);
	}

	/**
	 * Create the exception where each tenant has a schema of its own.
	 * @param table the table that was to be used; empty if it is not known
	 * @return the exception
	 */
	public static NoTenantException ofSchemas(String table) {
		return new NoTenantException("for all tenants one after the other, as each has a schema of its own",
				Subject.ofModel(table));
	}

}
