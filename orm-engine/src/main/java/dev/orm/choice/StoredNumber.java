package dev.orm.choice;

/**
 * A constant that knows the number it is stored as. Implemented by enums; the model
 * room's {@code IntChoice} is the one users meet.
 */
public interface StoredNumber {

	/**
	 * Return what the column holds.
	 * @return the number, unique within the enum
	 */
	int value();

}
