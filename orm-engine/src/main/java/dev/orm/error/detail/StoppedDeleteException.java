package dev.orm.error.detail;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;

/**
 * A delete stopped by relations of other rows: by {@code PROTECT} or {@code RESTRICT},
 * which differ in when they do. Catches both.
 */
public abstract class StoppedDeleteException extends DataIntegrityViolationException {

	private static final long serialVersionUID = 1L;

	private final String model;

	private final List<String> relations;

	private final transient @Nullable List<?> objects;

	/**
	 * Create the exception.
	 * @param message names the model and the relations
	 * @param model the model whose rows were to be deleted
	 * @param relations the relations that refer to them, as {@code Model.attribute}
	 * @param objects the instances in the way
	 */
	protected StoppedDeleteException(String message, String model, List<String> relations, List<?> objects) {
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
	 * @return the instances; none after serialization
	 */
	public List<?> objects() {
		return (this.objects != null) ? this.objects : List.of();
	}

}
