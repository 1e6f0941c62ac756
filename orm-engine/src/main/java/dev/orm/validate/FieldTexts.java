package dev.orm.validate;

/** What people are told of values of fields, in Django's words. */
public final class FieldTexts {

	/** There is no value, and there must be one. */
	public static final String REQUIRED = "This field cannot be null.";

	/** The value is none of those there are. */
	public static final String NO_CHOICE = "Value {0} is not a valid choice.";

	private FieldTexts() {
	}

}
