package dev.orm.choice;

/**
 * A choice of a column: an enum constant with a stored number of its own and a label for
 * people, in a {@code smallint} unless the column says another type. Django's
 * {@code IntegerChoices}.
 */
public interface IntChoice extends StoredNumber {

	/**
	 * Return the label people read.
	 * @return the label; the words of the constant's name by default
	 */
	default String label() {
		return ChoiceOption.words((this instanceof Enum<?> constant) ? constant.name() : String.valueOf(value()));
	}

}
