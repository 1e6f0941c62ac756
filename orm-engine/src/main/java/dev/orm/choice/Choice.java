package dev.orm.choice;

/**
 * A choice of a column: an enum constant with a stored text of its own and a label for
 * people. Django's {@code TextChoices}. An enum that does not implement it is stored by
 * its constants' names.
 */
public interface Choice extends StoredText {

	/**
	 * Return the label people read. By default made from the constant's name, as Django
	 * does: {@code IN_PROGRESS} is "In Progress".
	 * @return the label
	 */
	default String label() {
		return ChoiceOption.words((this instanceof Enum<?> constant) ? constant.name() : value());
	}

}
