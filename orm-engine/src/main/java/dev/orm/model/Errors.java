package dev.orm.model;

/**
 * Takes what is wrong with an instance. Texts may hold {@code {0}}, {@code {1}} … for
 * arguments. Used by one thread.
 */
public interface Errors {

	/**
	 * Say what is wrong with an attribute.
	 * @param attribute the attribute
	 * @param code a short name of the rule
	 * @param message what people are told
	 * @param arguments what the message mentions
	 */
	default void reject(Attribute attribute, String code, String message, Object... arguments) {
		rejectValue(attribute.path(), code, message, arguments);
	}

	/**
	 * Say what is wrong with an attribute.
	 * @param attribute the name of the attribute
	 * @param code a short name of the rule
	 * @param message what people are told
	 * @param arguments what the message mentions
	 */
	void rejectValue(String attribute, String code, String message, Object... arguments);

	/**
	 * Say what is wrong with the instance as a whole.
	 * @param code a short name of the rule
	 * @param message what people are told
	 * @param arguments what the message mentions
	 */
	void reject(String code, String message, Object... arguments);

	/**
	 * Return whether an attribute was rejected already.
	 * @param attribute the name of the attribute
	 * @return true if it was
	 */
	boolean isRejected(String attribute);

}
