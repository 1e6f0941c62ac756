package dev.orm.schema;

import java.util.List;

import dev.orm.error.OrmException;
import dev.orm.error.detail.UnknownName;

/** A line that states no fact, or a fact that does not fit the schema it is said of. */
public class FactException extends OrmException {

	private final transient List<ObjectId> objects;

	/**
	 * Create the exception.
	 * @param message the reason
	 */
	public FactException(String message) {
		this(message, List.of());
	}

	/**
	 * Create the exception for objects that do not fit.
	 * @param message the reason
	 * @param objects what does not fit, and what it needs
	 */
	public FactException(String message, List<ObjectId> objects) {
		super(message);
		this.objects = List.copyOf(objects);
	}

	/**
	 * Create the exception for a word nobody knows.
	 * @param message says what is wrong; the choices are added
	 * @param unknown the word, and those there are
	 */
	public FactException(String message, UnknownName unknown) {
		super(message, unknown);
		this.objects = List.of();
	}

	/**
	 * Return the objects that do not fit: the one a change is about, and the one that it
	 * needs.
	 * @return their ids; empty for a line that states no fact
	 */
	public List<ObjectId> objects() {
		return this.objects;
	}

}
