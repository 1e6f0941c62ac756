package dev.orm.choice;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;

import dev.orm.annotation.UnknownChoice;

/**
 * The values an attribute may have, asked each time they are needed: Django's callable
 * {@code choices}. One named by {@code @Choices} has a constructor without arguments.
 */
@FunctionalInterface
public interface ChoiceSource {

	/**
	 * Return the values there are now.
	 * @return values and labels, in the order people see
	 */
	List<ChoiceOption> options();

	/**
	 * Return what the constants of an enum are stored as, for an attribute that is a text
	 * or a number.
	 * @param type the enum
	 * @return the choices
	 */
	static ChoiceSource of(Class<? extends Enum<?>> type) {
		List<ChoiceOption> options = known(type).stream().map(ChoiceOption::stored).toList();
		return () -> options;
	}

	/**
	 * Return the constants of an enum, for an attribute of that type.
	 * @param type the enum
	 * @return the choices, without the one that stands for what the enum does not know
	 */
	static ChoiceSource ofConstants(Class<? extends Enum<?>> type) {
		List<ChoiceOption> options = known(type).stream().map(ChoiceOption::constant).toList();
		return () -> options;
	}

	private static List<? extends Enum<?>> known(Class<? extends Enum<?>> type) {
		return Arrays.stream(type.getEnumConstants()).filter((constant) -> !isUnknown(type, constant)).toList();
	}

	private static boolean isUnknown(Class<?> type, Enum<?> constant) {
		return Arrays.stream(type.getFields())
			.filter((field) -> field.isAnnotationPresent(UnknownChoice.class))
			.map(Field::getName)
			.anyMatch(constant.name()::equals);
	}

}
