package dev.orm.schema;

import java.util.Collection;
import java.util.List;

import dev.orm.error.OrmException;
import dev.orm.error.detail.UnknownName;

/** A line that states no fact, or a fact that does not fit the schema it is said of. */
public class FactException extends OrmException {

	private final List<ObjectId> objects;

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
		this(message, List.of(), unknown);
	}

	private FactException(String message, List<ObjectId> objects, UnknownName unknown) {
		super(message, unknown);
		this.objects = List.copyOf(objects);
	}

	/**
	 * Create the exception for an object that is not there.
	 * @param message says what it is missing for; the choices are added
	 * @param objects what does not fit, and last what is not there
	 * @param known the objects there are, of any kind and table
	 * @return the exception
	 */
	static FactException missing(String message, List<ObjectId> objects, Collection<ObjectId> known) {
		ObjectId missing = objects.get(objects.size() - 1);
		List<String> choices = known.stream()
			.filter((other) -> other.kind() == missing.kind() && other.table().equals(missing.table()))
			.map(ObjectId::name)
			.sorted()
			.toList();
		return new FactException(message, objects, UnknownName.of(missing.table(), missing.name(), choices));
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
