package dev.orm.error;

import java.util.List;

import org.springframework.dao.DataIntegrityViolationException;

/** A delete stopped by a {@code PROTECT} relation. Django's {@code ProtectedError}. */
public class ProtectedException extends DataIntegrityViolationException {

	private final String model;

	private final List<String> relations;

	private final transient List<?> objects;

	/**
	 * Create the exception.
	 * @param message names the model and the relations
	 * @param model the model whose rows were to be deleted
	 * @param relations the relations that refer to them, as {@code Model.attribute}
	 * @param objects the instances in the way
	 */
	public ProtectedException(String message, String model, List<String> relations, List<?> objects) {
		super(message);
		this.model = model;
		this.relations = List.copyOf(relations);
		this.objects = List.copyOf(objects);
	}

	/**
	 * Return the model whose rows were to be deleted.
	 * @return its name
	 */
	public String model() {
		return this.model;
	}

	/**
	 * Return the relations that stopped the delete.
	 * @return the relations, as {@code Model.attribute}
	 */
	public List<String> relations() {
		return this.relations;
	}

	/**
	 * Return the instances that stopped the delete.
	 * @return the instances
	 */
	public List<?> objects() {
		return this.objects;
	}

}
