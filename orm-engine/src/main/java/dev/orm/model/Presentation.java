package dev.orm.model;

/**
 * What people read of a model or a field. Immutable.
 *
 * @param label its name; empty for the words of the Java name
 * @param plural the name of several; empty for the label and an "s"
 * @param help what to tell people who fill it in; empty for nothing
 */
public record Presentation(String label, String plural, String help) {

	/** Nothing said. */
	public static final Presentation NONE = new Presentation("", "", "");

}
