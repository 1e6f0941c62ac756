package dev.orm.choice;

/**
 * A constant that knows the text it is stored as. Implemented by enums whose column does
 * not hold their names; the model room's {@code Choice} is the one users meet.
 */
public interface StoredText {

	/**
	 * Return what the column holds.
	 * @return the text, unique within the enum
	 */
	String value();

}
