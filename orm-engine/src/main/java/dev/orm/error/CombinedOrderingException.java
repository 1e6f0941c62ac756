package dev.orm.error;

/**
 * A combined queryset ordered by something it does not select. Django's
 * {@code DatabaseError} of that place.
 */
public class CombinedOrderingException extends OrmException {

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public CombinedOrderingException(String message) {
		super(message);
	}

}
