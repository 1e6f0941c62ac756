package dev.orm.check;

/**
 * Something odd about a model. Immutable. Django's {@code CheckMessage}.
 *
 * @param id what it is, such as {@code meta-covered}; by it a problem is silenced
 * @param severity how bad it is
 * @param place the model, or model and attribute with a dot between
 * @param message what is odd
 * @param hint the way out
 */
public record Problem(String id, Severity severity, String place, String message, String hint) {

	/** How bad a problem is. */
	public enum Severity {

		/** It cannot work. */
		ERROR,
		/** It works, and is seldom meant. */
		WARNING

	}

	/**
	 * Report what cannot work.
	 * @param id what it is
	 * @param place the model, or model and attribute with a dot between
	 * @param message what is odd
	 * @param hint the way out
	 * @return a problem
	 */
	public static Problem error(String id, String place, String message, String hint) {
		return new Problem(id, Severity.ERROR, place, message, hint);
	}

	/**
	 * Report what is seldom meant.
	 * @param id what it is
	 * @param place the model, or model and attribute with a dot between
	 * @param message what is odd
	 * @param hint the way out
	 * @return a problem
	 */
	public static Problem warning(String id, String place, String message, String hint) {
		return new Problem(id, Severity.WARNING, place, message, hint);
	}

	/**
	 * Say the same in other words.
	 * @param words what is odd
	 * @return a copy
	 */
	public Problem withMessage(String words) {
		return new Problem(this.id, this.severity, this.place, words, this.hint);
	}

	/**
	 * Return whether it cannot work.
	 * @return true for an error
	 */
	public boolean isError() {
		return this.severity == Severity.ERROR;
	}

	/**
	 * Return it as people read it.
	 * @return message, hint and id
	 */
	public String text() {
		return this.message + (this.hint.isEmpty() ? "" : "\n  hint: " + this.hint) + " (" + this.id + ")";
	}

}
