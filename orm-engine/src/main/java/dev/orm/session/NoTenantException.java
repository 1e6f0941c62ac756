package dev.orm.session;

import dev.orm.error.OrmException;
import dev.orm.error.detail.AboutModel;
import dev.orm.error.detail.Subject;

/**
 * Rows of a tenant were asked for or written, and nobody said of which. Never are they
 * those of all.
 */
public class NoTenantException extends OrmException implements AboutModel {

	private static final String UNKNOWN = "Rows of a tenant were asked for or written, and no tenant is known.";

	private static final String RESOLVER = "make a TenantResolver bean, or use tenants.run(key, work); ";

	/** Create the exception. */
	public NoTenantException() {
		this(Subject.UNKNOWN);
	}

	/**
	 * Create the exception with what it is about.
	 * @param subject the model, or the attribute that says whose its rows are
	 */
	public NoTenantException(Subject subject) {
		this(UNKNOWN, RESOLVER + "for all tenants tenants.all(work)", subject);
	}

	private NoTenantException(String message, String hint, Subject subject) {
		super(message + " hint: " + hint, subject);
	}

	/**
	 * Create the exception for work of a tenant without a key, which must not fall back
	 * to another.
	 * @return the exception
	 */
	static NoTenantException ofNull() {
		return new NoTenantException("The key of the tenant to work for is null.",
				"save the tenant first; for all tenants tenants.all(work)", Subject.UNKNOWN);
	}

	/**
	 * Create the exception for what needs one tenant, where work is for all at once.
	 * @param subject the model, or the attribute that says whose its rows are
	 * @return the exception
	 */
	public static NoTenantException ofAll(Subject subject) {
		String unset = subject.attribute().isEmpty() ? ""
				: ", and '%s' of %s is not set".formatted(subject.attribute(), subject.model());
		return new NoTenantException("Nobody is the tenant inside of tenants.all(…)" + unset + ".",
				"say whose the row is", subject);
	}

	/**
	 * Create the exception where each tenant has a schema of its own.
	 * @param table the table that was to be used; empty if it is not known
	 * @return the exception
	 */
	public static NoTenantException ofSchemas(String table) {
		return new NoTenantException(UNKNOWN,
				RESOLVER + "for all tenants one after the other, as each has a schema of its own",
				Subject.ofModel(table));
	}

}
