package dev.orm.session;

import dev.orm.error.OrmException;

/**
 * Rows of a tenant were asked for or written, and nobody said of which. Never are they
 * those of all.
 */
public class NoTenantException extends OrmException {

	/** Create the exception. */
	public NoTenantException() {
		this("for all tenants tenants.all(work)");
	}

	private NoTenantException(String forAll) {
		super("Rows of a tenant were asked for or written, and no tenant is known. "
				+ "hint: make a TenantResolver bean, or use tenants.run(key, work); " + forAll);
	}

	/**
	 * Create the exception where each tenant has a schema of its own.
	 * @return the exception
	 */
	public static NoTenantException ofSchemas() {
		return new NoTenantException("for all tenants one after the other, as each has a schema of its own");
	}

}
