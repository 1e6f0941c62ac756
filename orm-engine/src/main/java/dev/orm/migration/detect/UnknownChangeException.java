package dev.orm.migration.detect;

import dev.orm.error.OrmException;
import dev.orm.error.detail.UnknownName;

/** What was said of a change names what is not there, or is not said as it should be. */
public class UnknownChangeException extends OrmException {

	private final String option;

	/**
	 * Create the exception.
	 * @param option what says it: {@code rename}, {@code fill} or {@code drop}
	 * @param message what is wrong with it
	 */
	public UnknownChangeException(String option, String message) {
		super(option + " " + message);
		this.option = option;
	}

	/**
	 * Create the exception for a name nobody knows.
	 * @param option what says it
	 * @param unknown the name, and the names there are
	 */
	public UnknownChangeException(String option, UnknownName unknown) {
		super("%s: there is no %s.".formatted(option, unknown.name()), unknown);
		this.option = option;
	}

	/**
	 * Return what says it.
	 * @return {@code rename}, {@code fill} or {@code drop}
	 */
	public String option() {
		return this.option;
	}

}
