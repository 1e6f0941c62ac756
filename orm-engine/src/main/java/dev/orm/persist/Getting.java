package dev.orm.persist;

/**
 * The answer of get-or-create and update-or-create. Immutable.
 *
 * @param <T> the model
 * @param instance the instance
 * @param created whether it was created
 */
public record Getting<T>(T instance, boolean created) {

}
