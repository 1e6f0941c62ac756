package dev.orm.session;

import java.util.Optional;

/**
 * Says for whom a thread works. Asked at each statement that needs to know, on its
 * thread. Thread-safe.
 */
@FunctionalInterface
public interface TenantResolver {

	/** Nobody's. */
	TenantResolver NONE = Optional::empty;

	/**
	 * Return the tenant.
	 * @return the key of the tenant, of the class of {@code @TenantId} fields or one that
	 * converts; empty if the thread works for nobody
	 */
	Optional<Object> current();

}
