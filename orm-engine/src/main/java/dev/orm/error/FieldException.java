package dev.orm.error;

import dev.orm.error.detail.AboutName;
import dev.orm.error.detail.UnknownName;
import org.jspecify.annotations.Nullable;

/**
 * A path, lookup or expression that does not fit the model. Django's {@code FieldError}.
 * Where a name is the reason, it is there as data with the names there are.
 */
public class FieldException extends OrmException implements AboutName {

	private String model = "";

	private String path = "";

	/**
	 * Create the exception.
	 * @param message names the place, the choices and the way out
	 */
	public FieldException(String message) {
		super(message);
	}

	/**
	 * Create the exception with its cause.
	 * @param message names the place, the choices and the way out
	 * @param cause what was thrown below
	 */
	public FieldException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * Create the exception for a name nobody knows.
	 * @param message names the place and the way out; the choices are added
	 * @param unknown the name, where it was looked for and the names there are
	 */
	public FieldException(String message, UnknownName unknown) {
		super(message, unknown);
	}

	/**
	 * Add the place, for whoever throws this.
	 * @param owner the name of the model
	 * @param place the path, or the attribute; empty if it is about the model as a whole
	 * @return this exception
	 */
	public FieldException at(String owner, String place) {
		this.model = owner;
		this.path = place;
		return this;
	}

	@Override
	public String model() {
		return this.model.isEmpty() ? AboutName.super.model() : this.model;
	}

	@Override
	public String path() {
		return this.path.isEmpty() ? AboutName.super.path() : this.path;
	}

}
