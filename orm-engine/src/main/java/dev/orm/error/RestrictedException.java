package dev.orm.error;

import java.util.List;

import org.springframework.dao.DataIntegrityViolationException;

/** A delete stopped by a {@code RESTRICT} relation. Django's {@code RestrictedError}. */
public class RestrictedException extends DataIntegrityViolationException {

	private final transient List<?> objects;

	/**
	 * Create the exception.
	 * @param message names the model and the relations
	 * @param objects the instances in the way
	 */
	public RestrictedException(String message, List<?> objects) {
		super(message);
		this.objects = List.copyOf(objects);
	}

	/**
	 * Return the instances that stopped the delete.
	 * @return the instances
	 */
	public List<?> objects() {
		return this.objects;
	}

}
