package dev.orm.session;

import dev.orm.error.OrmException;

/**
 * Rows of a tenant were asked for or written, and nobody said of which. Never are they
 * those of all.
 */
public class NoTenantException extends OrmException {

	/** Create the exception. */
	public NoTenantException() {
		super("Rows of a tenant were asked for or written, and no tenant is known. "
				+ "hint: make a TenantResolver bean, or use tenants.run(key, work); for all tenants tenants.all(work)");
	}

}
