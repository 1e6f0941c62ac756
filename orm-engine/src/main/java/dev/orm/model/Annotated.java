package dev.orm.model;

/**
 * A named, typed value of a queryset's rows that is no field of the model.
 *
 * @param <R> the root model
 * @param <V> the class of the value
 */
public interface Annotated<R, V> {

	/**
	 * Return the name the value was annotated with.
	 * @return the name
	 */
	String name();

}
