package dev.orm.automatic;

import java.util.Optional;

/**
 * Says who writes, for {@code @CreatedBy} and {@code @UpdatedBy}. Asked at each write, on
 * its thread. Thread-safe.
 */
@FunctionalInterface
public interface CurrentUser {

	/** Nobody is ever known. */
	CurrentUser NOBODY = Optional::empty;

	/**
	 * Return who writes.
	 * @return a name, a key or an instance, whichever the fields take; empty if nobody is
	 * known
	 */
	Optional<?> get();

}
