package dev.orm.validate.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.model.Model;
import dev.orm.validate.InvalidInstanceException;
import dev.orm.validate.ValidationErrors;

/**
 * A form that somebody filled in: an instance that holds what could be taken over, the
 * rows it is to be related to, and what is wrong. Nothing is stored before it is told to.
 * Used by one thread, as the instance. Django's bound {@code ModelForm}.
 *
 * @param <T> the model
 */
public final class FilledForm<T extends Model> {

	private final String model;

	private final T instance;

	private final Map<String, List<Object>> related;

	private final ValidationErrors errors;

	private final FormRows<T> rows;

	FilledForm(String model, T instance, Map<String, List<Object>> related, ValidationErrors errors, FormRows<T> rows) {
		this.model = model;
		this.instance = instance;
		this.related = Collections.unmodifiableMap(new LinkedHashMap<>(related));
		this.errors = errors;
		this.rows = rows;
	}

	/**
	 * Return what is wrong, by field and by relation.
	 * @return the errors; empty if the form can be saved
	 */
	public ValidationErrors errors() {
		return this.errors;
	}

	/**
	 * Return whether nothing is wrong. Django's {@code is_valid()}.
	 * @return true if the form can be saved
	 */
	public boolean isValid() {
		return this.errors.isEmpty();
	}

	/**
	 * Return the instance, which holds what could be taken over.
	 * @return the instance that was given
	 */
	public T instance() {
		return this.instance;
	}

	/**
	 * Return the rows that were chosen for relations to many.
	 * @return their keys by relation; without those that were not given, or are wrong
	 */
	public Map<String, List<Object>> related() {
		return this.related;
	}

	/**
	 * Save the instance, then relate it to the rows that were chosen and no others, in
	 * one transaction. Django's {@code save()} with its {@code save_m2m()}.
	 * @return the instance
	 * @throws InvalidInstanceException if something is wrong
	 * @throws dev.orm.error.UniqueViolationException if somebody else was faster
	 */
	public T save() {
		if (!isValid()) {
			throw new InvalidInstanceException(this.model, this.errors);
		}
		this.rows.save(this.instance, this.related);
		return this.instance;
	}

}
